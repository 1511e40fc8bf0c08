import { majorUnits } from '../../analysis/money'
import type { Inventory } from '../../inventory/inventory'
import type { Tool } from '../../inventory/nouns'
import * as words from '../table-words'
import type { Cell } from '../to-tables'
import { PEER_CRITICALITY, PEER_FUNCTIONAL, PEER_HOSTING, PEER_LIFECYCLE, PEER_TECHNICAL } from './peer-words'
import { pathOf, type Sheet } from './sheet'

const APPLICATION: readonly (readonly [string, (tool: Tool) => Cell | undefined])[] = [
  ['attr_vendor', ({ vendor }) => vendor],
  ['attr_status', ({ status }) => status && PEER_LIFECYCLE[status]],
  ['attr_hostingType', ({ hosting }) => hosting && PEER_HOSTING[hosting]],
  ['attr_businessCriticality', ({ criticality }) => criticality && PEER_CRITICALITY[criticality]],
  ['attr_functionalSuitability', ({ functionalFit }) => functionalFit && PEER_FUNCTIONAL[functionalFit]],
  ['attr_technicalSuitability', ({ technicalFit }) => technicalFit && PEER_TECHNICAL[technicalFit]],
  ['attr_numberOfUsers', ({ users }) => users],
  ['attr_costTotalAnnual', ({ annualCost }) => annualCost && majorUnits(annualCost)],
  ['attr_currency', ({ annualCost }) => annualCost?.currency],
  ['attr_contractEnd', ({ contractEnd }) => contractEnd],
  ['attr_noticeMonths', ({ noticeMonths }) => noticeMonths],
  ['attr_businessOwner', ({ businessOwner }) => businessOwner],
  ['attr_technicalOwner', ({ technicalOwner }) => technicalOwner],
  ['attr_dataClass', ({ dataClass }) => dataClass && words.DATA_CLASS[dataClass].en],
  ['attr_personalData', ({ personalData }) => personalData && words.YES_NO[personalData].en],
  ['attr_hasAiFeatures', ({ ai }) => ai && words.AI[ai].en],
  ['attr_tags', ({ tags }) => tags?.join('; ')],
  ['attr_url', ({ url }) => url],
  ['attr_notes', ({ notes }) => notes],
]

/**
 * The inventory as a workbook for Turbo EA: a sheet per type of card, `rel:` columns for who uses a tool and what it
 * does, relations between tools on the sheet Relations. The owning department stands in `attr_department`.
 */
export function toTurboEa(inventory: Inventory): readonly Sheet[] {
  const { tools, departments, functions, usages, flows, dataObjects } = inventory
  const users = new Map<string, string[]>()
  for (const { tool, department } of usages.values()) {
    if (tools.get(tool)?.owner === department) continue
    users.set(tool, [...(users.get(tool) ?? []), pathOf(departments, department).map(step).join('/')])
  }
  const applications = [...tools.values()].map((tool): readonly Cell[] => [
    tool.externalId ?? tool.id,
    tool.name,
    tool.partOf === undefined ? null : step(tool.partOf),
    tool.description ?? null,
    tool.owner === undefined ? null : (departments.get(tool.owner)?.name ?? null),
    ...APPLICATION.map(([, read]) => read(tool) ?? null),
    users.get(tool.id)?.join('; ') ?? null,
    tool.functions.map((id) => step(functions.get(id)?.name ?? '')).join('; ') || null,
  ])
  const organisations = [...departments.values()].map(
    ({ id, name, parent, headcount, externalId }): readonly Cell[] => [
      externalId ?? id,
      name,
      parent === undefined ? null : pathOf(departments, parent).map(step).join('/'),
      headcount ?? null,
    ],
  )
  const relations = [...flows.values()].map((flow): readonly Cell[] => [
    'relAppToApp',
    tools.get(flow.source)?.name ?? null,
    tools.get(flow.target)?.name ?? null,
    'upsert',
    words.METHOD[flow.method].en,
    flow.bothWays === true ? words.DIRECTION.both.en : null,
    flow.frequency === undefined ? null : words.FREQUENCY[flow.frequency].en,
    flow.hoursPerMonth ?? null,
    flow.dataObjects
      .map((id) => dataObjects.get(id)?.name ?? '')
      .filter((name) => name !== '')
      .join('; ') || null,
    flow.name ?? null,
  ])
  return [
    {
      name: 'Application',
      table: {
        header: [
          'id',
          'name',
          'parent_path',
          'description',
          'attr_department',
          ...APPLICATION.map(([key]) => key),
          'rel:relOrgToApp',
          'rel:relAppToBC',
        ],
        rows: applications,
      },
    },
    { name: 'Organization', table: { header: ['id', 'name', 'parent_path', 'attr_headcount'], rows: organisations } },
    {
      name: 'BusinessCapability',
      table: {
        header: ['id', 'name', 'parent_path'],
        rows: [...functions.values()].map(({ id, name }): readonly Cell[] => [id, name, null]),
      },
    },
    {
      name: 'Relations',
      table: {
        header: [
          'relation_type',
          'source_ref',
          'target_ref',
          'action',
          'attr_method',
          'attr_direction',
          'attr_frequency',
          'attr_hoursPerMonth',
          'attr_dataObjects',
          'description',
        ],
        rows: relations,
      },
    },
  ].filter(({ table }) => table.rows.length > 0)
}

/** A step of a path: slashes in the name are escaped. A `;` would end the reference; it becomes a comma. */
function step(name: string): string {
  return name.replaceAll('/', '\\/').replaceAll(';', ',')
}
