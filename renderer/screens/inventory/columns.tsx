import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { FunctionsCell } from './cells/FunctionsCell'
import { NameCell } from './cells/NameCell'
import { StatusCell } from './cells/StatusCell'
import { ValueCell } from './cells/ValueCell'
import { type ColumnId, type ColumnKind, FIELD_COLUMNS, kindOf } from './column-ids'
import type { ToolRow } from './tool-row'

interface Meta {
  /** How much of the room that is left over the column takes. */
  readonly grow: number
  readonly end: boolean
}

export const features = tableFeatures({
  rowSortingFeature,
  columnSizingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<Meta>(),
})

const helper = createColumnHelper<typeof features, ToolRow>()

/** Least width and share of the room that is left over. */
const SIZES: Readonly<Record<ColumnKind, readonly [size: number, grow: number]>> = {
  text: [112, 1.1],
  long: [180, 2],
  person: [124, 1],
  number: [86, 0.2],
  money: [122, 0.3],
  date: [112, 0.2],
  level: [136, 0.3],
  choice: [124, 0.2],
  department: [124, 1.2],
  list: [160, 1.6],
  fixed: [160, 1],
}
const OWN_SIZES: Readonly<Partial<Record<ColumnId, readonly [size: number, grow: number]>>> = {
  name: [220, 2.2],
  functions: [236, 2.4],
  status: [116, 0.2],
  noticeMonths: [128, 0.2],
  retiredFrom: [132, 0.2],
}

/** The columns: every field, and every extra column by its header. Rows come filtered and sorted already (row-order.ts). */
export function makeColumns(extras: readonly ColumnId[]) {
  return helper.columns([...FIELD_COLUMNS, ...extras].map(columnOf))
}

function columnOf(id: ColumnId) {
  const kind = kindOf(id)
  const [size, grow] = OWN_SIZES[id] ?? SIZES[kind]
  const isNumber = kind === 'number' || kind === 'money'
  return helper.accessor((row) => row.tool.id, {
    id,
    size,
    sortDescFirst: isNumber,
    meta: { grow, end: isNumber },
    cell: ({ row }) => <Cell row={row.original} column={id} />,
  })
}

function Cell({ row, column }: { readonly row: ToolRow; readonly column: ColumnId }) {
  if (column === 'name') return <NameCell row={row} />
  if (column === 'functions') return <FunctionsCell row={row} />
  if (column === 'status') return <StatusCell status={row.tool.status} />
  return <ValueCell row={row} column={column} />
}

/** Width of the column with the tick boxes. */
const TICK_WIDTH = 36

/** The tracks of the CSS grid that header and rows share, and the width below which the table scrolls sideways. */
export function tracks(
  columns: readonly { readonly id: string; readonly size: number; readonly grow: number }[],
  widths: Readonly<Record<string, number>>,
): { readonly template: string; readonly minWidth: number } {
  const sizes = columns.map(({ id, size, grow }) => ({
    size: widths[id] ?? size,
    grow: id in widths ? undefined : grow,
  }))
  const each = sizes.map(({ size, grow }) => (grow === undefined ? `${size}px` : `minmax(${size}px, ${grow}fr)`))
  return {
    template: [`${TICK_WIDTH}px`, ...each].join(' '),
    minWidth: TICK_WIDTH + sizes.reduce((sum, { size }) => sum + size, 0),
  }
}
