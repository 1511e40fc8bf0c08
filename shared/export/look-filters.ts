import type { PlacedGraph } from '../graph/graph'
import { EXTRA_PREFIX } from '../graph/lens/attributes'
import { filterTools } from '../graph/lens/filter-tools'
import type { LensReader } from '../graph/lens/reader'
import { applySteps, keepTools, onlyMethods } from '../graph/steps'
import type { MapLook } from '../inventory/map-look'
import { attributeWords, type LensWords, valueWords } from './lens-words'

type Filters = Pick<MapLook, 'filters' | 'methods'>

/** The part of the placed map that the filters of a look let through, by the same reading as on the screen. */
export function filteredBy(placed: PlacedGraph, { filters, methods }: Filters, reader: LensReader): PlacedGraph {
  const kept = filterTools(reader, filters)
  const graph = applySteps(placed.graph, [
    (whole) => keepTools(whole, ({ id }) => kept.has(id)),
    ...(methods === undefined ? [] : [onlyMethods(new Set(methods))]),
  ])
  return graph === placed.graph ? placed : { ...placed, graph }
}

/** Whether the values of an attribute are among what a pseudonymised copy hides: its filters are named without them. */
export function isTelling(attribute: string): boolean {
  return TELLING.has(attribute) || attribute.startsWith(EXTRA_PREFIX)
}

const TELLING: ReadonlySet<string> = new Set(['vendor', 'partOf', 'businessOwner', 'technicalOwner', 'annualCost'])

/**
 * The active filters of a look in words, to be named on everything that they shaped. Empty: nothing is left out.
 * @param hidden attributes whose values are not to be told
 */
export function filterWords(
  { filters, methods }: Filters,
  words: LensWords,
  hidden: (attribute: string) => boolean = () => false,
): readonly string[] {
  const { t } = words
  const attributes = filters.map(({ attribute, values, without }) => {
    const said = hidden(attribute) ? ['…'] : values.map((value) => valueWords(attribute, value, words))
    return t(`exportDialog:filter.${without === true ? 'without' : 'only'}`, {
      field: attributeWords(attribute, words),
      values: said.join(', '),
    })
  })
  if (methods === undefined) return attributes
  if (methods.length === 0) return [...attributes, t('exportDialog:filter.noFlows')]
  const named = methods.map((method) => t(`common:method.${method}`))
  return [...attributes, t('exportDialog:filter.flows', { values: named.join(', ') })]
}
