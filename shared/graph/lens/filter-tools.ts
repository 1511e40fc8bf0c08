import type { AttributeFilter } from '../../inventory/map-look'
import type { ToolId } from '../../inventory/nouns'
import { FIXED_VALUES, type LensAttribute, UNKNOWN } from './attributes'
import type { LensReader } from './reader'

/**
 * The tools that every filter lets through, in the inventory's order. A filter keeps tools of which one value is among
 * its values (no value: `''`); with `without` it keeps the others. A filter without values keeps everything.
 * @param ignoring filters that are passed over
 */
export function filterTools(
  reader: LensReader,
  filters: readonly AttributeFilter[],
  ignoring: (filter: AttributeFilter) => boolean = () => false,
): ReadonlySet<ToolId> {
  const tests = filters
    .filter((filter) => filter.values.length > 0 && !ignoring(filter))
    .map(({ attribute, values, without }) => {
      const column = reader.column(attribute)
      const wanted = new Set(values)
      const unknown = wanted.has(UNKNOWN)
      return (id: ToolId) => {
        const keys = column.get(id) ?? []
        const found = keys.length === 0 ? unknown : keys.some((key) => wanted.has(key))
        return found !== (without === true)
      }
    })
  const kept = new Set<ToolId>()
  for (const id of reader.inventory.tools.keys()) if (tests.every((test) => test(id))) kept.add(id)
  return kept
}

/** A value that a filter can ask for (`''`: unknown), and how many tools have it. */
export interface FilterChoice {
  readonly value: string
  readonly count: number
}

/**
 * The values on offer for an attribute, unknown last, with how many of the tools that the other filters let through have
 * each. Values of a fixed vocabulary stand in its order, others by count and then by themselves. Values that the filter
 * asks for are listed even when no tool has them any more. A tool with several values counts for each.
 */
export function filterChoices(
  reader: LensReader,
  filters: readonly AttributeFilter[],
  attribute: string,
): readonly FilterChoice[] {
  const column = reader.column(attribute)
  const shown = filterTools(reader, filters, (filter) => isChoice(filter, attribute))
  const counts = new Map<string, number>()
  const asked = filters.filter((filter) => isChoice(filter, attribute)).flatMap(({ values }) => values)
  for (const value of asked) counts.set(value, 0)
  for (const [id, keys] of column) {
    const by = shown.has(id) ? 1 : 0
    for (const key of keys.length === 0 ? [UNKNOWN] : keys) counts.set(key, (counts.get(key) ?? 0) + by)
  }
  const fixed = FIXED_VALUES[attribute as LensAttribute] ?? []
  const place = new Map(fixed.map((value, index) => [value, index]))
  const rank = (value: string) => (value === UNKNOWN ? fixed.length + 1 : (place.get(value) ?? fixed.length))
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => rank(a.value) - rank(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Whether this is the filter in which values of the attribute are chosen (there is at most one). */
export function isChoice({ attribute, without }: AttributeFilter, of: string): boolean {
  return attribute === of && without !== true
}

/** The values that are chosen of an attribute; empty when it isn't filtered by. */
export function chosen(filters: readonly AttributeFilter[], attribute: string): readonly string[] {
  return filters.find((filter) => isChoice(filter, attribute))?.values ?? []
}

/** The filters with these values chosen of an attribute, in the place of all those before; none: the filter goes. */
export function choose(
  filters: readonly AttributeFilter[],
  attribute: string,
  values: readonly string[],
): readonly AttributeFilter[] {
  const at = filters.findIndex((filter) => isChoice(filter, attribute))
  const filter: AttributeFilter = { attribute, values }
  if (at < 0) return values.length === 0 ? filters : [...filters, filter]
  // A view that somebody made elsewhere may hold several: they would go on hiding what is chosen now.
  const after = filters.slice(at + 1).filter((other) => !isChoice(other, attribute))
  return [...filters.slice(0, at), ...(values.length === 0 ? [] : [filter]), ...after]
}

/** The filters with these values of an attribute chosen if one of them wasn't, and otherwise no longer. */
export function toggleValues(
  filters: readonly AttributeFilter[],
  attribute: string,
  values: readonly string[],
): readonly AttributeFilter[] {
  const before = chosen(filters, attribute)
  const all = values.every((value) => before.includes(value))
  return choose(
    filters,
    attribute,
    all ? before.filter((value) => !values.includes(value)) : [...new Set([...before, ...values])],
  )
}
