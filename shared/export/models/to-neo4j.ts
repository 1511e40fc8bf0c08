import { majorUnits } from '../../analysis/money'
import type { Inventory } from '../../inventory/inventory'
import type { Cell, ExportTable } from '../to-tables'

/** A file of the bulk import: its name without path, and its table. */
export interface GraphFile {
  readonly name: string
  readonly table: ExportTable
}

/**
 * The inventory as a property graph for Neo4j's bulk import: a file per kind of node and of relationship with the
 * importer's typed headers. Unknown is an empty cell, which the importer leaves out. Several values are separated by
 * `;`, as the importer expects; a `;` within a value becomes a comma.
 */
export function toNeo4j({
  departments,
  functions,
  tools,
  usages,
  dataObjects,
  flows,
}: Inventory): readonly GraphFile[] {
  const nodes = (
    name: string,
    label: string,
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): GraphFile => ({
    name: `${name}.csv`,
    table: { header: [`id:ID(${label})`, ...columns, ':LABEL'], rows: rows.map((row) => [...row, label]) },
  })
  const links = (
    name: string,
    type: string,
    [from, to]: readonly [string, string],
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): GraphFile => ({
    name: `${name}.csv`,
    table: {
      header: [`:START_ID(${from})`, `:END_ID(${to})`, ...columns, ':TYPE'],
      rows: rows.map((row) => [...row, type]),
    },
  })
  const several = (values: readonly string[]): Cell =>
    values.map((value) => value.replaceAll(';', ',')).join(';') || null
  return [
    nodes(
      'departments',
      'Department',
      ['name', 'headcount:long'],
      [...departments.values()].map(({ id, name, headcount }) => [id, name, headcount ?? null]),
    ),
    nodes(
      'functions',
      'Function',
      ['name', 'domain'],
      [...functions.values()].map(({ id, name, domain }) => [id, name, domain ?? null]),
    ),
    nodes(
      'data-objects',
      'DataObject',
      ['name'],
      [...dataObjects.values()].map(({ id, name }) => [id, name]),
    ),
    nodes(
      'tools',
      'Tool',
      [
        'name',
        'partOf',
        'vendor',
        'description',
        'businessOwner',
        'technicalOwner',
        'status',
        'hosting',
        'users:long',
        'annualCost:double',
        'currency',
        'contractEnd:date',
        'noticeMonths:double',
        'criticality:int',
        'functionalFit:int',
        'technicalFit:int',
        'dataClass',
        'personalData',
        'ai',
        'tags:string[]',
        'url',
        'notes',
        'mentionedOnly:boolean',
      ],
      [...tools.values()].map((tool) => [
        tool.id,
        tool.name,
        tool.partOf ?? null,
        tool.vendor ?? null,
        tool.description ?? null,
        tool.businessOwner ?? null,
        tool.technicalOwner ?? null,
        tool.status ?? null,
        tool.hosting ?? null,
        tool.users ?? null,
        tool.annualCost === undefined ? null : majorUnits(tool.annualCost),
        tool.annualCost?.currency ?? null,
        tool.contractEnd ?? null,
        tool.noticeMonths ?? null,
        tool.criticality ?? null,
        tool.functionalFit ?? null,
        tool.technicalFit ?? null,
        tool.dataClass ?? null,
        tool.personalData ?? null,
        tool.ai ?? null,
        several(tool.tags ?? []),
        tool.url ?? null,
        tool.notes ?? null,
        String(tool.mentionedOnly === true),
      ]),
    ),
    links(
      'department-within',
      'WITHIN',
      ['Department', 'Department'],
      [],
      [...departments.values()].flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent]])),
    ),
    links(
      'owns',
      'OWNS',
      ['Department', 'Tool'],
      [],
      [...tools.values()].flatMap(({ id, owner }) => (owner === undefined ? [] : [[owner, id]])),
    ),
    links(
      'uses',
      'USES',
      ['Department', 'Tool'],
      ['users:long', 'attachment:int', 'concern'],
      [...usages.values()].map(({ department, tool, users, attachment, concern }) => {
        return [department, tool, users ?? null, attachment ?? null, concern ?? null]
      }),
    ),
    links(
      'does',
      'DOES',
      ['Tool', 'Function'],
      [],
      [...tools.values()].flatMap((tool) => [...new Set(tool.functions)].map((id) => [tool.id, id])),
    ),
    links(
      'masters',
      'MASTERS',
      ['Tool', 'DataObject'],
      [],
      [...dataObjects.values()].flatMap(({ id, master }) => (master === undefined ? [] : [[master, id]])),
    ),
    links(
      'flows',
      'SENDS_TO',
      ['Tool', 'Tool'],
      ['name', 'method', 'bothWays:boolean', 'frequency', 'hoursPerMonth:double', 'status', 'dataObjects:string[]'],
      [...flows.values()].map((flow) => [
        flow.source,
        flow.target,
        flow.name ?? null,
        flow.method,
        String(flow.bothWays === true),
        flow.frequency ?? null,
        flow.hoursPerMonth ?? null,
        flow.status ?? null,
        several(flow.dataObjects.map((id) => dataObjects.get(id)?.name ?? '').filter((name) => name !== '')),
      ]),
    ),
  ]
}

/** The command that loads the files into an empty database, to be run in their folder. */
export function neo4jCommand(files: readonly GraphFile[]): string {
  const options = files.map(({ name, table }) =>
    table.header[0]?.startsWith(':START') ? `--relationships=${name}` : `--nodes=${name}`,
  )
  return `neo4j-admin database import full ${options.join(' ')} --multiline-fields=true neo4j\n`
}
