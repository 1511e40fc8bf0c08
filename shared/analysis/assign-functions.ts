import type { Inventory } from '../inventory/inventory'
import { normaliseName } from '../inventory/normalise'
import type { BusinessFunction, ToolId } from '../inventory/nouns'
import type { Assigned, Assignment, FunctionInfo, FunctionProposal, KnownFunction } from './findings'

/** Key of a function that only the catalogue knows so far. */
export function catalogueKey(catalogueId: string): string {
  return `catalogue:${catalogueId}`
}

/**
 * Which tool does which job. A tool's own functions are `accepted`; what the catalogue proposes is taken as `proposed`
 * only where a tool has no function of its own that the catalogue knows: a list's own word for a category
 * ("Flottenmanagement", "Vertrieb") is kept, but doesn't hide what the product is known to do. A proposed function that the inventory already knows
 * (`BusinessFunction.catalogueId`) uses that function's key, and several functions of the inventory with the same
 * `catalogueId` are one job under the smallest of their ids. Retired tools keep their assignments.
 * `functions` holds every function of the inventory and every proposed one, by key. Assignments are in the order of
 * the tools.
 */
export function assignFunctions(
  inventory: Inventory,
  proposals: ReadonlyMap<ToolId, readonly FunctionProposal[]>,
  catalogueFunctions: ReadonlyMap<string, KnownFunction>,
): Assigned {
  const byCatalogue = new Map<string, string>()
  for (const { id, catalogueId } of inventory.functions.values()) {
    if (catalogueId === undefined) continue
    const known = byCatalogue.get(catalogueId)
    if (known === undefined || id < known) byCatalogue.set(catalogueId, id)
  }
  const functions = new Map<string, FunctionInfo>()
  for (const one of inventory.functions.values()) {
    const canonical = one.catalogueId === undefined ? one.id : byCatalogue.get(one.catalogueId)
    if (canonical === one.id) functions.set(one.id, infoOf(one, catalogueFunctions.get(one.catalogueId ?? '')))
  }

  const assignments: Assignment[] = []
  for (const tool of inventory.tools.values()) {
    const keys = new Set<string>()
    let isKnown = false
    for (const id of tool.functions) {
      const own = inventory.functions.get(id)
      if (own === undefined) continue
      isKnown ||= own.catalogueId !== undefined
      keys.add(byCatalogue.get(own.catalogueId ?? '') ?? id)
    }
    for (const functionKey of keys) assignments.push({ tool: tool.id, functionKey, state: 'accepted' })
    if (isKnown) continue
    for (const { catalogueId } of proposals.get(tool.id) ?? []) {
      const known = catalogueFunctions.get(catalogueId)
      const functionKey = byCatalogue.get(catalogueId) ?? catalogueKey(catalogueId)
      if (keys.has(functionKey) || (known === undefined && !functions.has(functionKey))) continue
      keys.add(functionKey)
      if (known !== undefined && !functions.has(functionKey)) {
        functions.set(functionKey, { key: functionKey, catalogueId, name: known.name, domain: known.domain })
      }
      assignments.push({ tool: tool.id, functionKey, state: 'proposed' })
    }
  }
  return { assignments, functions }
}

/** A function in the catalogue's two languages when its name is the catalogue's, otherwise as its author named it. */
function infoOf(own: BusinessFunction, known: KnownFunction | undefined): FunctionInfo {
  const name = normaliseName(own.name)
  const isCatalogues = known !== undefined && Object.values(known.name).some((each) => normaliseName(each) === name)
  const domain = own.domain ?? known?.domain
  return {
    key: own.id,
    id: own.id,
    ...(own.catalogueId === undefined ? {} : { catalogueId: own.catalogueId }),
    name: isCatalogues ? known.name : { de: own.name, en: own.name },
    ...(domain === undefined ? {} : { domain }),
  }
}
