import type { Inventory } from '../inventory/inventory'
import { CROWD, CROWD_REACH } from './overlap-scale'
import type { Traits } from './tool-traits'
import type { Verdicts } from './verdicts'

/**
 * Visits, in the order of their ids, every pair that shares a function, a name or a recognised product, and every pair
 * that somebody judged (but for `not-the-same`). An inverted index, no all-pairs: function → tools, name → tools. In a
 * crowd (more than `CROWD` tools do one job) it visits the pairs that also share a department, of each department and
 * job the next `CROWD_REACH` by id; of more than `CROWD` tools with one name the next `CROWD` by id.
 * @param traits sorted by id
 */
export function visitCandidates(
  inventory: Inventory,
  traits: readonly Traits[],
  verdicts: Verdicts,
  onPair: (a: Traits, b: Traits) => void,
): void {
  const groups = new Map<string, number[]>()
  const rank = new Map<string, number>()
  for (const [index, one] of traits.entries()) {
    rank.set(one.tool.id, index)
    push(groups, `name\n${one.identity}`, index)
    if (one.product !== '') push(groups, `product\n${one.product}`, index)
    for (const key of one.functions.keys()) push(groups, `function\n${key}`, index)
  }
  const pairs: number[] = []
  const add = (i: number, j: number) => pairs.push(i * traits.length + j)
  for (const [key, group] of groups) {
    if (group.length <= CROWD) addPairs(group, CROWD, add)
    else if (!key.startsWith('function')) addPairs(group, CROWD, add)
    else for (const part of byDepartment(group, traits)) addPairs(part, CROWD_REACH, add)
  }
  for (const { tools } of inventory.verdicts.values()) {
    const known = tools.map((id) => rank.get(id)).filter((index) => index !== undefined)
    addPairs(Array.from(new Set(known)).sort(ascending), known.length, add)
  }
  // Sorting numbers both brings the pairs in order and puts equal ones side by side.
  let last = -1
  for (const pair of Float64Array.from(pairs).sort()) {
    if (pair === last) continue
    last = pair
    const a = traits[Math.floor(pair / traits.length)] as Traits
    const b = traits[pair % traits.length] as Traits
    if (verdicts.of(a.tool.id, b.tool.id) !== 'not-the-same') onPair(a, b)
  }
}

/** Each with at most `reach` of those behind it. */
function addPairs(group: readonly number[], reach: number, add: (i: number, j: number) => void): void {
  for (let i = 0; i < group.length; i++) {
    const end = Math.min(group.length, i + 1 + reach)
    for (let j = i + 1; j < end; j++) add(group[i] as number, group[j] as number)
  }
}

function byDepartment(group: readonly number[], traits: readonly Traits[]): Iterable<readonly number[]> {
  const parts = new Map<string, number[]>()
  for (const index of group) for (const department of traits[index]?.departments ?? []) push(parts, department, index)
  return parts.values()
}

function push(groups: Map<string, number[]>, key: string, index: number): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [index])
  else group.push(index)
}

function ascending(a: number, b: number): number {
  return a - b
}
