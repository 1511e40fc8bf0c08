import { readFileSync } from 'node:fs'
import type { CatalogueData } from '../../../shared/catalogue/catalogue'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../assets/catalogue/${name}.json`, import.meta.url), 'utf8'))

/** The catalogue that the app is delivered with. */
export const BUNDLED: CatalogueData = {
  functions: read('functions'),
  products: read('products'),
  domains: read('domains'),
}
