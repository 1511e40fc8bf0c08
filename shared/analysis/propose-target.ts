import type { Inventory } from '../inventory/inventory'
import type { Tool, ToolId } from '../inventory/nouns'
import { type BundleFacts, usersOf } from './bundle-facts'
import type { Bundle, CatalogueInputs, NewPlatformCode, Target, TargetCode } from './findings'
import { monthsBetween } from './months'
import { put } from './tool-traits'

type Suites = NonNullable<CatalogueInputs['suites']>

/** How much each reason speaks for a tool as the target: what is paid for already and what fits before what is big. */
export const TARGET_WEIGHTS: Readonly<Record<TargetCode, number>> = {
  'owned-suite': 3,
  'best-fit': 3,
  'most-users': 2,
  'most-flows': 1,
  'longest-contract': 1,
}

/** A fit below this (1–4) is no fit. */
const FITS_FROM = 3
/** From so many tools on, none of which has half of the users, a platform of its own is worth a look. */
const MANY = 4

/**
 * Which of a bundle's tools the others could move to, and why: the one for which most reasons speak (`TARGET_WEIGHTS`),
 * ties by users, then id. A reason speaks for a tool when it has the most of what the tools are known to have, and for
 * all that have as much. A tool that is being phased out is proposed only when all are. Beside it stands what speaks
 * for a new platform; `preferred` when nothing of what is there fits or stays.
 * @param paid what `paidSuites` gives: a suite of which another tool is there is paid for either way
 * @param landscape its `today`: contracts that ended before it bind nobody
 */
export function proposeTarget(
  bundle: Bundle,
  landscape: BundleFacts,
  { suites, paid }: { readonly suites: Suites; readonly paid: ReturnType<typeof paidSuites> },
): Target | undefined {
  const { inventory, today } = landscape
  const members = bundle.tools.map((id) => inventory.tools.get(id)).filter((tool) => tool !== undefined)
  const stable = members.filter(({ status }) => status !== 'phasing-out')
  const eligible = stable.length > 0 ? stable : members
  const users = usersByTool(members, landscape)
  const facts: readonly (readonly [TargetCode, (tool: Tool) => number | undefined])[] = [
    ['best-fit', fitOf],
    ['most-users', ({ id }) => users.get(id)],
    ['most-flows', ({ id }) => landscape.flows.get(id)?.length],
    [
      'longest-contract',
      ({ contractEnd }) => (contractEnd === undefined ? undefined : monthsBetween(today, contractEnd)),
    ],
  ]
  const most = facts.map(([, of]) => eligible.reduce((top, tool) => Math.max(top, of(tool) ?? 0), 0))
  const candidates = eligible.map((tool) => {
    const reasons: Target['reasons'][number][] = []
    const suite = suites.get(tool.id)
    const others = suite === undefined ? 0 : (paid.get(suite.suite)?.size ?? 0)
    if (suite !== undefined && others > (paid.get(suite.suite)?.has(tool.id) === true ? 1 : 0)) {
      reasons.push({ code: 'owned-suite', weight: TARGET_WEIGHTS['owned-suite'], value: suite.suite })
    }
    for (const [i, [code, of]] of facts.entries()) {
      const own = of(tool)
      if (own === undefined || own <= 0 || own < (most[i] as number)) continue
      if (code === 'best-fit' && own < FITS_FROM) continue
      const value = code === 'longest-contract' ? (tool.contractEnd ?? '') : own
      reasons.push({ code, weight: TARGET_WEIGHTS[code], value })
    }
    return { tool: tool.id, reasons, weight: reasons.reduce((sum, { weight }) => sum + weight, 0) }
  })
  candidates.sort((a, b) => {
    return b.weight - a.weight || (users.get(b.tool) ?? 0) - (users.get(a.tool) ?? 0) || (a.tool < b.tool ? -1 : 1)
  })
  const [best] = candidates
  if (best === undefined) return undefined
  return { tool: best.tool, reasons: best.reasons, newPlatform: newPlatform(members, stable, users) }
}

function newPlatform(
  members: readonly Tool[],
  stable: readonly Tool[],
  users: ReadonlyMap<ToolId, number>,
): Target['newPlatform'] {
  const reasons: NewPlatformCode[] = []
  const fits = stable.map(fitOf)
  const nothingFits = fits.length > 0 && fits.every((fit) => fit !== undefined && fit < FITS_FROM)
  if (nothingFits) reasons.push('nothing-fits')
  if (stable.length === 0) reasons.push('all-phasing-out')
  const known = members.map(({ id }) => users.get(id)).filter((each) => each !== undefined)
  const all = known.reduce((sum, each) => sum + each, 0)
  if (known.length >= MANY && known.every((each) => each * 2 < all)) reasons.push('no-majority')
  return { preferred: nothingFits || stable.length === 0, reasons }
}

/** How well a tool fits, 1–4: the mean of what is known of its functional and technical fit. */
function fitOf({ functionalFit, technicalFit }: Tool): number | undefined {
  if (functionalFit === undefined) return technicalFit
  return technicalFit === undefined ? functionalFit : (functionalFit + technicalFit) / 2
}

function usersByTool(tools: readonly Tool[], facts: BundleFacts): ReadonlyMap<ToolId, number> {
  const users = new Map<ToolId, number>()
  for (const tool of tools) {
    const own = usersOf(tool, facts)
    if (own !== undefined) users.set(tool.id, own)
  }
  return users
}

/** The tools of each suite that are neither planned nor retired: what is paid for. */
export function paidSuites(inventory: Inventory, suites: Suites): ReadonlyMap<string, ReadonlySet<ToolId>> {
  const paid = new Map<string, Set<ToolId>>()
  for (const [id, { suite }] of suites) {
    const tool = inventory.tools.get(id)
    if (tool !== undefined && tool.status !== 'planned' && tool.status !== 'retired') put(paid, suite, id)
  }
  return paid
}
