import { coreName, coreVendor, withoutBrackets } from '../inventory/core-name'
import { normaliseName } from '../inventory/normalise'
import type { CatalogueProduct } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { stemOf } from './terms'

export interface ProductMatch {
  readonly product: CatalogueProduct
  readonly code: 'product-name' | 'product-trimmed' | 'product-start'
  /** The part of the name that was recognised. */
  readonly text: string
  /** What the product is used for, where the name says so behind a sign ("Excel: Rechnungsliste"). */
  readonly usedFor?: string
}

/** Between a product and what it is used for: "Jira – Support", "Excel: Rechnungsliste", "Teams | Vertrieb". */
const SEPARATOR = /\s+[-–—|/]+\s+|:\s+|\s*\|\s*/
const SHORTEST_START = 4

/**
 * The product a name means, tried in this order: the name itself; with its vendor in front; without brackets,
 * edition, version and legal form; the part before a separator; the longest product name or alias at its
 * start, as whole words. A single word at the start counts only if it isn't an ordinary word, nor the name of a vendor
 * with several products. Where the row names a vendor that isn't the product's, only the whole name counts.
 */
export function matchProduct(
  name: string,
  vendor: string | undefined,
  index: CatalogueIndex,
): ProductMatch | undefined {
  const whole = index.productByName(name)
  if (whole !== undefined) return { product: whole, code: 'product-name', text: name }
  const withVendor = vendor === undefined ? undefined : index.productByName(`${coreVendor(vendor)} ${name}`)
  if (withVendor !== undefined) return { product: withVendor, code: 'product-name', text: name }

  for (const text of [withoutBrackets(name), coreName(name)]) {
    const product = index.productByName(text)
    if (product !== undefined && fits(product, vendor)) return { product, code: 'product-trimmed', text }
  }
  const part = matchPart(name, index)
  if (part !== undefined && fits(part.product, vendor)) return part
  const start = startingProduct(name, index)
  return start !== undefined && fits(start.product, vendor) ? start : undefined
}

function matchPart(name: string, index: CatalogueIndex): ProductMatch | undefined {
  const [first = '', ...rest] = withoutBrackets(name).split(SEPARATOR)
  const usedFor = rest.join(' ').trim()
  if (usedFor === '') return undefined
  for (const text of [`${first} ${usedFor}`, first, coreName(first)]) {
    const product = text.length < SHORTEST_START ? undefined : index.productByName(text)
    if (product !== undefined) return { product, code: 'product-start', text, usedFor }
  }
  return undefined
}

function startingProduct(name: string, index: CatalogueIndex): ProductMatch | undefined {
  const words = normaliseName(withoutBrackets(name)).split(' ')
  for (let count = words.length - 1; count >= 1; count--) {
    const text = words.slice(0, count).join(' ')
    if (text.length < SHORTEST_START || (count === 1 && isOrdinary(text, index))) continue
    const product = index.productByName(text)
    if (product !== undefined) return { product, code: 'product-start', text }
  }
  return undefined
}

/** Product names that are everyday words too, beyond those that occur in the names of the catalogue's functions. */
const EVERYDAY = new Set(
  (
    'access word teams outlook project planner forms front frame box drive meet monday notion slack zoom sketch ' +
    'things paint photos keep sheets docs slides sites base basecamp pages numbers flow linear height asana ' +
    'bridge central connect studio portal manager office works expert plus compass impact workplace'
  ).split(' '),
)

function isOrdinary(word: string, index: CatalogueIndex): boolean {
  return EVERYDAY.has(word) || index.terms.has(stemOf(word)) || index.isManyProductVendor(word)
}

function fits(product: CatalogueProduct, vendor: string | undefined): boolean {
  if (vendor === undefined) return true
  const [mine, other] = [coreVendor(vendor), coreVendor(product.vendor)]
  const padded = ` ${mine} `
  return padded.includes(` ${other} `) || ` ${other} `.includes(padded) || normaliseName(product.name).startsWith(mine)
}
