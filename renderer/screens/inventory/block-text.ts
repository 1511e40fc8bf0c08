import { withGuard, withoutGuard } from '../../../shared/import/formula-guard'

/** Cells as spreadsheet programs put them on the clipboard: tabs between cells, line breaks between rows. */
export type Block = readonly (readonly string[])[]

/** Writes a block. Cells with tabs, line breaks or a quote at their start are quoted; no text becomes a formula. */
export function writeBlock(block: Block): string {
  return block.map((row) => row.map(cellOut).join('\t')).join('\r\n')
}

function cellOut(text: string): string {
  const safe = withGuard(text)
  return /[\t\n\r]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Reads a block, whoever wrote it. A quote counts only where it opens a cell and its partner ends it. */
export function readBlock(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  // A spreadsheet program ends the last row with a line break, too.
  const end = text.endsWith('\r\n') ? text.length - 2 : /[\r\n]$/.test(text) ? text.length - 1 : text.length
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, end) : undefined
    const stop = quoted?.stop ?? plainEnd(text, at, end)
    row.push(withoutGuard(quoted?.cell ?? text.slice(at, stop)))
    if (stop >= end) break
    if (text[stop] !== '\t') {
      rows.push(row)
      row = []
    }
    at = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1
  }
  rows.push(row)
  return rows
}

function plainEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

function quotedCell(text: string, from: number, end: number): { cell: string; stop: number } | undefined {
  let at = from + 1
  while (at < end) {
    if (text[at] === '"' && text[at + 1] === '"' && at + 1 < end) at += 2
    else if (text[at] === '"') {
      const stop = at + 1
      const closes = stop >= end || /[\t\r\n]/.test(text[stop] ?? '')
      return closes ? { cell: text.slice(from + 1, at).replaceAll('""', '"'), stop } : undefined
    } else at += 1
  }
  return undefined
}
