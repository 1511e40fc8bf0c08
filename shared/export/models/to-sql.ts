import { majorUnits } from '../../analysis/money'
import type { Inventory } from '../../inventory/inventory'

type Value = string | number | boolean | undefined

/** A table of the dump: its columns with their SQL types, and its rows. The first column is the key unless `key` says more. */
interface SqlTable {
  readonly name: string
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly key: string
  readonly rows: readonly (readonly Value[])[]
}

/** Rows per INSERT: few enough for every database, enough to load quickly. */
const BATCH = 200

/**
 * The inventory as plain SQL (the common ground of SQLite, PostgreSQL, DuckDB and SQL Server's quoted form): tables with
 * keys and references, one INSERT per 200 rows. Unknown is NULL. Texts are quoted by doubling, so no name can end its
 * literal; money is a number in major units beside its currency, dates are ISO.
 */
export function toSql(inventory: Inventory): string {
  return `${sqlTables(inventory)
    .flatMap((table) => [create(table), ...inserts(table)])
    .join('\n')}\n`
}

function create({ name, columns, key }: SqlTable): string {
  const lines = columns.map(([column, type]) => `  ${column} ${type}`)
  return `CREATE TABLE ${name} (\n${lines.join(',\n')},\n  PRIMARY KEY (${key})\n);`
}

function inserts({ name, columns, rows }: SqlTable): readonly string[] {
  const statements: string[] = []
  for (let from = 0; from < rows.length; from += BATCH) {
    const values = rows.slice(from, from + BATCH).map((row) => `(${row.map(literal).join(', ')})`)
    statements.push(
      `INSERT INTO ${name} (${columns.map(([column]) => column).join(', ')}) VALUES\n${values.join(',\n')};`,
    )
  }
  return statements
}

function literal(value: Value): string {
  if (value === undefined) return 'NULL'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL'
  if (typeof value === 'boolean') return value ? '1' : '0'
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`
}

const TEXT = 'TEXT'
const KEY = 'VARCHAR(200) NOT NULL'
const to = (table: string) => `VARCHAR(200) REFERENCES ${table} (id)`
const must = (table: string) => `VARCHAR(200) NOT NULL REFERENCES ${table} (id)`

function sqlTables({ departments, functions, tools, usages, dataObjects, flows }: Inventory): readonly SqlTable[] {
  const parentsFirst = inOrderOfParents([...departments.values()])
  return [
    {
      name: 'departments',
      key: 'id',
      columns: [
        ['id', KEY],
        ['name', TEXT],
        ['parent_id', to('departments')],
        ['headcount', 'INTEGER'],
      ],
      rows: parentsFirst.map(({ id, name, parent, headcount }) => [id, name, parent, headcount]),
    },
    {
      name: 'functions',
      key: 'id',
      columns: [
        ['id', KEY],
        ['name', TEXT],
        ['catalogue_id', TEXT],
        ['domain', TEXT],
      ],
      rows: [...functions.values()].map(({ id, name, catalogueId, domain }) => [id, name, catalogueId, domain]),
    },
    {
      name: 'tools',
      key: 'id',
      columns: [
        ['id', KEY],
        ['name', TEXT],
        ['part_of', TEXT],
        ['external_id', TEXT],
        ['vendor', TEXT],
        ['description', TEXT],
        ['owner_id', to('departments')],
        ['business_owner', TEXT],
        ['technical_owner', TEXT],
        ['status', TEXT],
        ['hosting', TEXT],
        ['users', 'INTEGER'],
        ['annual_cost', 'DECIMAL(18, 2)'],
        ['currency', 'CHAR(3)'],
        ['contract_end', 'DATE'],
        ['notice_months', 'DECIMAL(9, 2)'],
        ['criticality', 'INTEGER'],
        ['functional_fit', 'INTEGER'],
        ['technical_fit', 'INTEGER'],
        ['data_class', TEXT],
        ['personal_data', TEXT],
        ['ai', TEXT],
        ['url', TEXT],
        ['notes', TEXT],
        ['mentioned_only', 'SMALLINT'],
      ],
      rows: [...tools.values()].map((tool) => [
        tool.id,
        tool.name,
        tool.partOf,
        tool.externalId,
        tool.vendor,
        tool.description,
        tool.owner,
        tool.businessOwner,
        tool.technicalOwner,
        tool.status,
        tool.hosting,
        tool.users,
        tool.annualCost === undefined ? undefined : majorUnits(tool.annualCost),
        tool.annualCost?.currency,
        tool.contractEnd,
        tool.noticeMonths,
        tool.criticality,
        tool.functionalFit,
        tool.technicalFit,
        tool.dataClass,
        tool.personalData,
        tool.ai,
        tool.url,
        tool.notes,
        tool.mentionedOnly === true,
      ]),
    },
    {
      name: 'tool_functions',
      key: 'tool_id, function_id',
      columns: [
        ['tool_id', must('tools')],
        ['function_id', must('functions')],
      ],
      rows: [...tools.values()].flatMap((tool) => [...new Set(tool.functions)].map((id) => [tool.id, id])),
    },
    {
      name: 'tool_tags',
      key: 'tool_id, tag',
      columns: [
        ['tool_id', must('tools')],
        ['tag', KEY],
      ],
      rows: [...tools.values()].flatMap((tool) => [...new Set(tool.tags ?? [])].map((tag) => [tool.id, tag])),
    },
    {
      name: 'tool_columns',
      key: 'tool_id, name',
      columns: [
        ['tool_id', must('tools')],
        ['name', KEY],
        ['value', TEXT],
      ],
      rows: [...tools.values()].flatMap((tool) =>
        Object.entries(tool.extra ?? {}).map(([name, value]) => [tool.id, name, value]),
      ),
    },
    {
      name: 'usages',
      key: 'id',
      columns: [
        ['id', KEY],
        ['tool_id', must('tools')],
        ['department_id', must('departments')],
        ['users', 'INTEGER'],
        ['attachment', 'INTEGER'],
        ['concern', TEXT],
      ],
      rows: [...usages.values()].map((row) => [
        row.id,
        row.tool,
        row.department,
        row.users,
        row.attachment,
        row.concern,
      ]),
    },
    {
      name: 'data_objects',
      key: 'id',
      columns: [
        ['id', KEY],
        ['name', TEXT],
        ['master_tool_id', to('tools')],
      ],
      rows: [...dataObjects.values()].map(({ id, name, master }) => [id, name, master]),
    },
    {
      name: 'flows',
      key: 'id',
      columns: [
        ['id', KEY],
        ['source_tool_id', must('tools')],
        ['target_tool_id', must('tools')],
        ['name', TEXT],
        ['method', TEXT],
        ['both_ways', 'SMALLINT'],
        ['frequency', TEXT],
        ['hours_per_month', 'DECIMAL(12, 2)'],
        ['status', TEXT],
        ['notes', TEXT],
      ],
      rows: [...flows.values()].map((row) => [
        row.id,
        row.source,
        row.target,
        row.name,
        row.method,
        row.bothWays,
        row.frequency,
        row.hoursPerMonth,
        row.status,
        row.notes,
      ]),
    },
    {
      name: 'flow_data_objects',
      key: 'flow_id, data_object_id',
      columns: [
        ['flow_id', must('flows')],
        ['data_object_id', must('data_objects')],
      ],
      rows: [...flows.values()].flatMap((row) => [...new Set(row.dataObjects)].map((id) => [row.id, id])),
    },
  ]
}

/** Departments so that each comes after the one above it, as a reference demands; a loop in the data is cut. */
function inOrderOfParents<T extends { readonly id: string; readonly parent?: string }>(
  rows: readonly T[],
): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const done = new Map<string, T>()
  const visit = (row: T, above: ReadonlySet<string>) => {
    if (done.has(row.id)) return
    const parent = row.parent === undefined ? undefined : byId.get(row.parent)
    const loops = parent !== undefined && above.has(parent.id)
    if (parent !== undefined && !loops) visit(parent, new Set([...above, row.id]))
    const { parent: _, ...rest } = row
    done.set(row.id, parent === undefined || loops || !done.has(parent.id) ? (rest as unknown as T) : row)
  }
  for (const row of rows) visit(row, new Set([row.id]))
  return [...done.values()]
}
