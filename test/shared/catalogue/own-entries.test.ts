import { describe, expect, it } from 'vitest'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { withOwnEntries } from '../../../shared/catalogue/own-entries'
import { recogniseTool } from '../../../shared/catalogue/recognise'
import { SMALL_CATALOGUE } from './a-catalogue'

const index = indexCatalogue(SMALL_CATALOGUE)
const own = withOwnEntries(index, [
  { name: 'Lohnbüro 2', functions: ['payroll'] },
  { name: 'Das Rote', aliases: ['Rotes Tool'], product: 'Jira', functions: [] },
  { name: 'Slack', functions: ['tickets', 'no such function'] },
  { name: 'Excel: Payroll', product: 'Twin One', functions: ['chat'] },
])
const found = (name: string) => {
  const { product, productCode, confidence, functions } = recogniseTool({ name }, own)
  return [product?.name, productCode, confidence, functions.map(({ catalogueId }) => catalogueId)]
}

describe('withOwnEntries', () => {
  it('knows what the users said, by name, alias and name with additions', () => {
    expect(found('lohnbüro 2')).toEqual(['Lohnbüro 2', 'own-entry', 1, ['payroll']])
    expect(found('Das Rote (neu)')).toEqual(['Jira', 'own-entry', 1, ['tickets']])
    expect(found('Rotes-Tool')).toEqual(['Jira', 'own-entry', 1, ['tickets']])
  })

  it('lets them overrule the catalogue and what it takes for a makeshift, with known functions only', () => {
    expect(found('Slack')).toEqual(['Slack', 'own-entry', 1, ['tickets']])
    expect(found('Excel: Payroll')).toEqual(['Twin One', 'own-entry', 1, ['chat']])
  })

  it('leaves everything else, and the catalogue itself, as it was', () => {
    expect(found('Jira Werk 2')).toEqual(['Jira', 'product-start', 0.7, ['tickets']])
    expect(recogniseTool({ name: 'Lohnbüro 2' }, index).product).toBeUndefined()
    expect(withOwnEntries(index, [])).toBe(index)
  })

  it('takes the later of two entries for one name', () => {
    const entries = ['chat', 'payroll'].map((id) => ({ name: 'X1', functions: [id] }))
    const { functions } = recogniseTool({ name: 'x1' }, withOwnEntries(index, entries))
    expect(functions.map(({ catalogueId }) => catalogueId)).toEqual(['payroll'])
  })
})
