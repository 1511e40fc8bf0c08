import type { Inventory } from '../inventory/inventory'
import type { Assigned, OverlapReason, ReasonCode } from './findings'
import { ALIKE_FROM, CONTAINED_SHARE, MOST, PROPOSED_FACTOR, SUITE_SHARE } from './overlap-scale'
import type { Traits } from './tool-traits'

export interface Compared {
  readonly isSameProduct: boolean
  readonly sharesFunction: boolean
  readonly sharesDepartment: boolean
  readonly proposed: boolean
  readonly reasons: readonly OverlapReason[]
}

/**
 * Why two tools overlap. `weight = MOST[column][code] × share`, where the share (0–1) is
 * - same-function: 0.6 · shared/fewer + 0.4 · shared/more, a shared function that is only proposed counting 0.7;
 * - same-departments: shared departments / all departments of the two (Jaccard);
 * - same-data: likewise over data objects;
 * - similar-description, similar-name: likewise over words, nothing below 0.3;
 * - same-vendor: 1 when both name the same one.
 * What is unknown on either side gives no reason: unknown is not "the same". Of one product: 1 for its name.
 */
export function compare(a: Traits, b: Traits, inventory: Inventory, assigned: Assigned): Compared {
  const isSameProduct = a.identity === b.identity || (a.product !== '' && a.product === b.product)
  const most = MOST[isSameProduct ? 'same-product' : 'other']
  const reasons: OverlapReason[] = []
  const add = (code: ReasonCode, share: number, value: string) => {
    if (share > 0) reasons.push({ code, weight: most[code] * share, value })
  }

  const functions = sharedFunctions(a, b)
  if (functions.keys.length > 0) {
    const value = functions.keys.map((key) => assigned.functions.get(key)?.name.en ?? key).join(', ')
    const weight = most['same-function'] * functions.share
    reasons.push({ code: 'same-function', weight, value, functionKeys: functions.keys })
  }
  const departments = countShared(a.departments, b.departments)
  if (departments > 0) {
    const share = jaccard(a.departments, b.departments, departments)
    add('same-departments', share, namesOf(shared(a.departments, b.departments), inventory.departments))
  }
  const data = countShared(a.data, b.data)
  if (data > 0) {
    add('same-data', jaccard(a.data, b.data, data), namesOf(shared(a.data, b.data), inventory.dataObjects))
  }
  if (isSameProduct) add('similar-name', 1, a.product === b.product && a.product !== '' ? productOf(a) : a.tool.name)
  else if (!bothParts(a, b)) addAlike('similar-name', a.nameWords, b.nameWords, add)
  addAlike('similar-description', a.descriptionWords, b.descriptionWords, add)
  if (a.vendor !== '' && a.vendor === b.vendor) add('same-vendor', 1, a.tool.vendor ?? a.vendor)

  const { keys, proposed } = functions
  return { isSameProduct, sharesFunction: keys.length > 0, sharesDepartment: departments > 0, proposed, reasons }
}

function sharedFunctions(a: Traits, b: Traits) {
  const keys: string[] = []
  let sum = 0
  let proposed = false
  for (const [key, isAcceptedInA] of a.functions) {
    const isAcceptedInB = b.functions.get(key)
    if (isAcceptedInB === undefined) continue
    const isProposed = !(isAcceptedInA && isAcceptedInB)
    keys.push(key)
    sum += isProposed ? PROPOSED_FACTOR : 1
    proposed ||= isProposed
  }
  if (keys.length === 0) return { keys, share: 0, proposed }
  const [inA, inB] = [a.functions.size, b.functions.size]
  const share = sum * (CONTAINED_SHARE / Math.min(inA, inB) + SUITE_SHARE / Math.max(inA, inB))
  return { keys: keys.length > 1 ? keys.sort() : keys, share, proposed }
}

function addAlike(
  code: ReasonCode,
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  add: (code: ReasonCode, share: number, value: string) => void,
) {
  if (a.size === 0 || b.size === 0) return
  if (Math.min(a.size, b.size) < ALIKE_FROM * Math.max(a.size, b.size)) return
  const count = countShared(a, b)
  const share = jaccard(a, b, count)
  if (share >= ALIKE_FROM) add(code, share, shared(a, b).join(' '))
}

/** Names of parts ("API", "Database") say what they are within their systems, not that they are alike. */
function bothParts(a: Traits, b: Traits): boolean {
  return a.tool.partOf !== undefined && b.tool.partOf !== undefined
}

function productOf(one: Traits): string {
  return one.product.slice(0, one.product.indexOf('\n'))
}

function namesOf<I>(ids: readonly I[], rows: ReadonlyMap<I, { readonly name: string }>): string {
  const names = ids.map((id) => rows.get(id)?.name ?? String(id))
  return names.length > 1 ? names.sort().join(', ') : (names[0] ?? '')
}

function shared<T extends string>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  const both: T[] = []
  for (const each of a) if (b.has(each)) both.push(each)
  return both.length > 1 ? both.sort() : both
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const each of fewer) if (more.has(each)) both++
  return both
}

function jaccard(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, both: number): number {
  return both / (a.size + b.size - both)
}
