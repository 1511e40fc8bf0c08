import { useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { Findings } from '../../shared/analysis/findings'
import type { Language } from '../../shared/bridge'
import type { GraphExtras } from '../../shared/graph/build-graph'
import type { Graph, PlacedGraph } from '../../shared/graph/graph'
import { keepIdentity } from '../../shared/graph/keep-identity'
import { pinsOf } from '../../shared/graph/pins-of'
import type { RowChange } from '../../shared/inventory/change'
import type { Inventory } from '../../shared/inventory/inventory'
import { type Arrangement, FIRST_LOOK } from '../../shared/inventory/map-look'
import type { Pin, ToolId } from '../../shared/inventory/nouns'
import { canWrite, commit } from '../database/commit'
import { useWorkspace } from '../database/workspace'
import { jobsOf, namedIn, newcomers } from './arranged'
import { askable } from './ask-worker'
import type { JudgeQuestion } from './judge-worker'
import type { Arranged, Laid, LayoutQuestion } from './layout-worker'
import { mirrorSender } from './mirror'

/** What follows from the inventory: computed in workers, a moment behind it, never written by a screen. */
export interface Landscape {
  readonly findings?: Findings
  readonly placed?: PlacedGraph
  /** The lines' ways on the whole map, by edge; filters don't change them. */
  readonly routes?: Laid['routes']
  /** Something is being computed for a newer inventory. */
  /** How the map is laid out; its look decides. */
  readonly arrangement: Arrangement
  /** Tools that came to the map while it was there, until somebody has seen them. */
  readonly news: ReadonlySet<string>
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

const askJudge = askable<JudgeQuestion, Findings>(() => {
  judged.forget()
  return new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
})

const askLayout = askable<LayoutQuestion, Laid>(() => {
  laidOut.forget()
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
})

/** Overlaps, bundles and what they rest on, computed in the worker. `today` is an ISO date. */
export function judgeInWorker(inventory: Inventory, today: string): Promise<Findings> {
  return askJudge(() => ({ inventory: judged.updateTo(inventory), today }))
}

/** Every node's place and every line's way, computed in the worker. `withFindings` adds what the findings know. */
export function layoutInWorker(inventory: Inventory, arranged: Arranged = FIRST_LOOK): Promise<Laid> {
  const { arrangement, jobs, forget = [] } = arranged
  return askLayout(() => ({ inventory: laidOut.updateTo(inventory), arrangement, jobs, forget }))
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

/** What the findings add to the graph: names of functions, domains, overlaps. */
function extrasOf(findings: Findings | undefined, language: Language): GraphExtras {
  const functionNames = new Map<ToolId, string[]>()
  const domains = new Map<ToolId, string>()
  for (const { tool, functionKey } of findings?.assigned.assignments ?? []) {
    const info = findings?.assigned.functions.get(functionKey)
    if (info === undefined) continue
    const names = functionNames.get(tool)
    if (names === undefined) functionNames.set(tool, [info.name[language]])
    else names.push(info.name[language])
    if (info.domain !== undefined && !domains.has(tool)) domains.set(tool, info.domain)
  }
  return { overlaps: findings?.overlapCount ?? new Map(), functionNames, domains }
}

/** The placed map with what the findings add to its tools: functions, domain, overlaps. */
export function withFindings(placed: PlacedGraph, findings: Findings | undefined, language: Language): PlacedGraph {
  const { overlaps, functionNames, domains } = extrasOf(findings, language)
  const tools = placed.graph.tools.map((tool) => {
    const domain = domains.get(tool.id)
    return {
      ...tool,
      functions: functionNames.get(tool.id) ?? [],
      ...(domain === undefined ? {} : { domain }),
      overlaps: overlaps.get(tool.id) ?? 0,
    }
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
    const next = withFindings(placed, findings, language).graph
    shown.current = shown.current === undefined ? next : keepIdentity(shown.current, next)
    return { ...placed, graph: shown.current }
  }, [placed, findings, language])
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
    const { placed, routes } = await layoutInWorker(inventory, arranged)
    // Places for an inventory that is no more would show tools that are gone; the newer one is already on its way.
    const wanted = { inventory: useWorkspace.getState().inventory, arranged: arrangedNow() }
    if (needsPlaces({ inventory, arranged }, wanted)) return
    const news = new Set([...useLandscape.getState().news, ...newcomers(placed, inventory)])
    useLandscape.setState({ placed, routes, news, placing: false })
    if (placed.placedNow.length === 0 || !canWrite() || !isNow(inventory)) return
    commit({
      label: { code: 'placement', values: { count: placed.placedNow.length } },
      cause: { kind: 'placement' },
      rows: pinRows(inventory, pinsOf(placed)),
    })
  })

  const judgeNow = latestOnly(touchesFindings, async (inventory) => {
    useLandscape.setState({ judging: true })
    const findings = await judgeInWorker(inventory, today())
    if (!touchesFindings(inventory, useWorkspace.getState().inventory)) {
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
  return touchesPlaces({ ...a, pins: b.pins }, b) || a.functions !== b.functions || a.verdicts !== b.verdicts
}
