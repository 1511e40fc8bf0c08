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
  /** Other names and former ones. */
  readonly aliases: readonly string[]
  readonly functions: readonly string[]
  /** Name of the product whose licence usually includes this one (Teams → Microsoft 365). */
  readonly suite?: string
  readonly ai: 'none' | 'embedded' | 'dedicated' | 'unknown'
  readonly hosting?: 'cloud' | 'on-premises' | 'both'
}

/** The three areas that one platform can take over as a whole. */
export type PlatformArea = 'it-service-operations' | 'customer-service' | 'enterprise-services'

export interface CatalogueDomain {
  readonly id: string
  readonly name: { readonly en: string; readonly de: string }
  /** The platform area it belongs to, if any. */
  readonly area?: PlatformArea
}

/** The catalogue's files as they are. `indexCatalogue` makes them searchable. */
export interface CatalogueData {
  readonly functions: readonly CatalogueFunction[]
  readonly products: readonly CatalogueProduct[]
  readonly domains: readonly CatalogueDomain[]
}
