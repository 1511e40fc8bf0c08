import type { Inventory } from '../inventory/inventory'
import { normaliseName } from '../inventory/normalise'
import type { BusinessFunction, Tool, ToolId } from '../inventory/nouns'
import type { Assigned, Assignment, FunctionInfo, FunctionProposal, KnownFunction } from './findings'

const DOUBTFUL_BELOW = 0.5

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
  proposals: Proposals,
  catalogueFunctions: ReadonlyMap<string, KnownFunction>,
): Assigned {
  return assignAll(inventory, proposals, catalogueFunctions).assigned
}

/** What each tool does, tool by tool, kept from one Change to the next and changed in place. */
export interface AssignedByTool {
  assigned: Assigned
  readonly byTool: Map<ToolId, readonly Assignment[]>
  /** How many tools have a function that only the catalogue knows, by its key. */
  readonly uses: Map<string, number>
}

type Proposals = ReadonlyMap<ToolId, readonly FunctionProposal[]>

/** `assignFunctions`, with what `assignAgain` can build on. */
export function assignAll(
  inventory: Inventory,
  proposals: Proposals,
  catalogueFunctions: ReadonlyMap<string, KnownFunction>,
): AssignedByTool {
  const byCatalogue = keysByCatalogue(inventory)
  const functions = new Map<string, FunctionInfo>()
  for (const one of inventory.functions.values()) {
    const canonical = one.catalogueId === undefined ? one.id : byCatalogue.get(one.catalogueId)
    if (canonical === one.id) functions.set(one.id, infoOf(one, catalogueFunctions.get(one.catalogueId ?? '')))
  }
  const own = new Set(functions.keys())
  const byTool = new Map<ToolId, readonly Assignment[]>()
  const assignments: Assignment[] = []
  const uses = new Map<string, number>()
  for (const tool of inventory.tools.values()) {
    const found = assignmentsOf(tool, inventory, byCatalogue, proposals, (key, catalogueId) => {
      return own.has(key) || catalogueFunctions.has(catalogueId)
    })
    if (found.length > 0) byTool.set(tool.id, found)
    for (const assignment of found) {
      const { functionKey } = assignment
      assignments.push(assignment)
      if (own.has(functionKey)) continue
      uses.set(functionKey, (uses.get(functionKey) ?? 0) + 1)
      const catalogueId = functionKey.slice(catalogueKey('').length)
      const known = catalogueFunctions.get(catalogueId)
      if (known !== undefined && !functions.has(functionKey)) {
        functions.set(functionKey, { key: functionKey, catalogueId, name: known.name, domain: known.domain })
      }
    }
  }
  return { assigned: { assignments, functions }, byTool, uses }
}

/**
 * The same as `assignAll` for an inventory in which only these tools differ and no function does, in far less time.
 * Lists in which nothing changed stay the same objects. Changes `before` and gives it back, or something new.
 */
export function assignAgain(
  before: AssignedByTool,
  inventory: Inventory,
  proposals: Proposals,
  catalogueFunctions: ReadonlyMap<string, KnownFunction>,
  touched: ReadonlySet<ToolId>,
): AssignedByTool {
  const { byTool, uses, assigned } = before
  const byCatalogue = keysByCatalogue(inventory)
  let isSame = true
  for (const id of touched) {
    const tool = inventory.tools.get(id)
    const old = byTool.get(id) ?? []
    const isKnown = (key: string, catalogueId: string) =>
      catalogueFunctions.has(catalogueId) || (assigned.functions.has(key) && !uses.has(key))
    const now = tool === undefined ? [] : assignmentsOf(tool, inventory, byCatalogue, proposals, isKnown)
    if (isEqual(old, now)) continue
    isSame = false
    for (const { functionKey } of old) {
      const count = uses.get(functionKey)
      if (count === 1) return assignAll(inventory, proposals, catalogueFunctions)
      if (count !== undefined) uses.set(functionKey, count - 1)
    }
    for (const { functionKey } of now) {
      if (!assigned.functions.has(functionKey)) return assignAll(inventory, proposals, catalogueFunctions)
      const count = uses.get(functionKey)
      if (count !== undefined) uses.set(functionKey, count + 1)
    }
    if (now.length === 0) byTool.delete(id)
    else byTool.set(id, now)
  }
  if (isSame) return before
  const assignments: Assignment[] = []
  for (const id of inventory.tools.keys()) for (const each of byTool.get(id) ?? []) assignments.push(each)
  before.assigned = { assignments, functions: assigned.functions }
  return before
}

/** The key of each catalogue function that the inventory has: the smallest id. */
function keysByCatalogue(inventory: Inventory): ReadonlyMap<string, string> {
  const byCatalogue = new Map<string, string>()
  for (const { id, catalogueId } of inventory.functions.values()) {
    if (catalogueId === undefined) continue
    const known = byCatalogue.get(catalogueId)
    if (known === undefined || id < known) byCatalogue.set(catalogueId, id)
  }
  return byCatalogue
}

function assignmentsOf(
  tool: Tool,
  inventory: Inventory,
  byCatalogue: ReadonlyMap<string, string>,
  proposals: Proposals,
  isKnown: (functionKey: string, catalogueId: string) => boolean,
): readonly Assignment[] {
  const found: Assignment[] = []
  const keys = new Set<string>()
  let isCatalogued = false
  for (const id of tool.functions) {
    const own = inventory.functions.get(id)
    if (own === undefined) continue
    isCatalogued ||= own.catalogueId !== undefined
    keys.add(byCatalogue.get(own.catalogueId ?? '') ?? id)
  }
  for (const functionKey of keys) found.push({ tool: tool.id, functionKey, state: 'accepted' })
  if (isCatalogued) return found
  for (const { catalogueId, confidence = 1 } of proposals.get(tool.id) ?? []) {
    const functionKey = byCatalogue.get(catalogueId) ?? catalogueKey(catalogueId)
    if (keys.has(functionKey) || !isKnown(functionKey, catalogueId)) continue
    keys.add(functionKey)
    const doubt = confidence < DOUBTFUL_BELOW ? ({ isDoubtful: true } as const) : {}
    found.push({ tool: tool.id, functionKey, state: 'proposed', ...doubt })
  }
  return found
}

function isEqual(a: readonly Assignment[], b: readonly Assignment[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ functionKey, state, isDoubtful }, at) => {
      const other = b[at]
      return functionKey === other?.functionKey && state === other.state && isDoubtful === other.isDoubtful
    })
  )
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
