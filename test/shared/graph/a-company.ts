import { buildGraph } from '../../../shared/graph/build-graph'
import type { Graph } from '../../../shared/graph/graph'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import {
  type Department,
  type DepartmentId,
  FLOW_METHODS,
  type Flow,
  type FlowId,
  type Tool,
  type ToolId,
  type Usage,
} from '../../../shared/inventory/nouns'
import { seededRandom } from '../../../shared/inventory/random'

/** An inventory from loose rows; ids are the names of the rows. */
export function inventoryOf(
  departments: readonly Partial<Department>[],
  tools: readonly Partial<Tool>[],
  flows: readonly Partial<Flow>[],
  usages: readonly Partial<Usage>[] = [],
): Inventory {
  const rows = <T>(partial: readonly Partial<T & { id: string }>[], defaults: object) =>
    new Map(partial.map((row) => [row.id as string, { ...defaults, ...row } as unknown as T]))
  return {
    ...EMPTY_INVENTORY,
    departments: rows<Department>(departments, { name: '' }) as unknown as Inventory['departments'],
    tools: rows<Tool>(tools, { name: '', functions: [] }) as unknown as Inventory['tools'],
    flows: rows<Flow>(flows, { dataObjects: [], method: 'api' }) as unknown as Inventory['flows'],
    usages: rows<Usage>(usages, {}) as unknown as Inventory['usages'],
  }
}

/** The graph of an inventory, with nothing known about overlaps, functions and domains. */
export function graphOf(inventory: Inventory): Graph {
  return buildGraph(inventory, { overlaps: new Map(), functionNames: new Map(), domains: new Map() })
}

const PLACES = [
  'IT',
  'Kundenservice',
  'Finanzen',
  'Personal',
  'Vertrieb',
  'Produktion',
  'Einkauf',
  'Konstruktion',
  'Logistik',
  'Qualitätsmanagement',
  'Recht und Compliance',
  'Marketing & Kommunikation',
]
const JOBS: readonly (readonly [string, string])[] = [
  ['Ticketing', 'it-service'],
  ['Endgeräteverwaltung', 'it-service'],
  ['Chat · Besprechungen', 'collaboration'],
  ['Dokumente', 'collaboration'],
  ['Buchhaltung', 'finance'],
  ['Rechnungsfreigabe', 'finance'],
  ['Personalstamm', 'hr'],
  ['Zeiterfassung', 'hr'],
  ['CRM', 'sales'],
  ['Angebotskalkulation', 'sales'],
  ['Newsletter', 'marketing'],
  ['Produktionsplanung', 'production'],
  ['Instandhaltung', 'production'],
  ['CAD', 'engineering'],
  ['Lagerverwaltung', 'logistics'],
  ['Reklamationen', 'quality'],
  ['Verträge', 'legal'],
  ['Auswertungen', 'data'],
]
const MAKES = ['Nord', 'Blitz', 'Kern', 'Wolke', 'Atlas', 'Faden', 'Lotse', 'Prisma', 'Rad', 'Silber', 'Turm', 'Ufer']
const KINDS = [
  'Desk',
  'Werk',
  'Box',
  'Plan',
  'Flow',
  'Akte',
  ' Rechnungsprüfung',
  ' Suite',
  'Hub',
  ' 4.2',
  ' Online',
  'Bau',
]

/** An invented company: tools in departments of different sizes, flows mostly to a few neighbours. Seeded. */
export function aCompany(tools: number, departments: number, flows: number, seed = 1) {
  const random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const weights = Array.from({ length: departments }, () => 0.3 + random() * random() * 2)
  const sum = weights.reduce((a, b) => a + b)
  const homeOf: number[] = weights
    .flatMap((weight, at) => Array(Math.ceil((weight / sum) * tools)).fill(at))
    .slice(0, tools)
  const functionNames = new Map<ToolId, readonly string[]>()
  const domains = new Map<ToolId, string>()
  const overlaps = new Map<ToolId, number>()
  const toolRows = Array.from({ length: tools }, (_, at): Partial<Tool> => {
    const id = `t${at}` as ToolId
    const [job, domain] = pick(JOBS)
    functionNames.set(id, [job])
    domains.set(id, domain)
    if (random() < 0.25) overlaps.set(id, 1 + below(3))
    const home = homeOf[at] ?? below(departments)
    return {
      id,
      name: pick(MAKES) + pick(KINDS),
      ...(random() < 0.03
        ? {}
        : { owner: `d${home}` as DepartmentId, ...(random() < 0.8 ? { businessOwner: 'x' } : {}) }),
      ...(random() < 0.85 ? { users: 1 + below(400) } : {}),
      ...(random() < 0.2 ? { ai: 'embedded' as const } : {}),
      ...(random() < 0.06 ? { mentionedOnly: true } : {}),
      ...(random() < 0.05 ? { status: 'retired' as const } : {}),
    }
  })
  const flowRows = Array.from({ length: flows }, (_, at): Partial<Flow> => {
    const source = below(tools)
    const spread = random() < 0.7 ? Math.ceil((tools / departments) * 1.5) : tools
    const target = (((source + 1 + below(spread)) % tools) + tools) % tools
    const method = random() < 0.25 ? 'by-hand' : pick(FLOW_METHODS)
    return {
      id: `w${at}` as FlowId,
      source: `t${source}` as ToolId,
      target: `t${target}` as ToolId,
      method,
      ...(method === 'by-hand' && random() < 0.8 ? { hoursPerMonth: 1 + below(40) } : {}),
      ...(random() < 0.08 ? { bothWays: true } : {}),
    }
  })
  const departmentRows = Array.from({ length: departments }, (_, at): Partial<Department> => {
    const round = Math.floor(at / PLACES.length)
    return { id: `d${at}` as DepartmentId, name: PLACES[at % PLACES.length] + (round > 0 ? ` ${round + 1}` : '') }
  })
  const inventory = inventoryOf(departmentRows, toolRows, flowRows)
  return { inventory, graph: buildGraph(inventory, { overlaps, functionNames, domains }) }
}
