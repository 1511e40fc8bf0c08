import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import type { LensWords } from '../../../shared/export/lens-words'
import type { Graph, PlacedGraph } from '../../../shared/graph/graph'
import { type ColourGroups, colourGroups, isUnknownGroup } from '../../../shared/graph/lens/colour-groups'
import { type LandscapeAt, landscapeAt } from '../../../shared/graph/lens/landscape-at'
import { lookedAt, shownTools } from '../../../shared/graph/lens/looked-at'
import { type LensReader, lensReader } from '../../../shared/graph/lens/reader'
import { type HiddenCounts, NOTHING_HIDDEN } from '../../../shared/graph/lens/show-only'
import { type SizeMarks, sizeMarks } from '../../../shared/graph/lens/size-marks'
import type { MapLook } from '../../../shared/inventory/map-look'
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
    const { graph, hidden: out } = lookedAt(all.graph, shown, landscape, methods)
    return {
      placed: graph === all.graph ? all : { ...all, graph },
      hidden: out,
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

function countFlows({ edges }: Graph): number {
  return edges.reduce((sum, { flows }) => sum + flows.length, 0)
}
