import { useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { Findings } from '../../shared/analysis/findings'
import type { Language } from '../../shared/bridge'
import { buildGraph, type GraphExtras } from '../../shared/graph/build-graph'
import type { Graph, PlacedGraph } from '../../shared/graph/graph'
import { keepIdentity } from '../../shared/graph/keep-identity'
import { pinsOf } from '../../shared/graph/pins-of'
import type { RowChange } from '../../shared/inventory/change'
import type { Inventory } from '../../shared/inventory/inventory'
import type { Pin, ToolId } from '../../shared/inventory/nouns'
import { canWrite, commit } from '../database/commit'
import { useWorkspace } from '../database/workspace'
import { askable } from './ask-worker'
import type { JudgeQuestion } from './judge-worker'
import type { LayoutQuestion } from './layout-worker'

/** What follows from the inventory: computed in workers, a moment behind it, never written by a screen. */
export interface Landscape {
  readonly findings?: Findings
  readonly placed?: PlacedGraph
  /** Something is being computed for a newer inventory. */
  readonly placing: boolean
  readonly judging: boolean
  /** A worker failed; the message is for the log and the bug report. */
  readonly failure?: string
}

export const useLandscape = create<Landscape>()(() => ({ placing: false, judging: false }))

const selectFindings = (state: Landscape) => state.findings
const selectPlaced = (state: Landscape) => state.placed

export const useFindings = () => useLandscape(selectFindings)
export const usePlaced = () => useLandscape(selectPlaced)

/** Overlaps, bundles and what they rest on, computed in the worker. */
export const judgeInWorker = askable<JudgeQuestion, Findings>(
  () => new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' }),
)

/** Every node's place, computed in the worker. */
export const layoutInWorker = askable<LayoutQuestion, PlacedGraph>(
  () => new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' }),
)

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

/** The graph of the inventory, with what the findings add to it. */
export function graphOf(inventory: Inventory, findings: Findings | undefined, language: Language): Graph {
  return buildGraph(inventory, extrasOf(findings, language))
}

/** The map as it is placed now, with what the findings add. Places and findings each appear when they are ready. */
export function useMapGraph(language: Language): PlacedGraph | undefined {
  const placed = usePlaced()
  const findings = useFindings()
  const shown = useRef<Graph>(undefined)
  return useMemo(() => {
    if (placed === undefined) return undefined
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
    const next = { ...placed.graph, tools }
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
  let placedFor: Inventory | undefined
  let judgedFor: Inventory | undefined

  const place = async (inventory: Inventory) => {
    placedFor = inventory
    useLandscape.setState({ placing: true })
    const placed = await layoutInWorker({ graph: graphOf(inventory, undefined, 'en'), pins: inventory.pins })
    if (placedFor !== inventory) return
    useLandscape.setState({ placed, placing: false })
    if (placed.placedNow.length === 0 || !canWrite() || useWorkspace.getState().inventory !== inventory) return
    commit({
      label: { code: 'placement', values: { count: placed.placedNow.length } },
      cause: { kind: 'placement' },
      rows: pinRows(inventory, pinsOf(placed)),
    })
  }

  const judgeNow = async (inventory: Inventory) => {
    judgedFor = inventory
    useLandscape.setState({ judging: true })
    const findings = await judgeInWorker({ inventory, today: today() })
    if (judgedFor === inventory) useLandscape.setState({ findings, judging: false })
  }

  const fail = (error: unknown) => {
    useLandscape.setState({ placing: false, judging: false, failure: error instanceof Error ? error.message : '' })
  }

  const follow = (inventory: Inventory) => {
    if (placedFor === undefined || touchesPlaces(placedFor, inventory)) place(inventory).catch(fail)
    if (judgedFor === undefined || touchesFindings(judgedFor, inventory)) judgeNow(inventory).catch(fail)
  }

  follow(useWorkspace.getState().inventory)
  return useWorkspace.subscribe((state, before) => {
    if (state.inventory !== before.inventory) follow(state.inventory)
  })
}

function touchesPlaces(a: Inventory, b: Inventory): boolean {
  return a.tools !== b.tools || a.departments !== b.departments || a.flows !== b.flows || a.pins !== b.pins
}

function touchesFindings(a: Inventory, b: Inventory): boolean {
  return (
    touchesPlaces({ ...a, pins: b.pins }, b) ||
    a.functions !== b.functions ||
    a.usages !== b.usages ||
    a.dataObjects !== b.dataObjects ||
    a.verdicts !== b.verdicts
  )
}
