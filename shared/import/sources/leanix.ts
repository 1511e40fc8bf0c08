import { listValue } from '../list-value'
import type { DecodedFile } from '../table'
import { hasColumns, joined, type NamedRow, namedRows, partOf, TableBuilder } from './parts'

const FROM = 'fromRelatedFactSheetDisplayName'
const FROM_TYPE = 'fromRelatedFactSheetType'
const TO = 'toRelatedFactSheetDisplayName'
const TO_TYPE = 'toRelatedFactSheetType'

const isTool = (type: string): boolean => type === 'Application'
const isDepartment = (type: string): boolean => /^(?:UserGroup|Organization)$/.test(type)
const isFunction = (type: string): boolean => /^(?:BusinessCapability|Process|BusinessContext)$/.test(type)

/** The second row repeats the header in words: its type is none, and its id no id. */
function withoutLabels(rows: readonly NamedRow[]): readonly NamedRow[] {
  const [first, second] = rows
  const labels = first !== undefined && /^(?:id|identifier|uuid)$/i.test(first.get('id'))
  const odd =
    second !== undefined && first?.get('type') !== second.get('type') && /[A-Z ]/.test(first?.get('type') ?? '')
  return labels || (odd && !/\d/.test(first?.get('id') ?? '1')) ? rows.slice(1) : rows
}

interface Link {
  readonly row: NamedRow
  readonly sheet: DecodedFile
}

/** Headers that would be taken for something they are not, and what stands in their place. */
const RENAMED: Readonly<Record<string, string>> = {
  id: 'ID',
  type: 'Fact sheet type',
  name: 'Short name',
  displayName: 'Name',
  category: 'Subtype',
}

function cellsOf(row: NamedRow, header: readonly string[]): (readonly [string, string])[] {
  const hasDisplayName = header.includes('displayName') && row.get('displayName') !== ''
  return header.map((name, index): readonly [string, string] => {
    const cell = row.cells[index] ?? ''
    if (name === 'name' && !hasDisplayName) return ['Name', cell]
    if (name === 'displayName' && !hasDisplayName) return ['Display name', cell]
    return [RENAMED[name] ?? name, cell]
  })
}

/**
 * A LeanIX snapshot workbook: a sheet per type of fact sheet, a sheet per kind of relation. Applications are tools,
 * user groups departments, interfaces with a provider and consumers flows; capabilities come in as functions of the
 * applications they are related to. Sheets without fact sheets (ReadMe, tags, documents) are set aside as they are.
 * Undefined for anything else.
 */
export function leanixLists(parts: readonly DecodedFile[]): readonly DecodedFile[] | undefined {
  const isRelation = ({ table }: DecodedFile) => hasColumns(table, FROM, TO)
  const isSheet = ({ table }: DecodedFile) =>
    hasColumns(table, 'id', 'type', 'name', 'displayName') || hasColumns(table, 'id', 'type', 'name', 'lxState')
  const [first] = parts
  const known =
    parts.some(isRelation) || parts.some(({ table }) => hasColumns(table, 'id', 'type', 'displayName', 'lxState'))
  if (first?.format !== 'xlsx' || !known) return undefined

  const provided = new Map<string, Link[]>()
  const consumed = new Map<string, Link[]>()
  // Relations have to be known before interfaces are read, and come after what they relate.
  const relations = parts.filter(isRelation).flatMap((sheet) => relationLists(sheet, provided, consumed))
  const lists: DecodedFile[] = []
  for (const sheet of parts.filter((part) => !isRelation(part))) {
    if (isSheet(sheet)) lists.push(...sheetLists(sheet, provided, consumed))
    else lists.push({ ...sheet, format: 'leanix', aside: true })
  }
  const listed = new Set(parts.filter((part) => !isRelation(part)).flatMap(namesIn))
  return [
    ...lists,
    ...relations,
    ...parts.filter(isRelation).flatMap((sheet) => lostLinks(sheet, listed, [provided, consumed])),
  ]
}

/** What the fact sheets of a sheet are called in relations. */
function namesIn({ table }: DecodedFile): readonly string[] {
  return namedRows(table).map((row) => row.get('displayName') || row.get('name'))
}

/** Relations to interfaces that the snapshot doesn't list: no flow carries them, so their rows are left out. */
function lostLinks(
  sheet: DecodedFile,
  listed: ReadonlySet<string>,
  sides: readonly ReadonlyMap<string, readonly Link[]>[],
): readonly DecodedFile[] {
  const lost = new TableBuilder(['Name'])
  for (const [name, links] of sides.flatMap((side) => [...side])) {
    if (listed.has(name)) continue
    for (const { row, sheet: from } of links) {
      if (from === sheet) lost.leave(row.row, cellsOf(row, sheet.table.header), 'other-end', TO, name)
    }
  }
  return partOf(sheet, 'leanix', `${sheet.part ?? ''} (2)`, 'tools', lost)
}

/** Relations of applications to users and to capabilities; those of interfaces are only collected. */
function relationLists(
  sheet: DecodedFile,
  provided: Map<string, Link[]>,
  consumed: Map<string, Link[]>,
): readonly DecodedFile[] {
  const uses = new TableBuilder(['Name'])
  for (const row of withoutLabels(namedRows(sheet.table))) {
    const ends = [
      { name: row.get(FROM), type: row.get(FROM_TYPE) },
      { name: row.get(TO), type: row.get(TO_TYPE) },
    ]
    const tool = ends.find(({ type }) => isTool(type))
    const other = ends.find((end) => end !== tool)
    const cells = cellsOf(row, sheet.table.header)
    if (tool === undefined || other === undefined) uses.leave(row.row, cells, 'other-end')
    else if (other.type === 'Interface') {
      const side = /provider/i.test(`${sheet.part} ${row.get('type')}`) ? provided : consumed
      const link = { row, sheet }
      side.set(other.name, [...(side.get(other.name) ?? []), link])
    } else if (isDepartment(other.type)) {
      const owns = /owner/i.test(row.get('usageType'))
      uses.add(row.row, [
        ['Name', tool.name],
        [owns ? 'Department' : 'Used by', listValue(other.name)],
      ])
    } else if (isFunction(other.type))
      uses.add(row.row, [
        ['Name', tool.name],
        ['Functions', listValue(other.name)],
      ])
    else uses.leave(row.row, [['Name', tool.name], ...cells], 'other-relation', 'Relation', sheet.part ?? '')
  }
  return partOf(sheet, 'leanix', sheet.part ?? '', 'tools', uses)
}

function sheetLists(
  sheet: DecodedFile,
  provided: ReadonlyMap<string, readonly Link[]>,
  consumed: ReadonlyMap<string, readonly Link[]>,
): readonly DecodedFile[] {
  const rows = withoutLabels(namedRows(sheet.table))
  const type = rows[0]?.get('type') ?? ''
  const { header } = sheet.table
  const part = sheet.part ?? type
  if (type === 'Interface') {
    const flows = new TableBuilder(['ID', 'Name', 'Source', 'Target'])
    const end = (links: readonly Link[] | undefined): string =>
      joined((links ?? []).map(({ row }) => (isTool(row.get(FROM_TYPE)) ? row.get(FROM) : row.get(TO))))
    for (const row of rows) {
      const name = row.get('displayName') || row.get('name')
      flows.add(row.row, [
        ...cellsOf(row, header),
        ['Source', end(provided.get(name))],
        ['Target', end(consumed.get(name))],
      ])
    }
    return partOf(sheet, 'leanix', part, 'flows', flows)
  }
  if (!isTool(type) && !isDepartment(type)) return restOf(sheet, rows)
  const list = new TableBuilder(['ID', 'Name'])
  for (const row of rows) {
    const cells = cellsOf(row, header)
    // The display name of a group that lies in another one is its whole path: "Sales / Field sales".
    const path = row.get('displayName').split(' / ')
    const parent = path.length > 1 && isDepartment(type) ? (path.at(-2) ?? '') : ''
    if (!isDepartment(type)) list.add(row.row, cells)
    else {
      const own = new Map(cells)
      list.add(row.row, new Map([...own, ['Name', row.get('name') || (path.at(-1) ?? '')], ['Parent', parent]]))
    }
  }
  return partOf(sheet, 'leanix', part, isTool(type) ? 'tools' : 'departments', list)
}

/** A sheet that an inventory has no place for: its rows are left out, each with its reason. */
function restOf(sheet: DecodedFile, rows: readonly NamedRow[]): readonly DecodedFile[] {
  const rest = new TableBuilder(['Name'])
  for (const row of rows) {
    const type = row.get('type') || (sheet.part ?? '')
    rest.leave(row.row, cellsOf(row, sheet.table.header), 'other-type', 'Fact sheet type', type)
  }
  return partOf(sheet, 'leanix', sheet.part ?? '', 'tools', rest)
}
