import type { Overlap, ReasonCode } from '../../analysis/findings'
import { commonCurrency } from '../../analysis/item-figures'
import { departmentsByTool } from '../../analysis/tool-traits'
import type { Inventory } from '../../inventory/inventory'
import type { DepartmentId, ToolId } from '../../inventory/nouns'
import { type KnownCost, knownCost } from './voice'

/** Tools that do the same job, or are one product in several rows. */
export interface DeckGroup {
  /** Key of the function they share; absent when they are only one product. */
  readonly functionKey?: string
  readonly tools: readonly ToolId[]
  readonly departments: readonly DepartmentId[]
  readonly cost: KnownCost
  /** Why its pairs are held to overlap, the weightiest first. */
  readonly reasons: readonly ReasonCode[]
  /** 0–1: the highest among its pairs. */
  readonly score: number
}

/**
 * The pairs put together to groups: those that share a function by that function, those that are one product when they
 * hang together. Pairs that people found justified, and pairs that share neither, are left out. Most tools first, then jobs before
 * products, the dearest, the surest.
 */
export function overlapGroups(inventory: Inventory, overlaps: readonly Overlap[]): readonly DeckGroup[] {
  const byKey = new Map<string, Overlap[]>()
  const put = (key: string, overlap: Overlap) => {
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [overlap])
    else list.push(overlap)
  }
  const heads = new Map<ToolId, ToolId>()
  const headOf = (id: ToolId): ToolId => {
    let head = id
    for (let up = heads.get(head); up !== undefined && up !== head; up = heads.get(head)) {
      heads.set(head, heads.get(up) ?? up)
      head = up
    }
    return head
  }
  const open = overlaps.filter(({ verdict }) => verdict !== 'justified')
  // A suite that contains something, or words that are alike, make no group: two pairs of them have nothing in common.
  const loose = open.filter(({ kind, reasons }) => kind === 'same-product' && functionsOf(reasons).length === 0)
  for (const { tools } of loose) heads.set(headOf(tools[0]), headOf(tools[1]))
  for (const overlap of open) {
    const keys = functionsOf(overlap.reasons)
    for (const key of keys) put(`function:${key}`, overlap)
  }
  for (const overlap of loose) put(`product:${headOf(overlap.tools[0])}`, overlap)
  const departments = departmentsByTool(inventory)
  const groups = [...byKey].map(([key, pairs]): DeckGroup => {
    const tools = [...new Set(pairs.flatMap(({ tools: both }) => both))]
    const rows = tools.flatMap((id) => inventory.tools.get(id) ?? [])
    const weights = new Map<ReasonCode, number>()
    for (const { code, weight } of pairs.flatMap(({ reasons }) => reasons)) {
      weights.set(code, (weights.get(code) ?? 0) + weight)
    }
    return {
      ...(key.startsWith('function:') ? { functionKey: key.slice('function:'.length) } : {}),
      tools,
      departments: [...new Set(tools.flatMap((id) => [...(departments.get(id) ?? [])]))],
      cost: knownCost(rows, commonCurrency(rows.flatMap(({ annualCost }) => annualCost ?? []))),
      reasons: [...weights].sort((a, b) => b[1] - a[1]).map(([code]) => code),
      score: Math.max(...pairs.map(({ score }) => score)),
    }
  })
  const isProduct = ({ functionKey }: DeckGroup) => Number(functionKey === undefined)
  return groups.sort(
    (a, b) =>
      b.tools.length - a.tools.length ||
      isProduct(a) - isProduct(b) ||
      b.cost.major - a.cost.major ||
      b.score - a.score,
  )
}

function functionsOf(reasons: Overlap['reasons']): readonly string[] {
  return reasons.flatMap(({ functionKeys }) => functionKeys ?? [])
}
