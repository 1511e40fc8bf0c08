import { coreName, coreVendor } from '../inventory/core-name'
import { compactName, normaliseName } from '../inventory/normalise'
import type { CatalogueData, CatalogueDomain, CatalogueFunction, CatalogueProduct } from './catalogue'
import { indexTerms, type Terms } from './terms'

/** The catalogue, searchable. Whatever is looked up is normalised first. */
export interface CatalogueIndex {
  readonly data: CatalogueData
  readonly functionById: ReadonlyMap<string, CatalogueFunction>
  /** The function that is called exactly this, in German or English, by its name or a synonym. */
  functionByWord(word: string): CatalogueFunction | undefined
  /** The product that is called exactly this, by its name or an alias, white space aside. */
  productByName(name: string): CatalogueProduct | undefined
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
  const functionWords = functionNames(data.functions)
  const products = productNames(data.products)
  const perVendor = new Map<string, number>()
  for (const { vendor } of data.products) {
    const key = coreVendor(vendor)
    perVendor.set(key, (perVendor.get(key) ?? 0) + 1)
  }
  return {
    data,
    functionById,
    functionByWord: (word) => functionWords(normaliseName(word)),
    productByName: (name) => products(compactName(name)),
    domainOf: (functionId) => domains.get(functionById.get(functionId)?.domain ?? ''),
    isManyProductVendor: (name) => (perVendor.get(coreVendor(name)) ?? 0) > 1,
    terms: indexTerms(data.functions),
  }
}

function functionNames(functions: readonly CatalogueFunction[]): (key: string) => CatalogueFunction | undefined {
  const rounds = [
    (each: CatalogueFunction) => [each.name.en, each.name.de, each.id],
    (each: CatalogueFunction) => [...each.synonyms.en, ...each.synonyms.de],
  ]
  return lookUp(functions, rounds, normaliseName)
}

function productNames(products: readonly CatalogueProduct[]): (key: string) => CatalogueProduct | undefined {
  const rounds = [
    (each: CatalogueProduct) => [each.name],
    (each: CatalogueProduct) => each.aliases,
    (each: CatalogueProduct) => [coreName(each.name), `${coreVendor(each.vendor)} ${each.name}`],
  ]
  return lookUp(products, rounds, compactName)
}

/** Names claimed round by round: an earlier round keeps what it has, two claims in the same round cancel out. */
function lookUp<T>(
  entries: readonly T[],
  rounds: readonly ((entry: T) => readonly string[])[],
  keyOf: (text: string) => string,
): (key: string) => T | undefined {
  const found = new Map<string, T | undefined>()
  for (const namesOf of rounds) {
    const claims = new Map<string, T | undefined>()
    for (const entry of entries) {
      for (const key of new Set(namesOf(entry).map(keyOf))) claims.set(key, claims.has(key) ? undefined : entry)
    }
    for (const [key, entry] of claims) if (!found.has(key)) found.set(key, entry)
  }
  return (key) => found.get(key)
}
