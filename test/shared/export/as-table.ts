import type { ExportTable } from '../../../shared/export/to-tables'
import { withoutGuard } from '../../../shared/import/formula-guard'
import type { Table } from '../../../shared/import/table'

/** What decoding the written file gives: every cell as text, numbers as an English spreadsheet program writes them. */
export function asTable({ header, rows }: ExportTable): Table {
  return {
    header: [...header],
    rows: rows.map((row) => row.map((cell) => (cell === null ? '' : withoutGuard(String(cell))))),
    rowNumbers: rows.map((_, index) => index + 2),
  }
}
