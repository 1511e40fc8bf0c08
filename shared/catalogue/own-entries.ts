import { coreName } from '../inventory/core-name'
import type { CatalogueProduct } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { productKey } from './product-key'

/** What the users of a workspace said about a name: "this is X, it does Y". */
export interface OwnEntry {
  /** The name as it stands in their lists. */
  readonly name: string
  readonly aliases?: readonly string[]
  /** Name of the product it is, where the catalogue or another entry knows it. */
  readonly product?: string
  /** Ids of catalogue functions that it does. Empty: those of `product`. */
  readonly functions: readonly string[]
}

/**
 * The catalogue with what a workspace adds. An own entry beats everything the catalogue knows, for its name and aliases
 * as they are and without brackets, edition and version; of two entries for one name the later one counts. Functions
 * that the catalogue doesn't know are left out. Nothing is guessed from own entries: a similar name isn't one of them.
 */
export function withOwnEntries(index: CatalogueIndex, entries: readonly OwnEntry[]): CatalogueIndex {
  if (entries.length === 0) return index
  const own = new Map<string, CatalogueProduct>()
  const byCore = new Map<string, CatalogueProduct>()
  for (const entry of entries) {
    const product = toProduct(entry, index)
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      own.set(productKey(name), product)
      byCore.set(productKey(coreName(name)), product)
    }
  }
  const ownProduct = (name: string) => own.get(productKey(name)) ?? byCore.get(productKey(coreName(name)))
  return { ...index, ownProduct, productByName: (name) => own.get(productKey(name)) ?? index.productByName(name) }
}

function toProduct({ name, aliases = [], product, functions }: OwnEntry, index: CatalogueIndex): CatalogueProduct {
  const known = index.productByName(product ?? name)
  const own = functions.filter((id) => index.functionById.has(id))
  return {
    vendor: '',
    ai: 'unknown',
    ...known,
    name: known?.name ?? product ?? name,
    aliases: [...new Set([...(known?.aliases ?? []), name, ...aliases])],
    functions: own.length > 0 ? own : (known?.functions ?? []),
  }
}
