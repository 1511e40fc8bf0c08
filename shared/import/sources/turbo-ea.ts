import { listValue } from '../list-value'
import type { DecodedFile } from '../table'
import { hasColumns, type NamedRow, namedRows, partOf, TableBuilder } from './parts'

const isTool = (type: string): boolean => /^application$/i.test(type)
const isDepartment = (type: string): boolean => /^(?:organization|organisation|usergroup)$/i.test(type)
const isFunction = (type: string): boolean => /^(?:businesscapability|capability|process|businessprocess)$/i.test(type)

/** A path as its steps: "Sales/Field sales"; `\/` is a slash within a name. */
function stepsOf(path: string): readonly string[] {
  return path
    .split(/(?<!\\)\//)
    .map((step) => step.replaceAll('\\/', '/').trim())
    .filter((step) => step !== '')
}

/** What a relation column of an application holds, by its key ("rel:relOrgToApp"). */
function relationHeader(key: string): string | undefined {
  if (/org|usergroup/i.test(key)) return 'Used by'
  if (/bc|capab|process/i.test(key)) return 'Functions'
  return undefined
}

/** The last step of each name in a cell that refers to several. */
const namesOf = (cell: string): string =>
  cell
    .split(';')
    .flatMap((path) => listValue(stepsOf(path).at(-1) ?? '') || [])
    .join('; ')

function cellsOf(row: NamedRow, header: readonly string[], tools: boolean): (readonly [string, string])[] {
  const cells: (readonly [string, string])[] = []
  header.forEach((name, index) => {
    const cell = row.cells[index] ?? ''
    const relation = name.startsWith('rel:') && tools ? relationHeader(name) : undefined
    if (name === 'id') cells.push(['ID', cell])
    else if (name === 'name') cells.push(['Name', cell])
    else if (name === 'type') cells.push(['Card type', cell])
    else if (name === 'category') cells.push(['Subtype', cell])
    else if (name === 'parent_path') cells.push([tools ? 'Part of' : 'Parent', stepsOf(cell).at(-1) ?? ''])
    else if (relation !== undefined) {
      const known = cells.findIndex(([said]) => said === relation)
      const text = [known < 0 ? '' : (cells[known]?.[1] ?? ''), namesOf(cell)].filter((each) => each !== '').join('; ')
      if (known < 0) cells.push([relation, text])
      else cells[known] = [relation, text]
    } else cells.push([name.replace(/^attr_/, ''), cell])
  })
  return cells
}

/**
 * A workbook of Turbo EA: a sheet per type of card, `attr_` and `rel:` columns, a sheet of relations. Undefined for
 * anything else.
 */
export function turboEaLists(parts: readonly DecodedFile[]): readonly DecodedFile[] | undefined {
  const isCards = ({ table }: DecodedFile) =>
    table.header.includes('name') &&
    (table.header.includes('parent_path') || table.header.some((h) => h.startsWith('attr_')))
  const isRelations = ({ table }: DecodedFile) => hasColumns(table, 'relation_type', 'source_ref', 'target_ref')
  if (parts[0]?.format !== 'xlsx' || !parts.some(isCards)) return undefined
  const types = new Map<string, string>()
  for (const sheet of parts.filter(isCards)) {
    for (const row of namedRows(sheet.table)) {
      for (const key of [row.get('id'), row.get('name')]) if (key !== '') types.set(key, sheet.part ?? '')
    }
  }
  return parts.flatMap((sheet): readonly DecodedFile[] => {
    if (sheet.part === '_Meta') return []
    if (isRelations(sheet)) return relationLists(sheet, types)
    if (!isCards(sheet)) return [sheet]
    const type = sheet.part ?? ''
    const tools = isTool(type)
    const list = new TableBuilder(['ID', 'Name'])
    for (const row of namedRows(sheet.table)) {
      const cells = cellsOf(row, sheet.table.header, tools)
      if (tools || isDepartment(type)) list.add(row.row, cells)
      else list.leave(row.row, [...cells, ['Card type', type]], 'other-type', 'Card type', type)
    }
    return partOf(sheet, 'turbo-ea', type, isDepartment(type) ? 'departments' : 'tools', list)
  })
}

/** Relations between applications are flows; those to organisations and capabilities say who uses what for what. */
function relationLists(sheet: DecodedFile, types: ReadonlyMap<string, string>): readonly DecodedFile[] {
  const flows = new TableBuilder(['Source', 'Target', 'Relationship type', 'Description'])
  const uses = new TableBuilder(['Name'])
  for (const row of namedRows(sheet.table)) {
    const ends = ['source_ref', 'target_ref'].map((column) => {
      const text = row.get(column)
      const name = stepsOf(text).at(-1) ?? text
      const said = /^(\w+):(.+)$/.exec(name)
      const type = types.get(text) ?? types.get(name) ?? (said?.[2] === undefined ? '' : said[1]) ?? ''
      return { name: types.has(name) ? name : (said?.[2] ?? name), type }
    })
    const [source, target] = ends
    const tool = ends.find(({ type }) => isTool(type))
    const other = ends.find((end) => end !== tool)
    const kind = row.get('relation_type')
    const flow: readonly (readonly [string, string])[] = [
      ['Source', source?.name ?? ''],
      ['Target', target?.name ?? ''],
      ['Relationship type', kind],
      ['Description', row.get('description')],
      ...sheet.table.header.flatMap((header, index): readonly (readonly [string, string])[] =>
        header.startsWith('attr_') ? [[header.slice('attr_'.length), row.cells[index] ?? '']] : [],
      ),
    ]
    if (tool === undefined || other === undefined) flows.leave(row.row, flow, 'other-end', 'Relationship type', kind)
    else if (isTool(other.type)) flows.add(row.row, flow)
    else if (isDepartment(other.type))
      uses.add(row.row, [
        ['Name', tool.name],
        ['Used by', listValue(other.name)],
      ])
    else if (isFunction(other.type))
      uses.add(row.row, [
        ['Name', tool.name],
        ['Functions', listValue(other.name)],
      ])
    else flows.leave(row.row, flow, 'other-relation', 'Relationship type', kind)
  }
  return [
    ...partOf(sheet, 'turbo-ea', `${sheet.part}: uses`, 'tools', uses),
    ...partOf(sheet, 'turbo-ea', sheet.part ?? '', 'flows', flows),
  ]
}
