import type { Language } from '../../../shared/bridge'
import type { RowChange } from '../../../shared/inventory/change'
import {
  addTool,
  type EditableField,
  type FunctionName,
  removeTools,
  setToolField,
  type ToolEdits,
} from '../../../shared/inventory/edit'
import type { ToolId } from '../../../shared/inventory/nouns'
import { canWrite, commit, nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { catalogueIndex } from '../../river/catalogue'
import type { Proposal, ToolRow } from './tool-row'

/** Writes one field of a tool. */
export function setField<F extends EditableField>({ tool }: ToolRow, field: F, value: ToolEdits[F]): void {
  if (!canWrite()) return
  const { inventory } = useWorkspace.getState()
  const rows = setToolField(inventory, tool.id, field, value, nextIds())
  commit({ label: { code: 'setField', values: { field, name: tool.name } }, cause: { kind: 'edit' }, rows })
}

/** Writes a proposed function to the tool: from now on somebody said so. */
export function acceptProposal({ tool, functions }: ToolRow, proposal: Proposal, language: Language): void {
  if (!canWrite()) return
  const { inventory } = useWorkspace.getState()
  const names = [...functions.map((name) => ({ name })), proposedName(proposal, language)]
  const rows = setToolField(inventory, tool.id, 'functions', names, nextIds())
  const values = { function: proposal.name[language], name: tool.name }
  commit({ label: { code: 'acceptFunction', values }, cause: { kind: 'edit' }, rows })
}

/** A proposal as the name of a function, in the language of the moment. */
export function proposedName({ name, catalogueId, domain }: Proposal, language: Language): FunctionName {
  return {
    name: name[language],
    ...(catalogueId === undefined ? {} : { catalogueId }),
    ...(domain === undefined ? {} : { domain }),
  }
}

/** A typed name of a function, with what the catalogue knows of it. */
export function typedFunction(name: string): FunctionName {
  const known = catalogueIndex().functionByWord(name)
  return known === undefined ? { name } : { name, catalogueId: known.id, domain: known.domain }
}

/** Adds a tool by its name; gives back its id, or nothing when the name is blank. */
export function addByName(name: string): ToolId | undefined {
  if (!canWrite()) return undefined
  const { id, rows } = addTool(useWorkspace.getState().inventory, name, nextIds())
  const values = { name: name.trim() }
  return commit({ label: { code: 'addTool', values }, cause: { kind: 'edit' }, rows }) === undefined ? undefined : id
}

/** What a deletion did; enough to say it and to take it back. */
export interface Deletion {
  readonly sequence: number
  readonly name: string
  readonly tools: number
  readonly flows: number
}

/** Removes tools and what hangs on them, in one Change. */
export function deleteTools(ids: Iterable<ToolId>): Deletion | undefined {
  if (!canWrite()) return undefined
  const rows = removeTools(useWorkspace.getState().inventory, ids)
  const removed = (table: RowChange['table']) => rows.filter((row) => row.table === table && row.after === undefined)
  const tools = removed('tools')
  const first = tools[0]?.before
  const name = first !== undefined && 'name' in first ? (first.name ?? '') : ''
  const values = { count: tools.length, name }
  const change = commit({ label: { code: 'deleteTools', values }, cause: { kind: 'edit' }, rows })
  if (change === undefined) return undefined
  return { sequence: change.sequence, name, tools: tools.length, flows: removed('flows').length }
}
