import { coreName, coreVendor } from '../inventory/core-name'
import { normaliseName } from '../inventory/normalise'
import type { CatalogueData, CatalogueDomain, CatalogueFunction, CatalogueProduct } from './catalogue'
import { indexNames } from './index-names'
import { productKey } from './product-key'
import { indexTerms, type Terms } from './terms'

/** The catalogue, searchable. Whatever is looked up is normalised first. */
export interface CatalogueIndex {
  readonly data: CatalogueData
  readonly functionById: ReadonlyMap<string, CatalogueFunction>
  /** The function that is called exactly this, in German or English, by its name or a synonym. */
  functionByWord(word: string): CatalogueFunction | undefined
  /** The product that is called exactly this, by its name or an alias, in any of the ways that `productKey` makes one. */
  productByName(name: string): CatalogueProduct | undefined
  /** The product that is called this but for one letter; only for names of eight letters or more. */
  productNearName(name: string): CatalogueProduct | undefined
  /** What the workspace itself says about this name (`withOwnEntries`). */
  ownProduct(name: string): CatalogueProduct | undefined
  /** The functions that come with a suite: its own and those of every product that names it. None for other products. */
  suiteFunctions(productName: string): readonly string[]
  domainOf(functionId: string): CatalogueDomain | undefined
  /** True when several products come from this vendor: its name alone then says nothing about the product. */
  isManyProductVendor(name: string): boolean
  readonly terms: Terms
}

/**
 * Makes the catalogue searchable. A name beats a synonym or an alias; an alias or synonym that two entries claim
 * belongs to neither. "Vendor + name" ("Atlassian Jira") finds a product too, unless something else is called that.
 */
export function indexCatalogue(data: CatalogueData): CatalogueIndex {
  const functionById = new Map(data.functions.map((each) => [each.id, each]))
  const domains = new Map(data.domains.map((each) => [each.id, each]))
  const functionWords = indexNames(
    data.functions,
    [({ name, id }) => [name.en, name.de, id], ({ synonyms }) => [...synonyms.en, ...synonyms.de]],
    normaliseName,
  )
  const perVendor = new Map<string, number>()
  for (const { vendor } of data.products) {
    const key = coreVendor(vendor)
    perVendor.set(key, (perVendor.get(key) ?? 0) + 1)
  }
  const isManyProductVendor = (name: string) => (perVendor.get(coreVendor(name)) ?? 0) > 1
  // "Microsoft 365" without its number would be everything from Microsoft, "Chrome Enterprise" the browser.
  const coresOf = ({ name, vendor }: CatalogueProduct) =>
    [coreName(name)].filter((core) => !isManyProductVendor(core) && (core.includes(' ') || core === coreVendor(vendor)))
  const products = indexNames(
    data.products,
    [
      ({ name }) => [name],
      ({ aliases }) => aliases,
      (each) => [...coresOf(each), `${coreVendor(each.vendor)} ${each.name}`],
    ],
    productKey,
  )
  const suites = functionsOfSuites(data.products)
  return {
    data,
    functionById,
    functionByWord: (word) => functionWords.find(normaliseName(word)),
    productByName: (name) => products.find(productKey(name)),
    productNearName: (name) => products.findNear(productKey(name)),
    ownProduct: () => undefined,
    suiteFunctions: (name) => suites.get(name) ?? [],
    domainOf: (functionId) => domains.get(functionById.get(functionId)?.domain ?? ''),
    isManyProductVendor,
    terms: indexTerms(data.functions),
  }
}

function functionsOfSuites(products: readonly CatalogueProduct[]): ReadonlyMap<string, readonly string[]> {
  const suites = new Map<string, Set<string>>()
  for (const { suite, functions } of products) {
    if (suite === undefined) continue
    const known = suites.get(suite) ?? new Set()
    for (const id of functions) known.add(id)
    suites.set(suite, known)
  }
  for (const { name, functions } of products) for (const id of functions) suites.get(name)?.add(id)
  return new Map([...suites].map(([name, functions]) => [name, [...functions].sort()]))
}
