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
import type { PlantedCompany } from './overlap-company'

const index = indexCatalogue({ domains, functions, products } as unknown as CatalogueData)

/** What was found of what was planted. */
export interface Scored {
  readonly tools: number
  /** Planted pairs whose two names are still two tools after the import. */
  readonly planted: number
  readonly found: number
  /** Listed pairs, those inside a paid suite aside: nobody planted these, and they are no mistake. */
  readonly listed: number
  readonly duplicates: number
  readonly duplicatesFound: number
  readonly inSuite: number
  /** Rank of the bundle that has most of the tools to begin with; undefined when there is none. */
  readonly rank: number | undefined
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

/** Imports a company's lists as the app does, judges them, and compares with what was planted. */
export function scoreCompany({ tools, flows, pairs, best }: PlantedCompany): Scored {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = [decodeCsv('tools.csv', bytes(tools)), decodeCsv('flows.csv', bytes(flows))].map((file) =>
    prepareFile(file),
  )
  const inventory = planFiles(EMPTY_INVENTORY, files, idSource(1), 'EUR', index).after
  const ids = new Map<string, string>()
  for (const { id, name, aliases = [] } of inventory.tools.values())
    for (const each of [...aliases, name]) ids.set(each, id)
  const { overlaps, bundles } = judge(inventory, recognition(inventory, index), '2026-11-22')
  const key = (a: string, b: string) => [a, b].sort().join(' ')
  const nameOf = (id: string) => [...inventory.tools.values()].find((tool) => tool.id === id)?.name ?? id
  const planted = new Map<string, boolean>()
  for (const { names, duplicate } of pairs) {
    const [a, b] = names.map((name) => ids.get(name) ?? `missing: ${name}`) as [string, string]
    if (a !== b) planted.set(key(a, b), duplicate)
  }
  const listed = new Map(overlaps.map((overlap) => [key(...overlap.tools), overlap]))
  const found = [...planted.keys()].filter((pair) => listed.has(pair))
  const claims = overlaps.filter(({ kind, tools: ends }) => kind !== 'in-suite' || planted.has(key(...ends)))
  const start = new Set(best.map((name) => ids.get(name)))
  const share = (members: readonly string[]) => members.filter((id) => start.has(id)).length
  const most = bundles.reduce((top, bundle) => Math.max(top, share(bundle.tools)), 0)
  const duplicates = [...planted].filter(([, duplicate]) => duplicate)
  const words = (pair: string) => pair.split(' ').map(nameOf).join(' / ')
  return {
    tools: inventory.tools.size,
    planted: planted.size,
    found: found.length,
    listed: claims.length,
    duplicates: duplicates.length,
    duplicatesFound: duplicates.filter(([pair]) => listed.get(pair)?.kind === 'same-product').length,
    inSuite: overlaps.length - claims.length,
    rank: most < 2 ? undefined : bundles.find(({ tools: members }) => share(members) === most)?.rank,
    missed: [...planted.keys()].filter((pair) => !listed.has(pair)).map(words),
    wrong: claims
      .map(({ tools: ends }) => key(...ends))
      .filter((pair) => !planted.has(pair))
      .map(words),
  }
}

/** Recall, precision and the share of first places over several companies. */
export function totals(scored: readonly Scored[]) {
  const sum = (of: (one: Scored) => number) => scored.reduce((all, one) => all + of(one), 0)
  return {
    recall: sum(({ found }) => found) / sum(({ planted }) => planted),
    precision: sum(({ found }) => found) / sum(({ listed }) => listed),
    duplicates: sum(({ duplicatesFound }) => duplicatesFound) / sum(({ duplicates }) => duplicates),
    first: sum(({ rank }) => Number(rank === 1)) / scored.length,
  }
}
