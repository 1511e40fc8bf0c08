import type { DecodedFile } from '../table'
import { hasColumns, joined, type NamedRow, namedRows, partOf, TableBuilder } from './parts'

const TOOL_KINDS = new Set(['component', 'system', 'resource', 'api'])

/** The parts of a cell, each once: a reference given twice says nothing more. */
const listOf = (cell: string): readonly string[] => [...new Set(cell.split(';').flatMap((part) => part.trim() || []))]

/** A reference such as "component:default/orders" as kind and name; a bare name is of the kind that is meant there. */
function reference(text: string, kind: string): { readonly kind: string; readonly name: string; readonly key: string } {
  const parts = /^(?:([^:/]+):)?(?:([^/]+)\/)?(.+)$/.exec(text.trim())
  const found = (parts?.[1] ?? kind).toLowerCase()
  const name = parts?.[3] ?? text
  return { kind: found, name, key: `${found}:${(parts?.[2] ?? 'default').toLowerCase()}/${name.toLowerCase()}` }
}

const keyOf = (row: NamedRow): string =>
  reference(`${row.get('kind')}:${row.get('metadata.namespace') || 'default'}/${row.get('metadata.name')}`, '').key

const titleOf = (row: NamedRow): string =>
  row.get('metadata.title') || row.get('spec.profile.displayName') || row.get('metadata.name')

/** The columns that a reader takes something from; the others are kept with the tool under their own names. */
const READ = new Set(
  'apiVersion kind metadata.name metadata.title metadata.namespace metadata.description metadata.tags metadata.links.url spec.type spec.lifecycle spec.owner spec.system spec.subcomponentOf spec.parent spec.profile.displayName spec.providesApis spec.consumesApis spec.dependsOn spec.dependencyOf'.split(
    ' ',
  ),
)

/**
 * A Backstage catalogue (its `catalog-info.yaml`, several documents): components, systems, resources and APIs are
 * tools, groups departments; what depends on, provides or consumes is a flow. Undefined for anything else.
 */
export function backstageLists(parts: readonly DecodedFile[]): readonly DecodedFile[] | undefined {
  const [file] = parts
  if (file === undefined || parts.length > 1 || !['yaml', 'json'].includes(file.format ?? '')) return undefined
  if (!hasColumns(file.table, 'apiVersion', 'kind', 'metadata.name')) return undefined
  const rows = namedRows(file.table)
  const titles = new Map(rows.map((row) => [keyOf(row), titleOf(row)]))
  const nameOf = (text: string, kind: string): string => {
    const meant = reference(text, kind)
    return titles.get(meant.key) ?? meant.name
  }

  const tools = new TableBuilder(['ID', 'Name', 'Description', 'Kind', 'Component type', 'Status', 'Department'])
  const departments = new TableBuilder(['ID', 'Name', 'Description', 'Parent'])
  const flows = new TableBuilder(['Source', 'Target', 'Method', 'Relationship type'])
  for (const row of rows) {
    const kind = row.get('kind').toLowerCase()
    const common: readonly (readonly [string, string])[] = [
      ['ID', keyOf(row)],
      ['Name', titleOf(row)],
      ['Description', row.get('metadata.description')],
    ]
    if (kind === 'group') {
      const parent = row.get('spec.parent')
      departments.add(row.row, [...common, ['Parent', parent === '' ? '' : nameOf(parent, 'group')]])
      continue
    }
    if (!TOOL_KINDS.has(kind)) {
      tools.leave(row.row, [...common, ['Kind', row.get('kind')]], 'other-type', 'Kind', row.get('kind'))
      continue
    }
    const owner = row.get('spec.owner')
    const byUser = reference(owner, 'group').kind === 'user'
    const within = row.get('spec.subcomponentOf') || row.get('spec.system')
    const withinKind = row.get('spec.subcomponentOf') === '' ? 'system' : 'component'
    tools.add(row.row, [
      ...common,
      ['Kind', row.get('kind')],
      ['Component type', row.get('spec.type')],
      ['Status', row.get('spec.lifecycle')],
      [byUser ? 'Business owner' : 'Department', owner === '' ? '' : nameOf(owner, 'group')],
      ['Part of', within === '' ? '' : nameOf(within, withinKind)],
      ['Tags', joined(listOf(row.get('metadata.tags')))],
      ['URL', listOf(row.get('metadata.links.url'))[0] ?? ''],
      ...file.table.header.flatMap((header, index): readonly (readonly [string, string])[] =>
        READ.has(header) ? [] : [[header, row.cells[index] ?? '']],
      ),
    ])
    const flow = (from: string, to: string, method: string, relation: string) =>
      flows.add(row.row, [
        ['Source', from],
        ['Target', to],
        ['Method', method],
        ['Relationship type', relation],
      ])
    const self = titleOf(row)
    // Data come from what one depends on, and go to what depends on one.
    for (const ref of listOf(row.get('spec.dependsOn'))) flow(nameOf(ref, 'component'), self, '', 'dependsOn')
    for (const ref of listOf(row.get('spec.dependencyOf'))) flow(self, nameOf(ref, 'component'), '', 'dependencyOf')
    for (const ref of listOf(row.get('spec.consumesApis'))) flow(nameOf(ref, 'api'), self, 'API', 'consumesApis')
    for (const ref of listOf(row.get('spec.providesApis'))) flow(self, nameOf(ref, 'api'), 'API', 'providesApis')
  }
  return [
    ...partOf(file, 'backstage', 'groups', 'departments', departments),
    ...partOf(file, 'backstage', 'entities', 'tools', tools),
    ...partOf(file, 'backstage', 'relations', 'flows', flows),
  ]
}
