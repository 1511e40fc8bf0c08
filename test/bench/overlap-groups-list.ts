import fs from 'node:fs'
import domains from '../../assets/catalogue/domains.json'
import functions from '../../assets/catalogue/functions.json'
import products from '../../assets/catalogue/products.json'
import { decodeCsv } from '../../renderer/files/csv-codec'
import { planFiles, prepareFile } from '../../renderer/river/import-files'
import { recognition } from '../../renderer/river/recognition'
import { judge } from '../../shared/analysis/judge'
import type { CatalogueData } from '../../shared/catalogue/catalogue'
import { indexCatalogue } from '../../shared/catalogue/index-catalogue'
import { idSource } from '../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../shared/inventory/inventory'

/** The groups that a real list gives, as lines of Markdown: best first, with score, kind and tools. */
export function groupsOfList(file: string, today: string): readonly string[] {
  const index = indexCatalogue({ domains, functions, products } as unknown as CatalogueData)
  const prepared = prepareFile(decodeCsv('list.csv', fs.readFileSync(file)))
  const inventory = planFiles(EMPTY_INVENTORY, [prepared], idSource(1), 'EUR', index).after
  const { groups, assigned, overlaps } = judge(inventory, recognition(inventory, index), today)
  const name = (id: string) => [...inventory.tools.values()].find((tool) => tool.id === id)?.name ?? id
  const lines = groups.map(({ origin, functionKey, kind, score, tools, listedPairs, pairs }) => {
    const job = functionKey === undefined ? origin : (assigned.functions.get(functionKey)?.name.en ?? functionKey)
    const names = tools.map(name).sort().join(', ')
    return `- **${job}** (${kind}, ${score.toFixed(2)}; ${listedPairs} of ${pairs} pairs listed): ${names}`
  })
  return [`${inventory.tools.size} tools, ${overlaps.length} overlaps listed, ${groups.length} groups.`, '', ...lines]
}
