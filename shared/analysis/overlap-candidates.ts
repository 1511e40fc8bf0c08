import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import { CROWD } from './overlap-scale'
import { put, type Traits } from './tool-traits'
import type { Verdicts } from './verdicts'

/** Called once for every pair worth comparing, with ids in ascending order. */
export type OnPair = (a: Traits, b: Traits) => void

/**
 * Visits every pair that shares a function, a name or a recognised product, and every pair that somebody called
 * redundant or justified. An inverted index, no all-pairs: function → tools, name → tools. In a crowd (more than
 * `CROWD` tools do one job) it visits the pairs that also share a department, of each department and job the next
 * `CROWD` by id; tools of one name are always compared.
 * @param traits sorted by id
 */
export function visitCandidates(
  inventory: Inventory,
  traits: ReadonlyMap<ToolId, Traits>,
  verdicts: Verdicts,
  onPair: OnPair,
): void {
  const rank = new Map<Traits, number>()
  const groups = new Map<string, Traits[]>()
  for (const one of traits.values()) {
    rank.set(one, rank.size)
    push(groups, `name\n${one.identity}`, one)
    if (one.product !== '') push(groups, `product\n${one.product}`, one)
    for (const key of one.accepted) push(groups, `function\n${key}`, one)
    for (const key of one.proposed) push(groups, `function\n${key}`, one)
  }
  const seen = new Map<number, Set<number>>()
  const visit = (a: Traits, b: Traits) => {
    const [i, j] = [rank.get(a) ?? 0, rank.get(b) ?? 0]
    if (i === j) return
    const [low, high] = i < j ? [i, j] : [j, i]
    if (seen.get(low)?.has(high)) return
    put(seen, low, high)
    if (i < j) onPair(a, b)
    else onPair(b, a)
  }
  for (const [key, group] of groups) {
    if (group.length <= CROWD) visitAll(group, group.length, visit)
    else if (!key.startsWith('function')) visitAll(group, CROWD, visit)
    else for (const part of byDepartment(group)) visitAll(part, CROWD, visit)
  }
  for (const { tools } of inventory.verdicts.values()) {
    const known = tools.map((id) => traits.get(id)).filter((one) => one !== undefined)
    visitAll(known, known.length, (a, b) => {
      if (verdicts.of(a.tool.id, b.tool.id) !== 'not-the-same') visit(a, b)
    })
  }
}

/** Each with at most `reach` of those behind it. */
function visitAll(group: readonly Traits[], reach: number, visit: OnPair): void {
  for (let i = 0; i < group.length; i++) {
    const end = Math.min(group.length, i + 1 + reach)
    for (let j = i + 1; j < end; j++) visit(group[i] as Traits, group[j] as Traits)
  }
}

function byDepartment(group: readonly Traits[]): Iterable<readonly Traits[]> {
  const parts = new Map<string, Traits[]>()
  for (const one of group) for (const department of one.departments) push(parts, department, one)
  return parts.values()
}

function push(groups: Map<string, Traits[]>, key: string, one: Traits): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [one])
  else group.push(one)
}
