import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import type { CatalogueFunction } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import type { Makeshift } from './makeshift'
import { recogniseTool } from './recognise'
import type { RecognisedFunction } from './recognised'

/** What the catalogue says about a whole inventory, in the shape that `judge` takes. */
export interface RecognisedTools {
  readonly proposals: ReadonlyMap<ToolId, readonly RecognisedFunction[]>
  readonly functions: ReadonlyMap<string, CatalogueFunction>
  /** The recognised product's name by tool, where the whole name means it: "Zuora Billing" isn't the same as "Zuora". */
  readonly products: ReadonlyMap<ToolId, string>
  /** Tools that are a suite, with everything that usually comes with its licence. Only where the whole name means it. */
  readonly suites: ReadonlyMap<ToolId, { readonly suite: string; readonly functions: readonly string[] }>
  /** Tools that are a list, a mailbox or paper kept for a job instead of a tool. */
  readonly makeshifts: ReadonlyMap<ToolId, Makeshift>
}

/** Recognises every tool of the inventory by its name, vendor, tags and description. Cost: linear in the text. */
export function recogniseTools(inventory: Inventory, index: CatalogueIndex): RecognisedTools {
  const proposals = new Map<ToolId, readonly RecognisedFunction[]>()
  const products = new Map<ToolId, string>()
  const suites = new Map<ToolId, { suite: string; functions: readonly string[] }>()
  const makeshifts = new Map<ToolId, Makeshift>()
  for (const { id, name, vendor, description, tags } of inventory.tools.values()) {
    const found = recogniseTool({ name, vendor, description, words: tags ?? [] }, index)
    if (found.functions.length > 0) proposals.set(id, found.functions)
    if (found.makeshift !== undefined) makeshifts.set(id, found.makeshift)
    if (found.product === undefined || found.productCode === 'product-start') continue
    const suite = found.product.name
    products.set(id, suite)
    const functions = index.suiteFunctions(suite)
    if (functions.length > 0) suites.set(id, { suite, functions })
  }
  return { proposals, functions: index.functionById, products, suites, makeshifts }
}
