import { completenessOf } from '../../inventory/completeness'
import type { Inventory } from '../../inventory/inventory'
import type { Tool, ToolId } from '../../inventory/nouns'
import { CURRENCY_PREFIX, EXTRA_PREFIX, type LensAttribute } from './attributes'
import { bandOf, contractBand, timeQuadrant } from './bands'

/** What other rooms know of the tools and the lens shows. */
export interface LensExtras {
  /** Domain of each tool's first function. */
  readonly domains: ReadonlyMap<ToolId, string>
  /** Keys of each tool's functions, proposed ones included. */
  readonly functions: ReadonlyMap<ToolId, readonly string[]>
}

/** The values of one attribute, by tool. A tool that isn't in it, or has none, is unknown. */
export type LensColumn = ReadonlyMap<ToolId, readonly string[]>

/** Reads attributes of all tools as the keys that filters and groups use; each attribute is worked out once. */
export interface LensReader {
  readonly inventory: Inventory
  readonly today: string
  readonly column: (attribute: string) => LensColumn
  /** The currency most costs are given in (ties: the first by its code). Only its amounts fall into bands. */
  readonly currency: string | undefined
  /** Headers of the unmapped columns, in the order in which they occur. */
  readonly headers: readonly string[]
}

/** A reader of this inventory. `today` is an ISO date: contract ends are seen from it. */
export function lensReader(inventory: Inventory, extras: LensExtras, today: string): LensReader {
  const columns = new Map<string, LensColumn>()
  const currency = usualCurrency(inventory)
  const flows = countFlows(inventory)
  const usedBy = departmentsThatUse(inventory)
  const read = (attribute: string): ((tool: Tool) => readonly string[]) => {
    if (attribute.startsWith(EXTRA_PREFIX)) {
      const header = attribute.slice(EXTRA_PREFIX.length)
      return ({ extra }) =>
        extra !== undefined && Object.hasOwn(extra, header) ? one(extra[header]?.trim() || undefined) : NONE
    }
    switch (attribute as LensAttribute) {
      case 'owner':
        return ({ owner }) => one(owner)
      case 'usedBy':
        return ({ id }) => usedBy().get(id) ?? NONE
      case 'functions':
        return ({ id, functions }) => extras.functions.get(id) ?? functions
      case 'domain':
        return ({ id }) => one(extras.domains.get(id))
      case 'vendor':
        return ({ vendor }) => one(vendor)
      case 'partOf':
        return ({ partOf }) => one(partOf)
      case 'tags':
        return ({ tags }) => tags ?? NONE
      case 'status':
        return ({ status }) => one(status)
      case 'criticality':
      case 'functionalFit':
      case 'technicalFit':
        return (tool) => {
          const level = tool[attribute as 'criticality' | 'functionalFit' | 'technicalFit']
          return level === undefined ? NONE : [String(level)]
        }
      case 'fit':
        return ({ functionalFit, technicalFit }) => one(timeQuadrant(functionalFit, technicalFit))
      case 'users':
        return ({ users }) => (users === undefined ? NONE : [bandOf('users', users)])
      case 'annualCost':
        return ({ annualCost: cost }) => {
          if (cost === undefined) return NONE
          if (cost.currency !== currency) return [CURRENCY_PREFIX + cost.currency]
          return [bandOf('annualCost', cost.minor / 100)]
        }
      case 'contractEnd':
        return ({ contractEnd }) => (contractEnd === undefined ? NONE : one(contractBand(contractEnd, today)))
      case 'noticeMonths':
        return ({ noticeMonths: months }) => (months === undefined ? NONE : [bandOf('noticeMonths', months)])
      case 'hosting':
        return ({ hosting }) => one(hosting)
      case 'dataClass':
        return ({ dataClass }) => one(dataClass)
      case 'personalData':
        return ({ personalData }) => one(personalData === 'unknown' ? undefined : personalData)
      case 'ai':
        return ({ ai }) => one(ai === 'unknown' ? undefined : ai)
      case 'businessOwner':
        return ({ businessOwner }) => one(businessOwner)
      case 'technicalOwner':
        return ({ technicalOwner }) => one(technicalOwner)
      case 'flows':
        return ({ id }) => [bandOf('flows', flows().get(id) ?? 0)]
      case 'completeness':
        return (tool) => [bandOf('completeness', completenessOf(tool, inventory).share * 100)]
      case 'known':
        return ({ mentionedOnly }) => [mentionedOnly === true ? 'mentioned' : 'listed']
      default:
        // A view saved by a newer version may name an attribute that this one doesn't know.
        return () => NONE
    }
  }
  return {
    inventory,
    today,
    currency,
    headers: headersOf(inventory),
    column: (attribute) => {
      let column = columns.get(attribute)
      if (column === undefined) {
        const keys = read(attribute)
        const made = new Map<ToolId, readonly string[]>()
        for (const tool of inventory.tools.values()) made.set(tool.id, keys(tool))
        column = made
        columns.set(attribute, column)
      }
      return column
    },
  }
}

const NONE: readonly string[] = []

function one(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? NONE : [value]
}

/** The currency most costs are given in; ties by code. Undefined when no cost is known. */
export function usualCurrency({ tools }: Inventory): string | undefined {
  const counts = new Map<string, number>()
  for (const { annualCost } of tools.values()) {
    if (annualCost !== undefined) counts.set(annualCost.currency, (counts.get(annualCost.currency) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
}

/** How many flows each tool has at either end; tools without any are absent. Asked for the first time, counted once. */
export function countFlows(inventory: Inventory): () => ReadonlyMap<ToolId, number> {
  let counts: Map<ToolId, number> | undefined
  return () => {
    if (counts !== undefined) return counts
    counts = new Map()
    for (const { source, target } of inventory.flows.values()) {
      counts.set(source, (counts.get(source) ?? 0) + 1)
      if (target !== source) counts.set(target, (counts.get(target) ?? 0) + 1)
    }
    return counts
  }
}

function departmentsThatUse({ usages }: Inventory): () => ReadonlyMap<ToolId, readonly string[]> {
  let found: Map<ToolId, string[]> | undefined
  return () => {
    if (found !== undefined) return found
    found = new Map()
    for (const { tool, department } of usages.values()) {
      const known = found.get(tool)
      if (known === undefined) found.set(tool, [department])
      else if (!known.includes(department)) known.push(department)
    }
    return found
  }
}

function headersOf({ tools }: Inventory): readonly string[] {
  const headers = new Set<string>()
  for (const { extra } of tools.values()) {
    if (extra !== undefined) for (const header of Object.keys(extra)) headers.add(header)
  }
  return [...headers]
}
