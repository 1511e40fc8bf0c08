import { describe, expect, it } from 'vitest'
import { productKey } from '../../../shared/catalogue/product-key'
import { normaliseName } from '../../../shared/inventory/normalise'
import { BUNDLED } from './bundled-catalogue'

const { functions, products, domains } = BUNDLED
const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at)

describe('the laws of functions.json and domains.json', () => {
  it('knows at least 145 functions with different ids and names in both languages', () => {
    expect(functions.length).toBeGreaterThanOrEqual(145)
    expect(twice(functions.map(({ id }) => id))).toEqual([])
    for (const language of ['de', 'en'] as const) {
      expect(twice(functions.map(({ name }) => normaliseName(name[language])))).toEqual([])
    }
  })

  it('has every function in a known domain, near known others, with synonyms and keywords in both languages', () => {
    const ids = new Set(functions.map(({ id }) => id))
    const known = new Set(domains.map(({ id }) => id))
    for (const { id, domain, near, synonyms, keywords } of functions) {
      expect(known, id).toContain(domain)
      for (const other of near) expect(ids, id).toContain(other)
      expect(near, id).not.toContain(id)
      for (const words of [synonyms.de, synonyms.en, keywords.de, keywords.en]) {
        expect(words, id).not.toEqual([])
        expect(twice(words.map(normaliseName)), id).toEqual([])
      }
    }
  })

  it('knows the three platform areas, and uses every domain', () => {
    const areas = new Set(domains.flatMap(({ area }) => (area === undefined ? [] : [area])))
    expect([...areas].sort()).toEqual(['customer-service', 'enterprise-services', 'it-service-operations'])
    const used = new Set(functions.map(({ domain }) => domain))
    expect(domains.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })
})

describe('the laws of products.json', () => {
  it('knows at least 1,200 products, sorted by name', () => {
    expect(products.length).toBeGreaterThanOrEqual(1200)
    const names = products.map(({ name }) => normaliseName(name))
    expect(names).toEqual([...names].sort())
  })

  it('gives no name or alias to two products, and none to one product twice', () => {
    const owners = new Map<string, string>()
    for (const { name, aliases } of products) {
      for (const text of [name, ...aliases]) {
        expect(text, name).toBe(text.trim())
        const key = productKey(text)
        const owner = owners.get(key)
        expect(owner === undefined || owner === name ? undefined : `${text}: ${owner} and ${name}`).toBeUndefined()
        owners.set(key, name)
      }
      expect(twice([name, ...aliases].map(normaliseName)), name).toEqual([])
    }
  })

  it('has a vendor and known functions for every product', () => {
    const ids = new Set(functions.map(({ id }) => id))
    for (const { name, vendor, functions: own } of products) {
      expect(vendor.trim(), name).not.toBe('')
      expect(own, name).not.toEqual([])
      expect(twice(own), name).toEqual([])
      for (const id of own) expect(ids, name).toContain(id)
    }
  })

  it('uses every function', () => {
    const used = new Set(products.flatMap((each) => each.functions))
    expect(functions.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })

  it('names suites that are products themselves and belong to no other suite', () => {
    const byName = new Map(products.map((each) => [each.name, each]))
    for (const { name, suite } of products) {
      if (suite === undefined) continue
      expect(byName.get(suite)?.name, name).toBe(suite)
      expect(byName.get(suite)?.suite, name).toBeUndefined()
    }
  })

  it('says only what the format allows of AI and hosting', () => {
    for (const { name, ai, hosting } of products) {
      expect(['none', 'embedded', 'dedicated', 'unknown'], name).toContain(ai)
      expect(['cloud', 'on-premises', 'both', undefined], name).toContain(hosting)
    }
  })
})
