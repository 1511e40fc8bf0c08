import type { PlacedGraph } from '../graph/graph'
import { FILTER_OF_COLOUR } from '../graph/lens/attributes'
import { type ColourGroups, colourGroups, countGroups, isUnknownGroup } from '../graph/lens/colour-groups'
import { type LandscapeAt, landscapeAt } from '../graph/lens/landscape-at'
import { lookedAt, shownTools } from '../graph/lens/looked-at'
import type { LensReader } from '../graph/lens/reader'
import { type SizeMarks, sizeMarks } from '../graph/lens/size-marks'
import type { Theme } from '../graph/palette'
import type { MapLook } from '../inventory/map-look'
import type { ToolId } from '../inventory/nouns'
import { attributeWords, groupWords, type LensWords } from './lens-words'
import { filterWords } from './look-filters'
import type { LegendEntry } from './svg-legend'
import type { SvgLens } from './to-svg'

/** What a look shows of the map: the same cards, lines, colours and marks as on the screen. */
export interface SeenMap {
  readonly look: MapLook
  /** The part of the map that the look lets through, everything where it was. */
  readonly placed: PlacedGraph
  readonly groups: ColourGroups
  /** How many of the tools that show are in each group. */
  readonly counts: readonly number[]
  readonly marks: SizeMarks | undefined
  readonly hiddenIn: ReadonlyMap<string, number>
  readonly hiddenBeside: ReadonlyMap<string, number>
  /** Absent: as listed. */
  readonly landscape: LandscapeAt | undefined
}

/**
 * The map as a look shows it.
 * @param whole everything, in the arrangement of the look
 * @param reader what colours and marks are read from
 * @param shown what filters and dates are read from, where `reader` reads a copy that hides something
 */
export function seenMap(whole: PlacedGraph, look: MapLook, reader: LensReader, shown: LensReader = reader): SeenMap {
  const { filters, methods, colourBy, sizeBy, at } = look
  const landscape = at === undefined ? undefined : landscapeAt(shown.inventory, at, shown.today)
  const { graph, hidden } = lookedAt(whole.graph, shownTools(shown, filters, landscape), landscape, methods)
  const groups = colourGroups(reader, colourBy)
  return {
    look,
    placed: graph === whole.graph ? whole : { ...whole, graph },
    groups,
    counts: countGroups(
      groups,
      graph.tools.map(({ id }) => id),
    ),
    marks: sizeBy === undefined ? undefined : sizeMarks(reader, sizeBy),
    hiddenIn: hidden.containers,
    hiddenBeside: hidden.neighbours,
    landscape,
  }
}

/** What the size of a mark shows, as filters name it. */
const ATTRIBUTE_OF_SIZE = {
  users: 'users',
  cost: 'annualCost',
  flows: 'flows',
  criticality: 'criticality',
} as const

/** The colours, marks and hidden counts of what is seen, for `toMapSvg` in this theme. */
export function svgLens(seen: SeenMap, theme: Theme, words: LensWords): SvgLens {
  const { groups, marks, look, landscape } = seen
  const unknownGroup = groups.groups.findIndex(isUnknownGroup)
  const colours = new Map<ToolId, string>()
  const unknown = new Set<ToolId>()
  for (const [id, at] of groups.of) {
    const group = groups.groups[at]
    if (group === undefined) continue
    colours.set(id, group.colour[theme === 'light' ? 0 : 1])
    if (at === unknownGroup) unknown.add(id)
  }
  return {
    colours,
    unknown,
    title: attributeWords(groups.attribute, words),
    entries: legendEntries(seen, theme, words),
    hiddenIn: seen.hiddenIn,
    hiddenBeside: seen.hiddenBeside,
    ...(landscape === undefined ? {} : { arrived: landscape.arrived, gone: landscape.gone }),
    ...(marks === undefined || look.sizeBy === undefined
      ? {}
      : {
          marks: {
            title: attributeWords(ATTRIBUTE_OF_SIZE[look.sizeBy], words),
            diameters: marks.diameters,
            unknown: marks.unknown,
            samples: marks.samples.map(({ value, diameter }) => ({
              text: marks.currency === undefined ? words.number(value) : words.money(value, marks.currency),
              diameter,
            })),
          },
        }),
  }
}

/** The colours that occur, what each stands for, and how many tools have it. */
export function legendEntries(
  { groups, counts }: Pick<SeenMap, 'groups' | 'counts'>,
  theme: Theme,
  words: LensWords,
): readonly LegendEntry[] {
  return groups.groups.flatMap((group, at): LegendEntry[] => {
    const count = counts[at] ?? 0
    const colour = group.colour[theme === 'light' ? 0 : 1]
    return count === 0
      ? []
      : [{ colour, unknown: isUnknownGroup(group), label: groupWords(groups.attribute, group, words), count }]
  })
}

/** What `lookWords` needs besides the words of the lens. */
export interface LookWords extends LensWords {
  /** Writes an ISO date. */
  readonly date: (iso: string) => string
  /** The name of a tool, for the arrangement around it. */
  readonly toolName: (id: ToolId) => string | undefined
  /** Attributes whose values are not to be told. */
  readonly hidden?: (attribute: string) => boolean
}

/** A look in words: how the map is arranged, what colours and marks mean, at what date it is seen; and the filters. */
export interface LookSaid {
  readonly told: readonly string[]
  /** Empty: nothing is left out. */
  readonly filters: readonly string[]
}

/** Says what a look shows, as it stands on everything that it shapes. `landscape` adds what has come and gone. */
export function lookWords(look: MapLook, landscape: LandscapeAt | undefined, words: LookWords): LookSaid {
  const { t, number } = words
  const { arrangement, colourBy, sizeBy, at } = look
  const around =
    arrangement.by === 'around' ? t('map:around', { name: words.toolName(arrangement.tool) ?? '…' }) : undefined
  const colour = attributeWords(FILTER_OF_COLOUR[colourBy], words)
  return {
    told: [
      around ?? t(`exportDialog:arranged.${arrangement.by}`),
      t('mapLook:colourBy', { what: colour }),
      ...(sizeBy === undefined
        ? []
        : [t('mapLook:sizeBy', { what: attributeWords(ATTRIBUTE_OF_SIZE[sizeBy], words) })]),
      ...(at === undefined
        ? []
        : [
            t('exportDialog:landscapeAt', {
              date: words.date(at),
              arrived: number(landscape?.arrived.size ?? 0),
              gone: number(landscape?.gone.size ?? 0),
            }),
          ]),
    ],
    filters: filterWords(look, words, words.hidden),
  }
}
