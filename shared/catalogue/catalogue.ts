/** The bundled knowledge of the market. Read from assets/catalogue by the renderer and handed in as an argument. */
export interface CatalogueFunction {
  readonly id: string
  readonly domain: string
  readonly name: { readonly en: string; readonly de: string }
  readonly synonyms: { readonly en: readonly string[]; readonly de: readonly string[] }
  readonly keywords: { readonly en: readonly string[]; readonly de: readonly string[] }
  readonly near: readonly string[]
}

export interface CatalogueProduct {
  readonly name: string
  readonly vendor: string
  readonly aliases: readonly string[]
  readonly functions: readonly string[]
  readonly suite?: string
  readonly ai: 'none' | 'embedded' | 'dedicated' | 'unknown'
  readonly hosting?: 'cloud' | 'on-premises' | 'both'
}

export interface CatalogueDomain {
  readonly id: string
  readonly name: { readonly en: string; readonly de: string }
}

/** The catalogue's files as they are. `indexCatalogue` makes them searchable. */
export interface CatalogueData {
  readonly functions: readonly CatalogueFunction[]
  readonly products: readonly CatalogueProduct[]
  readonly domains: readonly CatalogueDomain[]
}
