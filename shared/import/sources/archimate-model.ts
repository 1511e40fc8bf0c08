import { quoted } from '../quoted'
import type { DecodedFile, FileFormat } from '../table'
import { joined, partOf, TableBuilder } from './parts'

/** Element types by what they are in an inventory, in one word without spaces. */
export const TOOL_TYPES: ReadonlySet<string> = new Set([
  'ApplicationComponent',
  'ApplicationCollaboration',
  'ApplicationService',
  'SystemSoftware',
])
const DEPARTMENT_TYPES = new Set(['BusinessActor', 'BusinessRole', 'BusinessCollaboration'])
const FUNCTION_TYPES = new Set([
  'Capability',
  'BusinessFunction',
  'BusinessProcess',
  'BusinessService',
  'ApplicationFunction',
])
const FLOW_RELATIONS = new Set(['Flow', 'Serving', 'UsedBy', 'Access', 'Triggering'])
const USE_RELATIONS = new Set(['Assignment', 'Serving', 'UsedBy', 'Association'])
const FUNCTION_RELATIONS = new Set(['Serving', 'UsedBy', 'Realization', 'Assignment', 'Association'])
const PART_RELATIONS = new Set(['Composition', 'Aggregation', 'Realization'])

export interface ModelElement {
  readonly row: number
  readonly id: string
  readonly type: string
  readonly name: string
  readonly documentation: string
  /** Anything else that is said of it, by the name of its column or property. */
  readonly more: readonly (readonly [string, string])[]
}

export interface ModelRelation extends ModelElement {
  readonly source: string
  readonly target: string
}

export interface ModelProperty {
  readonly row: number
  readonly id: string
  readonly key: string
  readonly value: string
}

/** Where the three lists of a model come from; they may be one file. */
export interface ModelFiles {
  readonly elements: DecodedFile
  readonly relations?: DecodedFile
  readonly properties?: DecodedFile
}

type Role = 'tool' | 'department' | 'function' | 'other'

const typeOf = (text: string): string => text.replace(/\s+|(?:Relationship|Relation)$/g, '')

function roleOf(type: string): Role {
  const bare = typeOf(type)
  if (TOOL_TYPES.has(bare)) return 'tool'
  if (DEPARTMENT_TYPES.has(bare)) return 'department'
  return FUNCTION_TYPES.has(bare) ? 'function' : 'other'
}

/**
 * The lists that an ArchiMate model is for an inventory: tools, departments, flows between tools, who uses them, what
 * lies within what. Every element, relation and property is a row of exactly one of them; what has no place in an
 * inventory is left out with its reason.
 */
export function listsOfModel(
  format: FileFormat,
  files: ModelFiles,
  elements: readonly ModelElement[],
  relations: readonly ModelRelation[],
  properties: readonly ModelProperty[],
): readonly DecodedFile[] {
  const byId = new Map(elements.map((element) => [element.id, element]))
  const counts = new Map<string, number>()
  for (const { name, type } of elements) {
    if (roleOf(type) === 'tool') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  // Tools of the same name are told apart by their id.
  const refer = ({ name, id }: ModelElement) => ((counts.get(name) ?? 0) > 1 ? id : name)

  // What a tool is part of tells tools of the same name apart: it has to be known when they are first met.
  const wholeOf = new Map<string, string>()
  for (const { type, source, target } of relations) {
    const [whole, part] = [byId.get(source), byId.get(target)]
    if (whole === undefined || part === undefined || !PART_RELATIONS.has(typeOf(type))) continue
    const tools = roleOf(whole.type) === 'tool' && roleOf(part.type) === 'tool'
    if (tools && !wholeOf.has(target)) wholeOf.set(target, whole.name)
  }

  const tools = new TableBuilder(['ID', 'Name', 'Description', 'Element type'])
  const departments = new TableBuilder(['ID', 'Name', 'Description'])
  for (const { row, id, name, type, documentation, more } of elements) {
    const cells: (readonly [string, string])[] = [
      ['ID', id],
      ['Name', name],
      ['Description', documentation],
    ]
    const role = roleOf(type)
    if (role === 'department') departments.add(row, [...cells, ...more])
    else if (role === 'tool')
      // That a tool is an application and a flow a flow goes without saying.
      tools.add(row, [
        ...cells,
        ['Element type', typeOf(type) === 'ApplicationComponent' ? '' : type],
        ['Part of', wholeOf.get(id) ?? ''],
        ...more,
      ])
    else tools.leave(row, [...cells, ['Element type', type]], 'other-type', 'Element type', type)
  }

  const flows = new TableBuilder(['ID', 'Name', 'Source', 'Target', 'Relationship type', 'Notes'])
  const uses = new TableBuilder(['ID', 'Name'])
  const units = new TableBuilder(['ID', 'Name', 'Parent'])
  for (const relation of relations) {
    const source = byId.get(relation.source)
    const target = byId.get(relation.target)
    const kind = typeOf(relation.type)
    const { row, id, name, type, documentation, more } = relation
    const flow: readonly (readonly [string, string])[] = [
      ['ID', id],
      ['Name', name],
      ['Source', source === undefined ? relation.source : refer(source)],
      ['Target', target === undefined ? relation.target : refer(target)],
      ['Relationship type', type],
      ['Notes', documentation],
      ...more,
    ]
    const about = (tool: ModelElement, column: string, value: string) =>
      uses.add(row, [
        ['ID', tool.id],
        ['Name', tool.name],
        [column, value],
      ])
    const ends = [source, target].map((end) => (end === undefined ? 'other' : roleOf(end.type)))
    if (source === undefined || target === undefined || ends.includes('other')) {
      flows.leave(row, flow, 'other-end', 'Relationship type', type)
      continue
    }
    const [from, to] = ends
    const [tool, other] = from === 'tool' ? [source, target] : [target, source]
    if (from === 'tool' && to === 'tool' && FLOW_RELATIONS.has(kind)) {
      flows.add(
        row,
        flow.map(([column, text]) => [column, column === 'Relationship type' && kind === 'Flow' ? '' : text] as const),
      )
    } else if (from === 'tool' && to === 'tool' && PART_RELATIONS.has(kind))
      about(target, 'Part of', wholeOf.get(target.id) ?? source.name)
    else if (from === 'department' && to === 'department' && PART_RELATIONS.has(kind)) {
      units.add(row, [
        ['ID', target.id],
        ['Name', target.name],
        ['Parent', source.name],
      ])
    } else if (ends.includes('tool') && ends.includes('department') && USE_RELATIONS.has(kind)) {
      about(tool, 'Used by', quoted(other.name))
    } else if (ends.includes('tool') && ends.includes('function') && FUNCTION_RELATIONS.has(kind)) {
      about(tool, 'Functions', quoted(other.name))
    } else flows.leave(row, flow, 'other-relation', 'Relationship type', type)
  }

  // What properties say of a tool, a department or a flow is a row about it: the same id, one more column.
  const facts = new TableBuilder(['ID', 'Name'])
  const unitFacts = new TableBuilder(['ID', 'Name'])
  const flowFacts = new TableBuilder(['ID', 'Name', 'Source', 'Target'])
  const flowOf = new Map(relations.map((relation) => [relation.id, relation]))
  for (const { row, id, key, value } of properties) {
    const element = byId.get(id)
    const said: readonly [string, string] = [key === '' ? 'Property' : key, value]
    const cells: readonly (readonly [string, string])[] = [
      ['ID', id],
      ['Name', element?.name ?? ''],
      ['Part of', wholeOf.get(id) ?? ''],
      said,
    ]
    const flow = element === undefined ? flowOf.get(id) : undefined
    const [source, target] = [byId.get(flow?.source ?? ''), byId.get(flow?.target ?? '')]
    const isFlow = [source, target].every((end) => end !== undefined && roleOf(end.type) === 'tool')
    if (element !== undefined && roleOf(element.type) === 'tool') facts.add(row, cells)
    else if (element !== undefined && roleOf(element.type) === 'department') {
      unitFacts.add(row, [['ID', id], ['Name', element.name], said])
    } else if (flow !== undefined && source !== undefined && target !== undefined && isFlow) {
      flowFacts.add(row, [['ID', id], ['Name', flow.name], ['Source', refer(source)], ['Target', refer(target)], said])
    } else facts.leave(row, cells, 'other-end', 'ID', joined([element?.type ?? id]))
  }

  const relationFile = files.relations ?? files.elements
  return [
    ...partOf(files.elements, format, 'departments', 'departments', departments),
    ...partOf(relationFile, format, 'parents', 'departments', units),
    ...partOf(files.properties ?? files.elements, format, 'department properties', 'departments', unitFacts),
    ...partOf(files.elements, format, 'elements', 'tools', tools),
    ...partOf(files.properties ?? files.elements, format, 'properties', 'tools', facts),
    ...partOf(relationFile, format, 'uses', 'tools', uses),
    ...partOf(relationFile, format, 'relations', 'flows', flows),
    ...partOf(files.properties ?? files.elements, format, 'flow properties', 'flows', flowFacts),
  ]
}
