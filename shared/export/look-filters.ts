import type { Graph } from '../graph/graph'
import { EXTRA_PREFIX } from '../graph/lens/attributes'
import type { MapLook } from '../inventory/map-look'
import { attributeWords, type LensWords, valueWords } from './lens-words'

type Filters = Pick<MapLook, 'filters' | 'methods'>

/** The graph without the containers in which nothing shows, for formats that can't say how much is hidden there. */
export function filledOnly(graph: Graph): Graph {
  const filled = new Set<string>(graph.tools.map(({ container }) => container))
  for (const { id, parent } of graph.containers.toReversed()) {
    if (parent !== undefined && filled.has(id)) filled.add(parent)
  }
  const containers = graph.containers.filter(({ id }) => filled.has(id))
  return containers.length === graph.containers.length ? graph : { ...graph, containers }
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
