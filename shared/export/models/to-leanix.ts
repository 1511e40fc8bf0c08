import { majorUnits } from '../../analysis/money'
import type { Inventory } from '../../inventory/inventory'
import * as words from '../table-words'
import type { Cell } from '../to-tables'
import { PEER_CRITICALITY, PEER_FUNCTIONAL, PEER_HOSTING, PEER_LIFECYCLE, PEER_TECHNICAL } from './peer-words'
import { pathOf, type Sheet } from './sheet'

type Columns = readonly (readonly [key: string, label: string])[]

const BASE: Columns = [
  ['id', 'ID'],
  ['type', 'Type'],
  ['name', 'Name'],
  ['displayName', 'Display name'],
]
const APPLICATION: Columns = [
  ...BASE,
  ['description', 'Description'],
  ['lxState', 'Quality state'],
  ['vendor', 'Vendor'],
  ['partOf', 'Part of'],
  ['status', 'Status'],
  ['hostingType', 'Hosting type'],
  ['businessCriticality', 'Business criticality'],
  ['functionalSuitability', 'Functional suitability'],
  ['technicalSuitability', 'Technical suitability'],
  ['numberOfUsers', 'Number of users'],
  ['costTotalAnnual', 'Annual cost'],
  ['currency', 'Currency'],
  ['contractEnd', 'Contract end'],
  ['noticeMonths', 'Notice months'],
  ['businessOwner', 'Business owner'],
  ['technicalOwner', 'Technical owner'],
  ['dataClass', 'Data class'],
  ['personalData', 'Personal data'],
  ['hasAiFeatures', 'AI'],
  ['tags', 'Tags'],
  ['url', 'URL'],
  ['notes', 'Notes'],
]
const RELATION: Columns = [
  ['id', 'ID'],
  ['type', 'Type'],
  ['fromRelatedFactSheetDisplayName', 'From'],
  ['fromRelatedFactSheetType', 'From type'],
  ['toRelatedFactSheetDisplayName', 'To'],
  ['toRelatedFactSheetType', 'To type'],
  ['status', 'Status'],
  ['activeFrom', 'Active from'],
  ['activeUntil', 'Active until'],
]

/**
 * The inventory in the shape of a LeanIX snapshot workbook: a sheet per type of fact sheet (row 1 keys, row 2 labels),
 * interfaces for flows, relation sheets by display name. Tools of the same name are told apart by what they are part of,
 * or by their id.
 */
export function toLeanix(inventory: Inventory): readonly Sheet[] {
  const { tools, departments, functions, usages, flows, dataObjects } = inventory
  const display = displayNames(inventory)
  const nameOf = (id: string): string => display.get(id) ?? ''
  const applications = [...tools.values()].map((tool): readonly Cell[] => [
    tool.externalId ?? tool.id,
    'Application',
    tool.name,
    nameOf(tool.id),
    tool.description ?? null,
    null,
    tool.vendor ?? null,
    tool.partOf ?? null,
    tool.status === undefined ? null : PEER_LIFECYCLE[tool.status],
    tool.hosting === undefined ? null : PEER_HOSTING[tool.hosting],
    tool.criticality === undefined ? null : PEER_CRITICALITY[tool.criticality],
    tool.functionalFit === undefined ? null : PEER_FUNCTIONAL[tool.functionalFit],
    tool.technicalFit === undefined ? null : PEER_TECHNICAL[tool.technicalFit],
    tool.users ?? null,
    tool.annualCost === undefined ? null : majorUnits(tool.annualCost),
    tool.annualCost?.currency ?? null,
    tool.contractEnd ?? null,
    tool.noticeMonths ?? null,
    tool.businessOwner ?? null,
    tool.technicalOwner ?? null,
    tool.dataClass === undefined ? null : words.DATA_CLASS[tool.dataClass].en,
    tool.personalData === undefined ? null : words.YES_NO[tool.personalData].en,
    tool.ai === undefined ? null : words.AI[tool.ai].en,
    tool.tags === undefined ? null : tool.tags.join('; '),
    tool.url ?? null,
    tool.notes ?? null,
  ])
  const groups = [...departments.values()].map(({ id, name, externalId }): readonly Cell[] => [
    externalId ?? id,
    'UserGroup',
    name,
    pathOf(departments, id).join(' / '),
  ])
  const capabilities = [...functions.values()].map(({ id, name }): readonly Cell[] => [
    id,
    'BusinessCapability',
    name,
    name,
  ])
  const interfaces = [...flows.values()].map((flow, at): readonly Cell[] => [
    flow.externalId ?? flow.id,
    'Interface',
    interfaceName(at),
    interfaceName(at),
    words.METHOD[flow.method].en,
    flow.bothWays === true ? words.DIRECTION.both.en : null,
    flow.frequency === undefined ? null : words.FREQUENCY[flow.frequency].en,
    flow.hoursPerMonth ?? null,
    flow.dataObjects
      .map((id) => dataObjects.get(id)?.name ?? '')
      .filter((name) => name !== '')
      .join('; ') || null,
    flow.notes ?? null,
  ])
  function interfaceName(at: number): string {
    return `Interface ${at + 1}`
  }

  const owned = [...tools.values()].flatMap(({ id, owner }) =>
    owner === undefined ? [] : [{ id, department: owner, as: 'owner' }],
  )
  const used = [...usages.values()]
    .filter(({ tool, department }) => tools.get(tool)?.owner !== department)
    .map(({ tool, department }) => ({ id: tool, department, as: 'user' }))
  const uses = [...owned, ...used].map(({ id, department, as }, at): readonly Cell[] => [
    ...relation(
      `use-${at + 1}`,
      'applicationUserGroupRelation',
      nameOf(id),
      'Application',
      pathOf(departments, department).at(-1) ?? '',
      'UserGroup',
    ),
    as,
  ])
  const does = [...tools.values()].flatMap((tool) =>
    tool.functions.map((id) => [tool.id, functions.get(id)?.name ?? ''] as const),
  )
  const jobs = does.map(([tool, job], at) =>
    relation(
      `job-${at + 1}`,
      'applicationBusinessCapabilityRelation',
      nameOf(tool),
      'Application',
      job,
      'BusinessCapability',
    ),
  )
  const ends = (side: 'source' | 'target', type: string) =>
    [...flows.values()].map((flow, at) =>
      relation(`${side}-${at + 1}`, type, nameOf(flow[side]), 'Application', interfaceName(at), 'Interface'),
    )
  return [
    sheet('Application', APPLICATION, applications),
    sheet('UserGroup', BASE, groups),
    sheet('BusinessCapability', BASE, capabilities),
    sheet(
      'Interface',
      [
        ...BASE,
        ['method', 'Method'],
        ['direction', 'Direction'],
        ['frequency', 'Frequency'],
        ['hoursPerMonth', 'Hours per month'],
        ['dataObjects', 'Data objects'],
        ['notes', 'Notes'],
      ],
      interfaces,
    ),
    sheet('applicationUserGroupRelation', [...RELATION, ['usageType', 'Usage type']], uses),
    sheet('applicationBusinessCapability', RELATION, jobs),
    sheet('applicationInterfaceProvider', RELATION, ends('source', 'applicationInterfaceProviderRelation')),
    sheet('applicationInterfaceConsumer', RELATION, ends('target', 'applicationInterfaceConsumerRelation')),
  ].filter(({ table }) => table.rows.length > 1)
}

/** A sheet's name has 31 signs at most. */
function sheet(name: string, columns: Columns, rows: readonly (readonly Cell[])[]): Sheet {
  return {
    name: name.slice(0, 31),
    table: { header: columns.map(([key]) => key), rows: [columns.map(([, label]) => label), ...rows] },
  }
}

function relation(
  id: string,
  type: string,
  from: string,
  fromType: string,
  to: string,
  toType: string,
): readonly Cell[] {
  return [id, type, from, fromType, to, toType, 'ACTIVE', null, null]
}

/** Names that are unique among the tools: relations refer by them. */
function displayNames({ tools }: Inventory): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    [...tools.values()].map(({ id, name, partOf, externalId }) => {
      const candidates = [
        name,
        ...(partOf === undefined ? [] : [`${name} (${partOf})`]),
        `${name} (${externalId ?? id})`,
      ]
      const free = candidates.find((each) => !taken.has(each)) ?? `${name} (${id})`
      taken.add(free)
      return [id, free]
    }),
  )
}
