import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CatalogueData } from '../../../shared/catalogue/catalogue'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { recogniseTool } from '../../../shared/catalogue/recognise'

const file = (name: string) => new URL(`../../../assets/catalogue/${name}.json`, import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'))
const isThere = ['functions', 'products', 'domains'].every((name) => existsSync(file(name)))

describe.skipIf(!isThere)('recognition with the bundled catalogue', () => {
  const index = isThere
    ? indexCatalogue({
        functions: read('functions'),
        products: read('products'),
        domains: read('domains'),
      } as CatalogueData)
    : indexCatalogue({ functions: [], products: [], domains: [] })
  const functionsOf = (name: string) => recogniseTool({ name }, index).functions.map(({ catalogueId }) => catalogueId)

  it.each([
    ['MS Teams', 'team-chat'],
    ['Jira SW Cloud', 'issue-tracking'],
    ['SAP B1', 'erp'],
    ['DATEV Lohn', 'payroll'],
    ['Confluence Server 7.4', 'knowledge-base'],
    ['OTRS 6', 'ticketing'],
    ['Zeiterfassung Werk 2', 'time-recording'],
  ])('%s does %s', (name, job) => {
    expect(functionsOf(name)).toContain(job)
  })

  it.each(['Eigenentwicklung Versandhilfe', 'Front desk app', 'API', 'Auth', 'Database'])(
    'does not guess at %s',
    (name) => {
      expect(recogniseTool({ name }, index).product).toBeUndefined()
    },
  )
})
