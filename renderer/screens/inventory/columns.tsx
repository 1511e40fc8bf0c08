import {
  columnSizingFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { useCellTools } from './cells/cell-context'
import { FunctionsCell } from './cells/FunctionsCell'
import { NameCell } from './cells/NameCell'
import { StatusCell } from './cells/StatusCell'
import { TextCell } from './cells/TextCell'
import { COLUMN_IDS, type ColumnId } from './column-ids'
import type { ToolRow } from './tool-row'

interface Meta {
  /** How much of the room that is left over the column takes. */
  readonly grow: number
  readonly end?: boolean
}

export const features = tableFeatures({ rowSortingFeature, columnSizingFeature, columnMeta: metaHelper<Meta>() })

const helper = createColumnHelper<typeof features, ToolRow>()

/** The columns. `size` is the least width; rows come filtered and sorted already (row-order.ts). */
export const columns = helper.columns([
  helper.accessor((row) => row.tool.name, {
    id: 'name' satisfies ColumnId,
    size: 220,
    meta: { grow: 2.2 },
    cell: ({ row }) => <NameCell row={row.original} />,
  }),
  helper.accessor((row) => row.tool.vendor, {
    id: 'vendor' satisfies ColumnId,
    size: 112,
    meta: { grow: 1.1 },
    cell: ({ row }) => <TextCell text={row.original.tool.vendor} />,
  }),
  helper.accessor((row) => row.owner, {
    id: 'owner' satisfies ColumnId,
    size: 124,
    meta: { grow: 1.2 },
    cell: ({ row }) => <TextCell text={row.original.owner} />,
  }),
  helper.accessor((row) => row.functions, {
    id: 'functions' satisfies ColumnId,
    size: 236,
    meta: { grow: 2.4 },
    cell: ({ row }) => <FunctionsCell row={row.original} />,
  }),
  helper.accessor((row) => row.tool.status, {
    id: 'status' satisfies ColumnId,
    size: 116,
    meta: { grow: 0.2 },
    cell: ({ row }) => <StatusCell status={row.original.tool.status} />,
  }),
  helper.accessor((row) => row.tool.users, {
    id: 'users' satisfies ColumnId,
    size: 78,
    sortDescFirst: true,
    meta: { grow: 0.2, end: true },
    cell: ({ row }) => <Users users={row.original.tool.users} />,
  }),
  helper.accessor((row) => row.tool.annualCost?.minor, {
    id: 'annualCost' satisfies ColumnId,
    size: 122,
    sortDescFirst: true,
    meta: { grow: 0.3, end: true },
    cell: ({ row }) => <Cost row={row.original} />,
  }),
  helper.accessor((row) => row.tool.businessOwner, {
    id: 'businessOwner' satisfies ColumnId,
    size: 124,
    meta: { grow: 1 },
    cell: ({ row }) => <TextCell text={row.original.tool.businessOwner} />,
  }),
])

function Users({ users }: { readonly users: number | undefined }) {
  const { formats } = useCellTools()
  return <TextCell text={users === undefined ? undefined : formats.number(users)} />
}

function Cost({ row: { tool } }: { readonly row: ToolRow }) {
  const { formats } = useCellTools()
  return <TextCell text={tool.annualCost === undefined ? undefined : formats.money(tool.annualCost)} />
}

/** Width of the column with the tick boxes. */
const TICK_WIDTH = 36

/** The tracks of the CSS grid that header and rows share, and the width below which the table scrolls sideways. */
export function tracks(): { readonly template: string; readonly minWidth: number } {
  const sizes = columns.map(({ size, meta }) => ({ size: size ?? 120, grow: meta?.grow ?? 1 }))
  return {
    template: [`${TICK_WIDTH}px`, ...sizes.map(({ size, grow }) => `minmax(${size}px, ${grow}fr)`)].join(' '),
    minWidth: TICK_WIDTH + sizes.reduce((sum, { size }) => sum + size, 0),
  }
}

export function isColumnId(text: string | undefined): text is ColumnId {
  return (COLUMN_IDS as readonly (string | undefined)[]).includes(text)
}
