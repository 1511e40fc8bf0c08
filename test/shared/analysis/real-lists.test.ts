import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import domains from '../../../assets/catalogue/domains.json'
import functions from '../../../assets/catalogue/functions.json'
import products from '../../../assets/catalogue/products.json'
import { decodeCsv, encodeCsv } from '../../../renderer/files/csv-codec'
import { flavourOf } from '../../../renderer/files/flavours'
import { planFiles, prepareFile } from '../../../renderer/river/import-files'
import { judge } from '../../../shared/analysis/judge'
import type { CatalogueData } from '../../../shared/catalogue/catalogue'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { recogniseTools } from '../../../shared/catalogue/recognise-tools'
import { toToolsTable } from '../../../shared/export/to-tables'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'

const REAL = new URL('../../../../shared/data/', import.meta.url)
const SAMPLES = new URL('../../../assets/samples/', import.meta.url)
const index = indexCatalogue({ domains, functions, products } as unknown as CatalogueData)

function imported(folder: URL, ...names: string[]): Inventory {
  const files = names.map((name) => prepareFile(decodeCsv(name, new Uint8Array(readFileSync(new URL(name, folder))))))
  return planFiles(EMPTY_INVENTORY, files, idSource(1), 'EUR', index).after
}

const findingsOf = (inventory: Inventory) => judge(inventory, recogniseTools(inventory, index), '2026-11-22')

function topOf(inventory: Inventory) {
  const { bundles } = findingsOf(inventory)
  for (const { rank, name, tools, departments, users, lever, effort, score, low, high } of bundles.slice(0, 5)) {
    const names = tools.map((id) => inventory.tools.get(id)?.name).join(', ')
    console.log(
      `${rank}. ${name.en}: ${tools.length} tools, ${departments.length} departments, ${users} users; ` +
        `lever ${lever.toFixed(1)}, effort ${effort.toFixed(1)}, score ${score.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)}): ${names}`,
    )
  }
  return bundles
}

const NEXATECH = ['nexatech_organizations.csv', 'nexatech_applications.csv', 'nexatech_interfaces.csv']
const isThere = existsSync(new URL(NEXATECH[0] ?? '', REAL))
if (!isThere) console.log('skipped: ../shared/data is not there')

describe.skipIf(!isThere)('nexatech', () => {
  it('finds the two identity providers and ranks the jobs that several tools do', () => {
    const inventory = imported(REAL, ...NEXATECH)
    const nameOf = (id: string) => [...inventory.tools.values()].find((tool) => tool.id === id)?.name
    const pairs = findingsOf(inventory).overlaps.map(({ tools, kind }) => [...tools.map(nameOf).sort(), kind])
    expect(pairs).toContainEqual(['Microsoft Entra ID', 'Okta', 'redundant'])
    expect(topOf(inventory).length).toBeGreaterThan(5)
  })
})

describe('our samples', () => {
  it.each([
    ['muster-maschinenbau/', ['abteilungen.csv', 'anwendungen.csv', 'schnittstellen.csv'], ['OTRS', 'Zendesk']],
    ['northfield-services/', ['departments.csv', 'applications.csv', 'integrations.csv'], ['BigChange', 'Joblogic']],
  ])(
    '%s: the first bundle is the one a careful reader would pick, and the tools survive a CSV',
    (folder, files, tools) => {
      const inventory = imported(new URL(folder, SAMPLES), ...files)
      const [first] = topOf(inventory)
      const names = first?.tools.map((id) => inventory.tools.get(id)?.name)
      expect(names).toEqual(expect.arrayContaining(tools))
      for (const language of ['de', 'en'] as const) {
        const { header, rows } = toToolsTable(inventory, { language })
        const bytes = new TextEncoder().encode(encodeCsv([header, ...rows], flavourOf(language)))
        const again = planFiles(inventory, [prepareFile(decodeCsv('tools.csv', bytes))], idSource(2), 'EUR', index)
        const known = [...inventory.tools.values()].filter(({ mentionedOnly }) => mentionedOnly !== true)
        expect(again.plans[0]).toMatchObject({ added: 0, issues: [], newDepartments: [], newFunctions: [] })
        for (const { id } of known) expect(again.after.tools.get(id)).toEqual(inventory.tools.get(id))
      }
    },
  )
})
