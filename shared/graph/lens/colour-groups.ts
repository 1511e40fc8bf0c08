import type { ColourAttribute } from '../../inventory/map-look'
import type { ToolId } from '../../inventory/nouns'
import { FILTER_OF_COLOUR, FIXED_VALUES, type LensAttribute, UNKNOWN } from './attributes'
import { CATEGORIES, type LensColour, OTHERS, valueColour } from './colours'
import type { LensReader } from './reader'

/** Tools of one colour. */
export interface ColourGroup {
  /** What a filter asks for to get exactly these tools. Several for the group of all that have no colour of their own. */
  readonly values: readonly string[]
  /** Stands for more values than it could name. */
  readonly others: boolean
  readonly colour: LensColour
  /** How many tools of the whole inventory are in it. */
  readonly count: number
}

export interface ColourGroups {
  /** The attribute as filters name it. */
  readonly attribute: LensAttribute
  /** Only what occurs, in the order of the legend; unknown comes last. */
  readonly groups: readonly ColourGroup[]
  /** The group of each tool, as its place in `groups`. Every tool is in one. */
  readonly of: ReadonlyMap<ToolId, number>
}

/** So many departments get a colour of their own: more could not be told apart. */
const COLOURED = Object.keys(CATEGORIES).length

/**
 * All tools in groups of one colour. Values of a fixed vocabulary stand in its order; domains and departments by how many
 * tools they have. What can't have a colour of its own (departments after the eighth, costs in another currency than the
 * usual one) is one group. What filters hide changes neither groups nor colours.
 */
export function colourGroups(reader: LensReader, colourBy: ColourAttribute): ColourGroups {
  const attribute = FILTER_OF_COLOUR[colourBy]
  const column = reader.column(attribute)
  const counts = new Map<string, number>()
  for (const keys of column.values()) {
    const key = keys[0] ?? UNKNOWN
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const fixed = FIXED_VALUES[attribute]
  const order = fixed ?? byCount(counts)
  const named = colourBy === 'department' ? order.slice(0, COLOURED) : order
  const groups: ColourGroup[] = named.flatMap((value, place) => {
    const count = counts.get(value) ?? 0
    return count === 0 ? [] : [{ values: [value], others: false, colour: valueColour(colourBy, value, place), count }]
  })
  const rest = byCount(counts).filter((value) => !named.includes(value))
  if (rest.length > 0) {
    const count = rest.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
    groups.push({ values: rest, others: true, colour: OTHERS, count })
  }
  const unknown = counts.get(UNKNOWN) ?? 0
  if (unknown > 0) {
    const colour = valueColour(colourBy, UNKNOWN, 0)
    groups.push({ values: [UNKNOWN], others: false, colour, count: unknown })
  }
  const placeOf = new Map(groups.flatMap(({ values }, index) => values.map((value) => [value, index] as const)))
  const of = new Map<ToolId, number>()
  for (const [id, keys] of column) of.set(id, placeOf.get(keys[0] ?? UNKNOWN) as number)
  return { attribute, groups, of }
}

/** How many of these tools are in each group, in the order of the groups. */
export function countGroups({ groups, of }: ColourGroups, tools: Iterable<ToolId>): readonly number[] {
  const counts = groups.map(() => 0)
  for (const id of tools) {
    const group = of.get(id)
    if (group !== undefined) counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/** Whether a group is the one of tools of which the value isn't known. */
export function isUnknownGroup({ values }: ColourGroup): boolean {
  return values[0] === UNKNOWN
}

function byCount(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .filter(([value]) => value !== UNKNOWN)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value)
}
