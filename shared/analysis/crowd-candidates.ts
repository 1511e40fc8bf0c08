import { type Crowd, DESCRIBED_FROM, describedBy, type OverlapIndex, visitAll } from './overlap-index'
import { CROWDED_FROM, MOST } from './overlap-scale'
import { prefixLength } from './tokens'
import type { Traits } from './tool-traits'

/** So much two sums of the same parts may differ by the order in which they are added up. */
const ROUNDING = 1e-9

const most = MOST.other

/**
 * Visits every tool of a crowd that could reach `least` with this one by what a crowd is weighed by; some of them
 * several times. Exact, because of an upper bound: the job gives at most 0.45, and the rest has to come from elsewhere.
 * What can't make up for the rest by itself needs no list of its own (the essential lists of a top-k search): names
 * and descriptions give 0.15, a common vendor 0.05, data 0.15, departments 0.2. So the higher the bar, the fewer lists:
 * from 0.65 on two tools without a department or data in common can't reach it, from 0.8 on no two without a department.
 */
export function visitCrowds(one: Traits, index: OverlapIndex, least: number, visit: (other: Traits) => void): void {
  const missing = Math.max(least, CROWDED_FROM) - ROUNDING - most['same-function'] * jobBound(one)
  for (const job of one.jobs) {
    const group = index.jobs.get(job)
    if (group?.crowd === undefined) continue
    if (!visitDescribed(one, group.crowd, group.members.size, missing, visit)) group.members.forEach(visit)
    else visitSharing(one, group.crowd, missing, visit)
  }
}

/** Those that words alone could bring there. False when it would be quicker to look at the whole crowd. */
function visitDescribed(
  one: Traits,
  { descriptions }: Crowd,
  size: number,
  missing: number,
  visit: (other: Traits) => void,
): boolean {
  const alike = (missing - most['similar-name']) / most['similar-description']
  if (alike > 1 || one.descriptionWords.length === 0) return true
  const words = describedBy(one, Math.max(DESCRIBED_FROM, alike))
  let looks = 0
  for (const word of words) looks += descriptions.get(word)?.length ?? 0
  if (looks >= size) return false
  for (const word of words) visitAll(descriptions.get(word), visit)
  return true
}

/** Those that share a vendor, data or a department, as far as each of them is needed to get there. */
function visitSharing(one: Traits, crowd: Crowd, missing: number, visit: (other: Traits) => void): void {
  const { vendor, data, departments } = one
  // Names and descriptions have no list here: alone they are `visitDescribed`'s, together with anything below they count.
  let given = most['similar-name'] + (one.descriptionWords.length === 0 ? 0 : most['similar-description'])
  const fromVendor = vendor === '' ? 0 : most['same-vendor']
  const isVendorNeeded = given + fromVendor >= missing
  if (isVendorNeeded) visitAll(crowd.vendors.get(vendor), visit)
  else given += fromVendor
  const fromData = data.length === 0 ? 0 : most['same-data']
  const areDataNeeded = isVendorNeeded || given + fromData >= missing
  if (areDataNeeded) for (const token of data) visitAll(crowd.data.get(token), visit)
  else given += fromData
  const alike = areDataNeeded ? 0 : (missing - given) / most['same-departments']
  if (alike > 1) return
  const met = alike <= 0 ? departments.length : prefixLength(departments.length, alike)
  for (let at = 0; at < met; at++) visitAll(crowd.departments.get(departments[at] as number), visit)
}

/** The highest share of `same-function` that a tool can reach with any other. */
export function jobBound({ jobs, trust, telling }: Traits): number {
  return jobs.length > 1 ? 1 : (telling[0] ?? 1) * (trust[0] ?? 1)
}
