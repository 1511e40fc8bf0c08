import { useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { Assigned, Findings } from '../../shared/analysis/findings'
import type { Language } from '../../shared/bridge'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { Graph, PlacedGraph, ToolNode } from '../../shared/graph/graph'
import { equal } from '../../shared/graph/keep-identity'
import type { RowChange } from '../../shared/inventory/change'
import type { Inventory } from '../../shared/inventory/inventory'
import { type Arrangement, FIRST_LOOK } from '../../shared/inventory/map-look'
import type { Pin, ToolId } from '../../shared/inventory/nouns'
import { canWrite, commit } from '../database/commit'
import { useWorkspace } from '../database/workspace'
import { jobsOf, namedIn, newcomers } from './arranged'
import { askable } from './ask-worker'
import { type DeltaOrders, type DeltaPart, deltaReceiver } from './delta'
import { FINDINGS_LISTS, findingsOf } from './findings-lists'
import type { JudgePart, JudgeQuestion } from './judge-worker'
import { LAID_LISTS, type Laid, type Places, routesOf, together } from './laid'
import type { Arranged, LayoutAnswer, LayoutQuestion } from './layout-worker'
import { prepareStrong } from './leave'
import { mirrorSender } from './mirror'

/** What follows from the inventory: computed in workers, a moment behind it, never written by a screen. */
export interface Landscape {
  readonly findings?: Findings
  readonly placed?: PlacedGraph
  /** The lines' ways on the whole map, by edge; filters don't change them. */
  readonly routes?: Laid['routes']
  /** How the map is laid out; its look decides. */
  readonly arrangement: Arrangement
  /** Tools that came to the map while it was there, until somebody has seen them. */
  readonly news: ReadonlySet<string>
  /** Something is being computed for a newer inventory. */
  readonly placing: boolean
  readonly judging: boolean
  /** A worker failed; the message is for the log and the bug report. */
  readonly failure?: string
}

const NOTHING_YET: Landscape = { arrangement: FIRST_LOOK.arrangement, news: new Set(), placing: false, judging: false }

export const useLandscape = create<Landscape>()(() => NOTHING_YET)

const selectFindings = (state: Landscape) => state.findings
const selectPlaced = (state: Landscape) => state.placed
const selectRoutes = (state: Landscape) => state.routes

export const useFindings = () => useLandscape(selectFindings)
export const usePlaced = () => useLandscape(selectPlaced)
export const useRoutes = () => useLandscape(selectRoutes)

const judged = mirrorSender()
const laidOut = mirrorSender()

const findingsSent = deltaReceiver(FINDINGS_LISTS)
const laidSent = deltaReceiver(LAID_LISTS)

const askJudge = askable<JudgeQuestion, JudgePart, DeltaOrders>(() => {
  judged.forget()
  findingsSent.forget()
  return new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
})

const askLayout = askable<LayoutQuestion, DeltaPart, LayoutAnswer>(() => {
  laidOut.forget()
  laidSent.forget()
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
})

let lastFindings: Findings | undefined

/**
 * Overlaps, bundles and what they rest on, computed in the worker. `today` is an ISO date. Of a large inventory what is
 * known so far is handed to `show` while the rest is looked for.
 */
export async function judgeInWorker(
  inventory: Inventory,
  today: string,
  show: (soFar: Findings) => void = () => undefined,
): Promise<Findings> {
  const question = () => judged.updatesTo(inventory).map((update) => ({ inventory: update, today }))
  // One after the other: the lists of each are built upon those before.
  let turn: Promise<unknown> = Promise.resolve()
  const put = async (received: Received) => {
    lastFindings = await findingsOf(await received(), lastFindings)
    return lastFindings
  }
  const orders = await askJudge(question, (message) => {
    if ('part' in message) findingsSent.take(message.part)
    else {
      const received = findingsSent.taken(message.soFar)
      turn = turn.then(() => put(received)).then(show)
      turn.catch(() => undefined)
    }
  })
  const received = findingsSent.taken(orders)
  await turn
  return put(received)
}

type Received = ReturnType<typeof findingsSent.taken>

/** What the layout worker says of an inventory; with everything (`whole`) or without the lines' ways. */
async function askPlaces(inventory: Inventory, arranged: Arranged, whole: boolean) {
  const { arrangement, jobs, forget } = arranged
  const question = () =>
    laidOut.updatesTo(inventory).map((update) => ({ inventory: update, arrangement, jobs, forget, whole }))
  const answer = await askLayout(question, laidSent.take)
  if (!('number' in answer)) throw new Error('Routes were answered where places were asked for')
  const lists = await laidSent.listsOf(answer.orders)
  return { lists, places: await together(lists, answer.rest), number: answer.number }
}

/** Every node's place, computed in the worker, and the number by which it knows this layout. */
export async function placesInWorker(
  inventory: Inventory,
  arranged: Arranged,
): Promise<Places & { readonly number: number }> {
  const { places, number } = await askPlaces(inventory, arranged, false)
  return { ...places, number }
}

/** Every node's place and every line's way, computed in the worker. */
export async function layoutInWorker(inventory: Inventory, arranged: Arranged = FIRST_LOOK): Promise<Laid> {
  const { lists, places } = await askPlaces(inventory, arranged, true)
  return { ...places, routes: await routesOf(lists) }
}

/**
 * The ways of the lines of a layout, computed in the worker bit by bit. None when another layout has been asked for in
 * the meantime, or as soon as nobody wants them any more.
 */
async function routesInWorker(number: number, wanted: () => boolean): Promise<Laid['routes'] | undefined> {
  while (wanted()) {
    const answer = await askLayout(() => [{ routesOf: number }], laidSent.take)
    if (!('routes' in answer)) throw new Error('Places were answered where routes were asked for')
    if (answer.routes === 'gone') return undefined
    if (answer.routes !== 'more') return routesOf(await laidSent.listsOf(answer.routes))
  }
  return undefined
}

/** Has the map laid out so from now on. */
export function arrangeBy(arrangement: Arrangement): void {
  const same = JSON.stringify(useLandscape.getState().arrangement) === JSON.stringify(arrangement)
  if (!same) useLandscape.setState({ arrangement })
}

/** How the map is laid out now. */
export function arrangedNow(): Arranged {
  const { arrangement, findings } = useLandscape.getState()
  return { arrangement, jobs: arrangement.by === 'function' && findings !== undefined ? jobsOf(findings) : undefined }
}

/** Somebody has seen these tools, or with nothing said all of them: they are no longer marked as new. */
export function seen(ids?: readonly string[]): void {
  const { news } = useLandscape.getState()
  if (news.size === 0 || ids?.some((id) => news.has(id)) === false) return
  useLandscape.setState({ news: new Set(ids === undefined ? [] : [...news].filter((id) => !ids.includes(id))) })
}

/** What the findings add to the graph: names of functions, domains. */
interface Jobs {
  readonly names: ReadonlyMap<ToolId, readonly string[]>
  readonly domains: ReadonlyMap<ToolId, string>
}

const NO_JOBS: Jobs = { names: new Map(), domains: new Map() }
const named = new WeakMap<Assigned, Partial<Record<Language, Jobs>>>()

function namesOf(assigned: Assigned, language: Language): Jobs {
  const known = named.get(assigned)
  if (known?.[language] !== undefined) return known[language]
  const names = new Map<ToolId, string[]>()
  const domains = new Map<ToolId, string>()
  for (const { tool, functionKey } of assigned.assignments) {
    const info = assigned.functions.get(functionKey)
    if (info === undefined) continue
    const found = names.get(tool)
    if (found === undefined) names.set(tool, [info.name[language]])
    else found.push(info.name[language])
    if (info.domain !== undefined && !domains.has(tool)) domains.set(tool, info.domain)
  }
  named.set(assigned, { ...known, [language]: { names, domains } })
  return { names, domains }
}

const NO_NAMES: readonly string[] = []
const dressed = new WeakMap<ToolNode, ToolNode>()

/** The placed map with what the findings add to its tools: functions, domain, overlaps. Tools to which they add what they added before stay the same objects. */
export function withFindings(placed: PlacedGraph, findings: Findings | undefined, language: Language): PlacedGraph {
  const { names, domains } = findings === undefined ? NO_JOBS : namesOf(findings.assigned, language)
  const tools = placed.graph.tools.map((tool) => {
    const functions = names.get(tool.id) ?? NO_NAMES
    const domain = domains.get(tool.id)
    const overlaps = findings?.overlapCount.get(tool.id) ?? 0
    if (overlaps === tool.overlaps && domain === tool.domain && equal(tool.functions, functions)) return tool
    const last = dressed.get(tool)
    if (last?.overlaps === overlaps && last.domain === domain && equal(last.functions, functions)) return last
    const next = { ...tool, functions, ...(domain === undefined ? {} : { domain }), overlaps }
    dressed.set(tool, next)
    return next
  })
  const containers = namedIn(placed.graph.containers, findings, language)
  return { ...placed, graph: { ...placed.graph, containers, tools } }
}

/** The map as it is placed now, with what the findings add. Places and findings each appear when they are ready. */
export function useMapGraph(language: Language): PlacedGraph | undefined {
  const placed = usePlaced()
  const findings = useFindings()
  const shown = useRef<Graph>(undefined)
  return useMemo(() => {
    if (placed === undefined) return undefined
    const { graph } = withFindings(placed, findings, language)
    const before = shown.current
    const { containers, edges } = graph
    const tools = before !== undefined && sameItems(before.tools, graph.tools) ? before.tools : graph.tools
    const same = before?.tools === tools && before.containers === containers && before.edges === edges
    shown.current = same ? before : { ...graph, tools }
    return { ...placed, graph: shown.current }
  }, [placed, findings, language])
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}

/** The row changes that remember these positions; none for what is remembered so already. */
export function pinRows(inventory: Inventory, pins: readonly Pin[]): readonly RowChange[] {
  return pins.flatMap((pin): RowChange[] => {
    const before = inventory.pins.get(pin.id)
    if (before !== undefined && before.x === pin.x && before.y === pin.y) return []
    return [{ table: 'pins', id: pin.id, ...(before === undefined ? {} : { before }), after: pin }]
  })
}

/** From now on the landscape follows the inventory. Gives back the function that ends it. */
export function followInventory(today: () => string): () => void {
  const isNow = (inventory: Inventory) => useWorkspace.getState().inventory === inventory

  const place = latestOnly(needsPlaces, async ({ inventory, arranged }) => {
    useLandscape.setState({ placing: true })
    const { placed, number, pins } = await placesInWorker(inventory, arranged)
    // Places for an inventory that is no more would show tools that are gone; the newer one is already on its way.
    const isWanted = () =>
      !needsPlaces({ inventory, arranged }, { inventory: useWorkspace.getState().inventory, arranged: arrangedNow() })
    if (!isWanted()) return
    const before = useLandscape.getState()
    const news = new Set([...before.news, ...newcomers(placed, inventory)])
    // A small map is shown when it is complete. On a large one the lines whose ends stayed where they were stay too.
    const many = placed.graph.edges.length > LINES_AT_ONCE
    if (many) useLandscape.setState({ placed, routes: routesThatHold(before, placed), news })
    const found = await routesInWorker(number, isWanted)
    if (!isWanted()) return
    const routes = found ?? (await layoutInWorker(inventory, arranged)).routes
    useLandscape.setState({ placed, routes, ...(many ? {} : { news }), placing: false })
    if (pins.length === 0 || !canWrite() || !isNow(inventory)) return
    commit({
      label: { code: 'placement', values: { count: pins.length } },
      cause: { kind: 'placement' },
      rows: pinRows(inventory, pins),
    })
  })

  const judgeNow = latestOnly(touchesFindings, async (inventory) => {
    useLandscape.setState({ judging: true })
    const isWanted = () => !touchesFindings(inventory, useWorkspace.getState().inventory)
    const findings = await judgeInWorker(inventory, today(), (soFar) => {
      if (isWanted()) useLandscape.setState({ findings: soFar })
    })
    await prepareStrong(findings)
    if (isWanted()) {
      useLandscape.setState({ findings, judging: false })
      placeNow()
    }
  })

  const placeNow = () => {
    const { inventory } = useWorkspace.getState()
    const { arrangement, findings, judging } = useLandscape.getState()
    const waits = arrangement.by === 'function' && (judging || findings === undefined)
    if (!waits) place({ inventory, arranged: arrangedNow() })
  }
  const follow = (inventory: Inventory) => {
    judgeNow(inventory)
    placeNow()
  }
  const stop = useLandscape.subscribe((state, before) => {
    if (state.arrangement !== before.arrangement) placeNow()
  })

  follow(useWorkspace.getState().inventory)
  const leave = useWorkspace.subscribe((state, before) => {
    // Another workspace: nothing of the one before may be seen, not even until the new places are there.
    if (state.visit !== before.visit) useLandscape.setState(NOTHING_YET, true)
    if (state.inventory !== before.inventory) follow(state.inventory)
  })
  return () => {
    stop()
    leave()
  }
}

/** So many lines are routed before the map is shown: they take no longer than a blink. */
const LINES_AT_ONCE = 1_000

/** The routes of the lines of which neither end has moved. */
function routesThatHold({ placed: before, routes }: Landscape, { graph, at }: PlacedGraph): Laid['routes'] {
  if (before === undefined || routes === undefined) return new Map()
  const stays = (id: ToolId) => {
    const [old, now] = [before.at.get(id), at.get(id)]
    return old === now || (old?.x === now?.x && old?.y === now?.y)
  }
  const held = new Map<string, EdgeRoute>()
  for (const { id, source, target } of graph.edges) {
    const route = routes.get(id)
    if (route !== undefined && stays(source) && stays(target)) held.set(id, route)
  }
  return held.size === routes.size ? routes : held
}

/** What places are worked out for. */
interface Wanted {
  readonly inventory: Inventory
  readonly arranged: Arranged
}

function needsPlaces(a: Wanted, b: Wanted): boolean {
  return (
    a.arranged.arrangement !== b.arranged.arrangement ||
    a.arranged.jobs !== b.arranged.jobs ||
    touchesPlaces(a.inventory, b.inventory)
  )
}

/**
 * Runs the work for the newest inventory only: while one is being worked on, those that come are passed over but for
 * the last. An inventory that differs from the one before in nothing that the work looks at is passed over too.
 */
function latestOnly<T>(differs: (a: T, b: T) => boolean, work: (newest: T) => Promise<void>): (newest: T) => void {
  let last: T | undefined
  let waiting: T | undefined
  let busy = false
  const run = async (newest: T) => {
    busy = true
    last = newest
    try {
      await work(newest)
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      useLandscape.setState({ placing: false, judging: false, failure })
    }
    busy = false
    const next = waiting
    waiting = undefined
    if (next !== undefined && differs(last, next)) await run(next)
  }
  return (newest) => {
    if (busy) waiting = newest
    else if (last === undefined || differs(last, newest)) void run(newest)
  }
}

function touchesPlaces(a: Inventory, b: Inventory): boolean {
  return (
    a.tools !== b.tools ||
    a.departments !== b.departments ||
    a.flows !== b.flows ||
    a.dataObjects !== b.dataObjects ||
    a.usages !== b.usages ||
    a.pins !== b.pins
  )
}

function touchesFindings(a: Inventory, b: Inventory): boolean {
  return (
    touchesPlaces({ ...a, pins: b.pins }, b) ||
    a.functions !== b.functions ||
    a.verdicts !== b.verdicts ||
    a.ownProducts !== b.ownProducts ||
    a.preferences !== b.preferences
  )
}
