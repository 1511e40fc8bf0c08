import { describe, expect, it } from 'vitest'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { recogniseTool } from '../../../shared/catalogue/recognise'
import { BUNDLED } from './bundled-catalogue'
import { MAKESHIFT, MESSY, NO_MAKESHIFT, NO_PRODUCT } from './messy-names'

const index = indexCatalogue(BUNDLED)

describe('names as people type them', () => {
  it.each(MESSY)('%s is %s', (name, product) => {
    const found = recogniseTool({ name }, index)
    expect([found.product?.name, found.kind]).toEqual([product, 'product'])
    expect(found.confidence).toBeGreaterThanOrEqual(0.5)
  })

  it.each(NO_PRODUCT)('takes “%s” for no product', (name) => {
    expect(recogniseTool({ name }, index).product?.name).toBeUndefined()
  })

  it.each(MAKESHIFT)('%s is a makeshift: %s', (name, means, functions) => {
    const found = recogniseTool({ name }, index)
    expect([found.kind, found.makeshift?.means]).toEqual(['makeshift', means])
    expect(found.functions.map(({ catalogueId }) => catalogueId)).toEqual(functions)
  })

  it.each(NO_MAKESHIFT)('takes “%s” for no makeshift', (name) => {
    expect(recogniseTool({ name }, index).makeshift).toBeUndefined()
  })

  it('is less sure of a dictionary word, unless the vendor says the same', () => {
    expect(recogniseTool({ name: 'Board' }, index)).toMatchObject({ productCode: 'product-ambiguous', confidence: 0.6 })
    expect(recogniseTool({ name: 'Board', vendor: 'Board International' }, index).confidence).toBe(0.95)
    expect(recogniseTool({ name: 'Access', vendor: 'Microsoft' }, index).product?.name).toBe('Microsoft Access')
  })

  it('finds every name and alias of the catalogue as its own product', () => {
    for (const { name, aliases } of BUNDLED.products) {
      for (const text of [name, ...aliases]) expect(index.productByName(text)?.name, text).toBe(name)
    }
  })
})
