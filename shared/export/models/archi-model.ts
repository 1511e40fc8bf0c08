import { MENTIONED_ONLY } from '../../import/own-headers'
import { TOOL_TYPES } from '../../import/sources/archimate-model'
import type { Inventory } from '../../inventory/inventory'
import type { Tool } from '../../inventory/nouns'
import { type ExportTable, toDepartmentsTable, toFlowsTable, toToolsTable } from '../to-tables'

export interface ModelItem {
  readonly id: string
  /** ArchiMate type without spaces ("ApplicationComponent", "Flow"). */
  readonly type: string
  readonly name: string
  readonly documentation: string
  /** What has no place of its own in ArchiMate: header → text. */
  readonly properties: readonly (readonly [string, string])[]
}

export interface ModelLink extends ModelItem {
  readonly source: string
  readonly target: string
}

/** The inventory in the terms of ArchiMate 3. */
export interface ArchiModel {
  readonly elements: readonly ModelItem[]
  readonly relations: readonly ModelLink[]
}

/** Fields that are elements, relations or texts of their own and therefore no properties. */
const OWN_PLACE: ReadonlySet<string> = new Set([
  'ID',
  'Name',
  'Description',
  'Functions',
  'Used by',
  'Source',
  'Target',
  'Source part of',
  'Target part of',
  'Parent department',
  'Currency',
])

/**
 * Tools are application components, departments business actors, functions business functions, flows between tools
 * flows; a department above another composes it, departments are assigned to the tools they use, tools serve functions,
 * a tool is composed by the tool it is part of. Everything else is a property under the header that our tables have, so
 * that importing the model gives the same inventory. Not in it: users, attachments and concerns per department, that a
 * tool is only mentioned, that a flow's direction isn't known.
 * Ids are those of the source lists where they are valid and unique, else our own.
 */
export function toArchiModel(inventory: Inventory): ArchiModel {
  const idOf = identifiers(inventory)
  const elements: ModelItem[] = []
  const relations: ModelLink[] = []
  const relate = (type: string, source: string, target: string) =>
    relations.push({
      id: `${idOf(source)}-${type}-${idOf(target)}`,
      type,
      source: idOf(source),
      target: idOf(target),
      ...UNSAID,
    })

  const departmentRows = toDepartmentsTable(inventory, { language: 'en' })
  ;[...inventory.departments.values()].forEach(({ id, name, parent }, at) => {
    const properties = propertiesOf(departmentRows, at, new Set(['Department']))
    elements.push({ id: idOf(id), type: 'BusinessActor', name, documentation: '', properties })
    if (parent !== undefined && inventory.departments.has(parent)) relate('Composition', parent, id)
  })
  for (const { id, name } of inventory.functions.values()) {
    elements.push({ id: idOf(id), type: 'BusinessFunction', name, documentation: '', properties: [] })
  }
  const wholes = wholeTools(inventory)
  const toolRows = toToolsTable(inventory, { language: 'en' })
  ;[...inventory.tools.values()].forEach(({ id, name, description = '', functions, extra = {} }, at) => {
    const whole = wholes.get(id)
    const without: ReadonlySet<string> = whole === undefined ? NONE : new Set(['Part of'])
    const properties = propertiesOf(toolRows, at, without)
    const given = extra['Element type']?.replace(/\s+/g, '') ?? ''
    const type = TOOL_TYPES.has(given) ? given : 'ApplicationComponent'
    elements.push({
      id: idOf(id),
      type,
      name,
      documentation: description,
      properties: properties.filter(([key]) => key !== 'Element type' || type !== given),
    })
    if (whole !== undefined) relate('Composition', whole, id)
    for (const each of functions) if (inventory.functions.has(each)) relate('Serving', id, each)
  })
  for (const { tool, department } of inventory.usages.values()) {
    if (inventory.tools.get(tool)?.owner !== department) relate('Assignment', department, tool)
  }
  const flowRows = toFlowsTable(inventory, { language: 'en' })
  ;[...inventory.flows.values()].forEach(({ id, name = '', source, target, notes = '' }, at) => {
    const properties = propertiesOf(flowRows, at, NOTES)
    relations.push({
      id: idOf(id),
      type: 'Flow',
      name,
      documentation: notes,
      source: idOf(source),
      target: idOf(target),
      properties,
    })
  })
  return { elements, relations: uniqueById(relations) }
}

const UNSAID = { name: '', documentation: '', properties: [] } as const
const NONE: ReadonlySet<string> = new Set()
/** They are a flow's documentation. */
const NOTES: ReadonlySet<string> = new Set(['Notes'])

/** The one tool of the name that a tool says it is part of; nothing where there is none, or several. */
function wholeTools({ tools }: Inventory): ReadonlyMap<string, string> {
  const byName = new Map<string, Tool | undefined>()
  for (const tool of tools.values()) byName.set(tool.name, byName.has(tool.name) ? undefined : tool)
  const wholes = new Map<string, string>()
  for (const { id, partOf } of tools.values()) {
    const whole = partOf === undefined ? undefined : byName.get(partOf)
    if (whole !== undefined && whole.id !== id) wholes.set(id, whole.id)
  }
  return wholes
}

/** What a row of our tables says, property by property. An amount stands with its currency: properties come one by one. */
function propertiesOf({ header, rows }: ExportTable, at: number, without: ReadonlySet<string>) {
  const row = rows[at] ?? []
  const currency = row[header.indexOf('Currency')] ?? ''
  return header.flatMap((name, i): readonly (readonly [string, string])[] => {
    const cell = row[i] ?? ''
    if (cell === '' || OWN_PLACE.has(name) || without.has(name)) return []
    // A tool that a model lists is more than mentioned.
    if (name === 'Status' && cell === MENTIONED_ONLY.en) return []
    return [[name, name === 'Annual cost' ? `${cell} ${currency}`.trim() : String(cell)]]
  })
}

/** Begins with a letter, holds nothing but letters, digits, dots, hyphens and underscores: an XML name everywhere. */
const VALID_ID = /^[A-Za-z_][\w.-]{0,150}$/

function identifiers(inventory: Inventory): (id: string) => string {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const table of [inventory.departments, inventory.functions, inventory.tools, inventory.flows] as const) {
    for (const row of table.values()) {
      const given = 'externalId' in row ? row.externalId : undefined
      const id =
        given !== undefined && VALID_ID.test(given) && !taken.has(given)
          ? given
          : `id-${row.id.replace(/[^\w.-]/g, '_')}`
      let unique = id
      for (let n = 2; taken.has(unique); n += 1) unique = `${id}-${n}`
      taken.add(unique)
      ids.set(row.id, unique)
    }
  }
  return (id) => ids.get(id) ?? id
}

function uniqueById(links: readonly ModelLink[]): readonly ModelLink[] {
  return [...new Map(links.map((link) => [link.id, link])).values()]
}
