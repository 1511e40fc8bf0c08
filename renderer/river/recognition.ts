import type { CatalogueInputs } from '../../shared/analysis/findings'
import type { CatalogueIndex } from '../../shared/catalogue/index-catalogue'
import { type RecognisedTools, recogniseTools } from '../../shared/catalogue/recognise-tools'
import type { Inventory } from '../../shared/inventory/inventory'
import type { Tool, ToolId } from '../../shared/inventory/nouns'

/** What the catalogue says of an inventory, suites included. */
export type Recognition = RecognisedTools & Required<Pick<CatalogueInputs, 'suites'>>

/** Recognises an inventory; with what was recognised before, only these tools anew. */
export function recognition(
  inventory: Inventory,
  index: CatalogueIndex,
  before?: Recognition,
  touched: ReadonlySet<ToolId> = new Set(),
): Recognition {
  if (before === undefined) return withSuites(recogniseTools(inventory, index), index)
  const tools = new Map<ToolId, Tool>()
  for (const id of touched) {
    const tool = inventory.tools.get(id)
    if (tool !== undefined) tools.set(id, tool)
  }
  const fresh = withSuites(recogniseTools({ ...inventory, tools }, index), index)
  const renewed = <V>(old: ReadonlyMap<ToolId, V>, now: ReadonlyMap<ToolId, V>) => {
    const all = new Map(old)
    for (const id of touched) {
      const value = now.get(id)
      if (value === undefined) all.delete(id)
      else all.set(id, value)
    }
    return all
  }
  return {
    ...fresh,
    proposals: renewed(before.proposals, fresh.proposals),
    products: renewed(before.products, fresh.products),
    suites: renewed(before.suites, fresh.suites),
    makeshifts: renewed(before.makeshifts, fresh.makeshifts),
  }
}

/** Adds to each recognised product the suite that it belongs to or is, with everything that the suite does. */
function withSuites(recognised: RecognisedTools, index: CatalogueIndex): Recognition {
  const suites = new Map<ToolId, { suite: string; functions: readonly string[] }>()
  for (const [id, name] of recognised.products) {
    const suite = index.productByName(name)?.suite ?? name
    const functions = index.suiteFunctions(suite)
    if (functions.length > 0) suites.set(id, { suite, functions })
  }
  return { ...recognised, suites }
}
