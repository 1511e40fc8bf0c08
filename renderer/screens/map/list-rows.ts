import type { Overlap } from '../../../shared/analysis/findings'
import { type Bundle, bundleFlows } from '../../../shared/graph/far-bundles'
import { farUnits } from '../../../shared/graph/far-units'
import type { ContainerNode, FlowEdge, PlacedGraph, ToolNode, UsedBy } from '../../../shared/graph/graph'

/** One row of the map as a list. `level` counts from 1; `place` of `siblings` counts the rows beside it. */
export type ListRow = {
  readonly key: string
  readonly level: number
  readonly place: number
  readonly siblings: number
  /** Absent: there is nothing to open. */
  readonly open?: boolean
} & RowContent

export type RowContent =
  | { readonly kind: 'container'; readonly container: ContainerNode }
  | { readonly kind: 'tool'; readonly tool: ToolNode }
  | { readonly kind: 'flow'; readonly edge: FlowEdge; readonly tool: ToolNode }
  | { readonly kind: 'usedBy'; readonly department: UsedBy }
  | { readonly kind: 'overlap'; readonly overlap: Overlap; readonly tool: ToolNode }
  | { readonly kind: 'bundles'; readonly count: number }
  | { readonly kind: 'bundle'; readonly bundle: Bundle }

/** The key of the row that holds the flows between departments. */
export const BUNDLES = 'bundles'

/** Which rows somebody opened or closed; containers are open to begin with, everything else is closed. */
export type Folded = ReadonlyMap<string, boolean>

/**
 * Everything the map shows, as rows from top to bottom: containers in each other with their tools, below each tool its
 * lines, the departments that use it and its overlaps, at last the flows between departments. Closed rows hold theirs
 * back. Filters apply: tools and lines that the map doesn't show are not listed either.
 */
export function listRows(placed: PlacedGraph, overlaps: readonly Overlap[], folded: Folded): readonly ListRow[] {
  const { containers, tools, edges } = placed.graph
  const inner = grouped(containers, ({ parent }) => parent ?? '')
  const held = grouped(tools, ({ container }) => container)
  const linesOf = new Map<string, FlowEdge[]>()
  for (const edge of edges) for (const end of new Set([edge.source, edge.target])) add(linesOf, end, edge)
  const shown = new Set<string>(tools.map(({ id }) => id))
  const overlapsOf = new Map<string, Overlap[]>()
  for (const overlap of overlaps) {
    if (overlap.tools.every((id) => shown.has(id))) for (const id of overlap.tools) add(overlapsOf, id, overlap)
  }
  const rows: ListRow[] = []
  const isOpen = (key: string, first: boolean) => folded.get(key) ?? first

  const putTool = (tool: ToolNode, level: number, place: number, siblings: number) => {
    const below: readonly (readonly [string, RowContent])[] = [
      ...(linesOf.get(tool.id) ?? []).map((edge) => [edge.id, { kind: 'flow', edge, tool }] as const),
      ...tool.usedBy.map((department) => [department.id, { kind: 'usedBy', department }] as const),
      ...(overlapsOf.get(tool.id) ?? []).map(
        (overlap) => [overlap.tools.join('+'), { kind: 'overlap', overlap, tool }] as const,
      ),
    ]
    const open = isOpen(tool.id, false)
    rows.push({ key: tool.id, kind: 'tool', tool, level, place, siblings, ...(below.length === 0 ? {} : { open }) })
    if (!open) return
    for (const [at, [id, content]] of below.entries()) {
      rows.push({ key: `${tool.id}/${id}`, ...content, level: level + 1, place: at + 1, siblings: below.length })
    }
  }
  const putContainer = (container: ContainerNode, level: number, place: number, siblings: number) => {
    const { id } = container
    const [own, boxes] = [held.get(id) ?? [], inner.get(id) ?? []]
    const count = own.length + boxes.length
    const open = isOpen(id, true)
    rows.push({ key: id, kind: 'container', container, level, place, siblings, ...(count === 0 ? {} : { open }) })
    if (!open) return
    for (const [at, tool] of own.entries()) putTool(tool, level + 1, at + 1, count)
    for (const [at, box] of boxes.entries()) putContainer(box, level + 1, own.length + at + 1, count)
  }

  const outermost = inner.get('') ?? []
  const bundles = tools.length === 0 ? [] : bundleFlows(placed.graph, farUnits(placed))
  const roots = outermost.length + (bundles.length > 0 ? 1 : 0)
  for (const [at, container] of outermost.entries()) putContainer(container, 1, at + 1, roots)
  if (bundles.length > 0) {
    const open = isOpen(BUNDLES, false)
    rows.push({ key: BUNDLES, kind: 'bundles', count: bundles.length, level: 1, place: roots, siblings: roots, open })
    for (const [at, bundle] of open ? bundles.entries() : []) {
      const key = `${BUNDLES}/${bundle.id}`
      rows.push({ key, kind: 'bundle', bundle, level: 2, place: at + 1, siblings: bundles.length })
    }
  }
  return rows
}

/** The row that this one lies in. */
export function outerRow(rows: readonly ListRow[], at: number): number {
  const level = rows[at]?.level ?? 1
  for (let index = at - 1; index >= 0; index--) if ((rows[index]?.level ?? 1) < level) return index
  return at
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) add(groups, keyOf(item), item)
  return groups
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}
