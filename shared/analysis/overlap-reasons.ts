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
    const names = functions.keys.map((key) => assigned.functions.get(key)?.name.en ?? key)
    const weight = most['same-function'] * functions.share
    reasons.push({ code: 'same-function', weight, value: names.join(', '), functionKeys: functions.keys })
  }
  const departments = shared(a.departments, b.departments)
  if (departments.length > 0) {
    const names = departments.map((id) => inventory.departments.get(id)?.name ?? id).sort()
    add('same-departments', jaccard(a.departments, b.departments, departments.length), names.join(', '))
  }
  const data = shared(a.data, b.data)
  if (data.length > 0) {
    const byId: ReadonlyMap<string, { readonly name: string }> = inventory.dataObjects
    const names = data.map((id) => byId.get(id)?.name ?? id).sort()
    add('same-data', jaccard(a.data, b.data, data.length), names.join(', '))
  }
  if (isSameProduct) add('similar-name', 1, a.product === b.product && a.product !== '' ? productOf(a) : a.tool.name)
  else if (!bothParts(a, b)) addAlike('similar-name', a.nameWords, b.nameWords, add)
  addAlike('similar-description', a.descriptionWords, b.descriptionWords, add)
  if (a.vendor !== '' && a.vendor === b.vendor) add('same-vendor', 1, a.tool.vendor ?? a.vendor)

  const { keys, proposed } = functions
  return { isSameProduct, sharesFunction: keys.length > 0, sharesDepartment: departments.length > 0, proposed, reasons }
}

function sharedFunctions(a: Traits, b: Traits) {
  const keys: string[] = []
  let sum = 0
  let proposed = false
  for (const key of [...a.accepted, ...a.proposed]) {
    if (!b.accepted.has(key) && !b.proposed.has(key)) continue
    const isProposed = a.proposed.has(key) || b.proposed.has(key)
    keys.push(key)
    sum += isProposed ? PROPOSED_FACTOR : 1
    proposed ||= isProposed
  }
  const [inA, inB] = [a.accepted.size + a.proposed.size, b.accepted.size + b.proposed.size]
  const share = keys.length === 0 ? 0 : sum * (CONTAINED_SHARE / Math.min(inA, inB) + SUITE_SHARE / Math.max(inA, inB))
  return { keys: keys.sort(), share, proposed }
}

function addAlike(
  code: ReasonCode,
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  add: (code: ReasonCode, share: number, value: string) => void,
) {
  if (a.size === 0 || b.size === 0) return
  if (Math.min(a.size, b.size) < ALIKE_FROM * Math.max(a.size, b.size)) return
  const words = shared(a, b)
  const share = jaccard(a, b, words.length)
  if (share >= ALIKE_FROM) add(code, share, words.join(' '))
}

/** Names of parts ("API", "Database") say what they are within their systems, not that they are alike. */
function bothParts(a: Traits, b: Traits): boolean {
  return a.tool.partOf !== undefined && b.tool.partOf !== undefined
}

function productOf(one: Traits): string {
  return one.product.slice(0, one.product.indexOf('\n'))
}

function shared<T extends string>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  const both: T[] = []
  for (const each of a) if (b.has(each)) both.push(each)
  return both.sort()
}

function jaccard(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, both: number): number {
  return both / (a.size + b.size - both)
}
