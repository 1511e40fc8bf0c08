import { coreName, coreVendor, withoutBrackets } from '../inventory/core-name'
import { normaliseName } from '../inventory/normalise'
import { isAmbiguousName, isEverydayWord } from './ambiguous-names'
import type { CatalogueProduct } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { functionsOfName } from './match-functions'
import { productKey, withoutAddress } from './product-key'
import type { ProductCode } from './recognised'
import { stemOf } from './terms'

export interface ProductMatch {
  readonly product: CatalogueProduct
  readonly code: ProductCode
  /** The part of the name that was recognised. */
  readonly text: string
  /** What the product is used for, where the name says so behind a sign ("Excel: Rechnungsliste"). */
  readonly usedFor?: string
}

/** Between a product and what it is used for: "Jira – Support", "Excel: Rechnungsliste", "Teams | Vertrieb". */
const SEPARATOR = /\s+[-–—|/]+\s+|:\s+|\s*\|\s*/
const SHORTEST_START = 4
/** Shorter ones count only in capitals: "AWS Produktion", but not "Sac Name". */
const CAPITALS_START = /^[A-Z][A-Z\d]{2}\s/

/**
 * The product a name means, tried in this order: what the workspace itself said about it; the name itself; with its
 * vendor in front; as a web address, without brackets, edition, version and legal form; behind its vendor's name;
 * with one letter wrong; the
 * product behind the name of its suite or vendor ("Microsoft 365 – Teams"); the part before a separator; the longest
 * product name or alias at its start, as whole words. A single word at the start counts only if it isn't an ordinary
 * word, nor the name of a vendor with several products, or if what follows
 * names a function of the product. A whole name that is a dictionary word too ("Board") is
 * `product-ambiguous` unless the row's vendor is the product's. Where the row names a vendor that isn't the product's,
 * only the whole name counts.
 */
export function matchProduct(
  name: string,
  vendor: string | undefined,
  index: CatalogueIndex,
): ProductMatch | undefined {
  const own = index.ownProduct(name)
  if (own !== undefined) return { product: own, code: 'own-entry', text: name }
  const withVendor = vendor === undefined ? undefined : index.productByName(`${coreVendor(vendor)} ${name}`)
  if (withVendor !== undefined) return { product: withVendor, code: 'product-name', text: name }
  const whole = index.productByName(name)
  if (whole !== undefined) return unlessAmbiguous({ product: whole, code: 'product-name', text: name }, vendor)

  const core = coreName(name)
  for (const text of new Set([withoutAddress(name), withoutBrackets(name), core])) {
    if (text === name) continue
    const product = index.productByName(text)
    if (product !== undefined && fits(product, vendor)) {
      return unlessAmbiguous({ product, code: 'product-trimmed', text }, vendor)
    }
  }
  const found =
    behindVendor(name, core, index) ??
    nearName(withoutBrackets(name), core, index) ??
    matchPart(name, index) ??
    startingProduct(name, index)
  return found !== undefined && fits(found.product, vendor) ? found : undefined
}

function unlessAmbiguous(match: ProductMatch, vendor: string | undefined): ProductMatch {
  const isSure = vendor !== undefined && fits(match.product, vendor)
  return isSure || !isAmbiguousName(match.text) ? match : { ...match, code: 'product-ambiguous' }
}

/** "Siemens Opcenter APS": behind its vendor's name an alias says as much as the name itself. */
function behindVendor(name: string, core: string, index: CatalogueIndex): ProductMatch | undefined {
  for (const text of new Set([normaliseName(withoutBrackets(name)), core])) {
    const space = text.indexOf(' ')
    if (space < 0) return undefined
    const [vendor, rest] = [text.slice(0, space), text.slice(space + 1)]
    const product = index.isManyProductVendor(vendor) ? index.productByName(rest) : undefined
    if (product !== undefined && coreVendor(product.vendor) === vendor) {
      return { product, code: 'product-trimmed', text: rest }
    }
  }
  return undefined
}

/** A name with one letter wrong, unless it is a word of the catalogue's functions ("Confluent" is a product itself). */
function nearName(name: string, core: string, index: CatalogueIndex): ProductMatch | undefined {
  for (const text of new Set([name, core])) {
    const product = index.terms.has(stemOf(normaliseName(text))) ? undefined : index.productNearName(text)
    if (product !== undefined) return { product, code: 'product-typo', text }
  }
  return undefined
}

function matchPart(name: string, index: CatalogueIndex): ProductMatch | undefined {
  const [first = '', ...rest] = withoutBrackets(name).split(SEPARATOR)
  const usedFor = rest.join(' ').trim()
  if (usedFor === '') return undefined
  const joined = index.productByName(`${first} ${usedFor}`)
  if (joined !== undefined) return { product: joined, code: 'product-name', text: name }
  for (const text of [first, coreName(first)]) {
    const product = text.length < SHORTEST_START ? undefined : index.productByName(text)
    if (product !== undefined) return withinSuite(product, usedFor, index) ?? start(product, text, usedFor)
  }
  return withVendorInFront(first, usedFor, index)
}

function start(product: CatalogueProduct, text: string, usedFor?: string): ProductMatch {
  return { product, code: 'product-start', text, ...(usedFor === undefined ? {} : { usedFor }) }
}

/** "Microsoft 365 – Teams": what follows the name of a suite is a product of it. */
function withinSuite(suite: CatalogueProduct, rest: string, index: CatalogueIndex): ProductMatch | undefined {
  for (const text of [rest, coreName(rest)]) {
    for (const name of [text, `${coreVendor(suite.vendor)} ${text}`]) {
      const product = index.productByName(name)
      if (product?.suite === suite.name) return { product, code: 'product-suite', text }
    }
  }
  return undefined
}

/** "Atlassian – Jira": what follows the name of a vendor is a product of it. */
function withVendorInFront(vendor: string, rest: string, index: CatalogueIndex): ProductMatch | undefined {
  const product = index.isManyProductVendor(vendor) ? index.productByName(rest) : undefined
  if (product === undefined || !fits(product, vendor)) return undefined
  return { product, code: 'product-suite', text: rest }
}

function startingProduct(name: string, index: CatalogueIndex): ProductMatch | undefined {
  const words = normaliseName(withoutBrackets(name)).split(' ')
  for (let count = words.length - 1; count >= 1; count--) {
    const text = words.slice(0, count).join(' ')
    if (text.length < SHORTEST_START && !CAPITALS_START.test(name)) continue
    const product = index.productByName(text)
    const rest = words.slice(count).join(' ')
    if (product === undefined || (count === 1 && isOrdinary(text, index) && !doesJob(product, rest, index))) continue
    return withinSuite(product, rest, index) ?? start(product, text)
  }
  return undefined
}

/** An ordinary word, or the name of a vendor with several products none of which is called just that. */
function isOrdinary(word: string, index: CatalogueIndex): boolean {
  if (isEverydayWord(word) || index.terms.has(stemOf(word))) return true
  return index.isManyProductVendor(word) && productKey(index.productByName(word)?.name ?? '') !== productKey(word)
}

/** "ZEUS Zeiterfassung": what follows the ordinary word is what the product does. */
function doesJob(product: CatalogueProduct, rest: string, index: CatalogueIndex): boolean {
  return functionsOfName(rest, index).some(({ catalogueId }) => product.functions.includes(catalogueId))
}

function fits(product: CatalogueProduct, vendor: string | undefined): boolean {
  if (vendor === undefined) return true
  const [mine, other] = [coreVendor(vendor), coreVendor(product.vendor)]
  const padded = ` ${mine} `
  return padded.includes(` ${other} `) || ` ${other} `.includes(padded) || normaliseName(product.name).startsWith(mine)
}
