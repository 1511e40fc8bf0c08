import type { PlacedGraph } from '../graph/graph'
import { applySteps, keepTools, onlyMethods } from '../graph/steps'
import { type Language, TOOL_HEADERS, type Word } from '../import/own-headers'
import type { Inventory } from '../inventory/inventory'
import type { AttributeFilter, MapLook } from '../inventory/map-look'
import type { Tool } from '../inventory/nouns'
import type { Translate } from './svg-brush'
import * as words from './table-words'

type Filters = Pick<MapLook, 'filters' | 'methods'>

/** The part of the placed map that the filters of a look let through, everything where it was. */
export function filteredBy(placed: PlacedGraph, { filters, methods }: Filters, { tools }: Inventory): PlacedGraph {
  const graph = applySteps(placed.graph, [
    ...filters.map((filter) => (graph: PlacedGraph['graph']) => {
      return keepTools(graph, ({ id }) => {
        const tool = tools.get(id)
        return tool === undefined || letsThrough(filter, tool)
      })
    }),
    ...(methods === undefined ? [] : [onlyMethods(new Set(methods))]),
  ])
  return graph === placed.graph ? placed : { ...placed, graph }
}

function letsThrough({ attribute, values, without }: AttributeFilter, tool: Tool): boolean {
  const found = valuesOf(tool, attribute).some((value) => values.includes(value))
  return without === true ? !found : found
}

const EXTRA = 'extra:'

/** What a tool says to an attribute, as text; the empty text where it says nothing. */
function valuesOf(tool: Tool, attribute: string): readonly string[] {
  const value = attribute.startsWith(EXTRA)
    ? tool.extra?.[attribute.slice(EXTRA.length)]
    : (Object.entries(tool).find(([field]) => field === attribute)?.[1] as unknown)
  const several = Array.isArray(value) ? value : [value]
  const texts = several.flatMap((each) => (each === undefined || each === null ? [] : [String(each)]))
  return texts.length === 0 ? [''] : texts
}

/** The active filters of a look in words, to be named on everything that they shaped. Empty: nothing is left out. */
export function filterWords(
  { filters, methods }: Filters,
  inventory: Inventory,
  { language, t }: { readonly language: Language; readonly t: Translate },
): readonly string[] {
  const attributes = filters.map(({ attribute, values, without }) => {
    const field = attribute.startsWith(EXTRA)
      ? attribute.slice(EXTRA.length)
      : (TOOL_HEADERS.find(([known]) => known === attribute)?.[1][language] ?? attribute)
    const said = values.map((value) => valueWord(attribute, value, inventory, language) ?? t('common:unknown'))
    return t(`exportDialog:filter.${without === true ? 'without' : 'only'}`, { field, values: said.join(', ') })
  })
  if (methods === undefined) return attributes
  if (methods.length === 0) return [...attributes, t('exportDialog:filter.noFlows')]
  const named = methods.map((method) => words.METHOD[method][language])
  return [...attributes, t('exportDialog:filter.flows', { values: named.join(', ') })]
}

const VOCABULARY: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  status: words.STATUS,
  hosting: words.HOSTING,
  criticality: words.CRITICALITY,
  functionalFit: words.FUNCTIONAL_FIT,
  technicalFit: words.TECHNICAL_FIT,
  dataClass: words.DATA_CLASS,
  personalData: words.YES_NO,
  ai: words.AI,
}

function valueWord(attribute: string, value: string, inventory: Inventory, language: Language): string | undefined {
  if (value === '') return undefined
  const rows: ReadonlyMap<string, { readonly name: string }> | undefined =
    attribute === 'owner' ? inventory.departments : attribute === 'functions' ? inventory.functions : undefined
  const closed = Object.hasOwn(VOCABULARY, attribute) ? VOCABULARY[attribute] : undefined
  const known = closed !== undefined && Object.hasOwn(closed, value) ? closed[value] : undefined
  return rows?.get(value)?.name ?? known?.[language] ?? value
}
