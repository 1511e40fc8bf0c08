import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import type { LensWords } from '../../../shared/export/lens-words'
import type { Graph, PlacedGraph } from '../../../shared/graph/graph'
import { type ColourGroups, colourGroups, isUnknownGroup } from '../../../shared/graph/lens/colour-groups'
import { filterTools } from '../../../shared/graph/lens/filter-tools'
import { type LandscapeAt, landscapeAt } from '../../../shared/graph/lens/landscape-at'
import { type LensReader, lensReader } from '../../../shared/graph/lens/reader'
import { type HiddenCounts, NOTHING_HIDDEN, showOnly } from '../../../shared/graph/lens/show-only'
import { type SizeMarks, sizeMarks } from '../../../shared/graph/lens/size-marks'
import { onlyMethods } from '../../../shared/graph/steps'
import type { MapLook } from '../../../shared/inventory/map-look'
import type { ToolId } from '../../../shared/inventory/nouns'
import type { CanvasLens } from '../../canvas/lens'
import { useInventory } from '../../database/workspace'
import { useFindings } from '../../river/landscape'
import { lensExtras, lensWords } from '../../river/lens'
import { today } from '../../today'
import { useLanguage } from '../../ui-state'

/** Reads the attributes of the inventory's tools; another one as soon as something that it reads has changed. */
export function useLensReader(): LensReader {
  const inventory = useInventory()
  const findings = useFindings()
  const now = today()
  const { tools, flows, usages, departments, functions } = inventory
  // biome-ignore lint/correctness/useExhaustiveDependencies: places, views and the like are no attributes of tools
  return useMemo(
    () => lensReader(inventory, lensExtras(findings), now),
    [tools, flows, usages, departments, functions, findings, now],
  )
}

/** What the values of a look are written with, in the language that shows. */
export function useLensWords({ currency }: LensReader): LensWords {
  const language = useLanguage()
  const findings = useFindings()
  const { departments, functions } = useInventory()
  return useMemo(
    () => lensWords(language, { departments, functions }, findings, currency),
    [language, findings, departments, functions, currency],
  )
}

export interface Lens {
  readonly reader: LensReader
  readonly groups: ColourGroups
  readonly marks: SizeMarks | undefined
  /** The part of the map that the look lets through, with everything where it was. */
  readonly placed: PlacedGraph | undefined
  readonly hidden: HiddenCounts
  /** Flows that aren't drawn: those of hidden tools, and those of other methods than the chosen ones. */
  readonly hiddenFlows: number
  /** The landscape at the look's date; absent: as listed. */
  readonly landscape: LandscapeAt | undefined
  readonly canvas: CanvasLens
}

/** The map as the look shows it: what is hidden and where, colours, marks. Each part is made anew only when it changes. */
export function useLens(all: PlacedGraph | undefined, look: MapLook): Lens {
  const reader = useLensReader()
  const theme = useComputedColorScheme('light')
  const { filters, methods, colourBy, sizeBy, at } = look
  const landscape = useMemo(
    () => (at === undefined ? undefined : landscapeAt(reader.inventory, at, reader.today)),
    [reader, at],
  )
  const shown = useMemo(() => shownTools(reader, filters, landscape), [reader, filters, landscape])
  const { placed, hidden, hiddenFlows } = useMemo(() => {
    if (all === undefined) return { placed: undefined, hidden: NOTHING_HIDDEN, hiddenFlows: 0 }
    const left = shown === undefined ? { graph: all.graph, hidden: NOTHING_HIDDEN } : showOnly(all.graph, shown)
    const drawn = landscape === undefined ? left.graph : withoutEdgesOf(left.graph, landscape.gone)
    const graph = methods === undefined ? drawn : onlyMethods(new Set(methods))(drawn)
    return {
      placed: graph === all.graph ? all : { ...all, graph },
      hidden: left.hidden,
      hiddenFlows: graph === all.graph ? 0 : countFlows(all.graph) - countFlows(graph),
    }
  }, [all, shown, methods, landscape])
  const groups = useMemo(() => colourGroups(reader, colourBy), [reader, colourBy])
  const marks = useMemo(() => (sizeBy === undefined ? undefined : sizeMarks(reader, sizeBy)), [reader, sizeBy])
  const canvas = useMemo<CanvasLens>(
    () => ({
      groupOf: groups.of,
      colours: groups.groups.map(({ colour }) => colour[theme === 'light' ? 0 : 1]),
      unknownGroup: groups.groups.findIndex(isUnknownGroup),
      marks,
      hiddenIn: hidden.containers,
      hiddenBeside: hidden.neighbours,
      arrived: landscape?.arrived ?? NONE,
      gone: landscape?.gone ?? NONE,
    }),
    [groups, theme, marks, hidden, landscape],
  )
  return { reader, groups, marks, placed, hidden, hiddenFlows, landscape, canvas }
}

const NONE: ReadonlySet<string> = new Set()

/** What the filters let through and, seen at a date, is there then or has gone until then. Absent: everything. */
function shownTools(
  reader: LensReader,
  filters: MapLook['filters'],
  landscape: LandscapeAt | undefined,
): ReadonlySet<ToolId> | undefined {
  if (filters.length === 0 && landscape === undefined) return undefined
  const kept = filterTools(reader, filters)
  if (landscape === undefined) return kept
  return new Set([...kept].filter((id) => landscape.present.has(id) || landscape.gone.has(id)))
}

/** A tool that has gone is drawn as a ghost; its flows have gone with it. */
function withoutEdgesOf(graph: Graph, gone: ReadonlySet<string>): Graph {
  if (gone.size === 0) return graph
  return { ...graph, edges: graph.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target)) }
}

function countFlows({ edges }: Graph): number {
  return edges.reduce((sum, { flows }) => sum + flows.length, 0)
}
