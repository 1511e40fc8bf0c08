import domains from '../../assets/catalogue/domains.json'
import functions from '../../assets/catalogue/functions.json'
import products from '../../assets/catalogue/products.json'
import type { CatalogueData } from '../../shared/catalogue/catalogue'
import { type CatalogueIndex, indexCatalogue } from '../../shared/catalogue/index-catalogue'
import { withOwnEntries } from '../../shared/catalogue/own-entries'
import type { CatalogueIndexLike } from '../../shared/import/import-plan'
import type { Inventory } from '../../shared/inventory/inventory'
import { normaliseName } from '../../shared/inventory/normalise'

/** The bundled catalogue's files as they are. */
const catalogue = { domains, functions, products } as unknown as CatalogueData

let made: CatalogueIndex | undefined

/** The bundled catalogue, searchable; made when it is first asked for. */
export function catalogueIndex(): CatalogueIndex {
  made ??= indexCatalogue(catalogue)
  return made
}

let own: { readonly entries: Inventory['ownProducts']; readonly index: CatalogueIndex } | undefined

/** The catalogue with what this workspace says that names mean. */
export function catalogueFor({ ownProducts }: Inventory): CatalogueIndex {
  if (own?.entries !== ownProducts) {
    own = { entries: ownProducts, index: withOwnEntries(catalogueIndex(), [...ownProducts.values()]) }
  }
  return own.index
}

/** How the importer asks the catalogue which function a word means and which product a name. */
export const catalogueWords: CatalogueIndexLike = {
  functionByWord: (word) => catalogueIndex().functionByWord(word),
  productByName: (name) => catalogueIndex().productByName(name),
  domainByWord,
}

function domainByWord(word: string): string | undefined {
  const key = normaliseName(word)
  return catalogue.domains.find(({ id, name }) => [id, name.de, name.en].some((each) => normaliseName(each) === key))
    ?.id
}

/** Names of the catalogue's domains in a language. */
export function domainNames(language: 'de' | 'en'): ReadonlyMap<string, string> {
  return new Map(catalogue.domains.map((domain) => [domain.id, domain.name[language]]))
}
