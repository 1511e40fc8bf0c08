import type { Inventory } from '../inventory/inventory'
import type { ToolId } from '../inventory/nouns'
import type { CatalogueFunction } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { recogniseTool } from './recognise'
import type { RecognisedFunction } from './recognised'

/** What the catalogue says about a whole inventory, in the shape that `judge` takes. */
export interface RecognisedTools {
  readonly proposals: ReadonlyMap<ToolId, readonly RecognisedFunction[]>
  readonly functions: ReadonlyMap<string, CatalogueFunction>
  /** The recognised product's name by tool, where the whole name means it: "Zuora Billing" isn't the same as "Zuora". */
  readonly products: ReadonlyMap<ToolId, string>
}

/** Recognises every tool of the inventory by its name, vendor, tags and description. Cost: linear in the text. */
export function recogniseTools(inventory: Inventory, index: CatalogueIndex): RecognisedTools {
  const proposals = new Map<ToolId, readonly RecognisedFunction[]>()
  const products = new Map<ToolId, string>()
  for (const { id, name, vendor, description, tags } of inventory.tools.values()) {
    const { product, productCode, functions } = recogniseTool({ name, vendor, description, words: tags ?? [] }, index)
    if (functions.length > 0) proposals.set(id, functions)
    if (product !== undefined && productCode !== 'product-start') products.set(id, product.name)
  }
  return { proposals, functions: index.functionById, products }
}
