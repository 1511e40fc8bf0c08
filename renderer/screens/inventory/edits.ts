import type { Language } from '../../../shared/bridge'
import type { RowChange } from '../../../shared/inventory/change'
import { addTool, duplicateTools, removeTools, setToolField } from '../../../shared/inventory/edit'
import type { CellEdit, EditableField, FunctionName, ToolEdits } from '../../../shared/inventory/edit-fields'
import { editTools } from '../../../shared/inventory/edit-tools'
import type { ToolId } from '../../../shared/inventory/nouns'
import { canWrite, commit, nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { catalogueIndex } from '../../river/catalogue'
import type { Block } from './block-text'
import type { CellWords } from './cell-values'
import type { ColumnId } from './column-ids'
import { type PastePlan, planPaste } from './paste'
import { type CellReaders, readCell } from './read-cell'
import type { Proposal, ToolRow } from './tool-row'

/** Writes one field of a tool. */
export function setField<F extends EditableField>({ tool }: ToolRow, field: F, value: ToolEdits[F]): void {
  if (!canWrite()) return
  const { inventory } = useWorkspace.getState()
  const rows = setToolField(inventory, tool.id, field, value, nextIds())
  commit({ label: { code: 'setField', values: { field, name: tool.name } }, cause: { kind: 'edit' }, rows })
}

/** Writes one edit that was read from a cell. */
export function writeEdit({ tool }: ToolRow, edit: CellEdit): void {
  if (!canWrite()) return
  const rows = editTools(useWorkspace.getState().inventory, [edit], nextIds())
  const label =
    'extra' in edit
      ? { code: 'setExtra', values: { column: edit.extra, name: tool.name } }
      : { code: 'setField', values: { field: edit.field, name: tool.name } }
  commit({ label, cause: { kind: 'edit' }, rows })
}

/** How texts are read into cells here. */
export function readersOf({ t, language }: CellWords): CellReaders {
  return { t, language, functionOf: typedFunction }
}

/** Sets one column of many tools to the same text, in one Change. Says what is wrong with the text, or how many changed. */
export function setMany(
  rows: readonly ToolRow[],
  column: ColumnId,
  text: string,
  words: CellWords,
): { readonly changed: number } | { readonly problem: string } {
  if (!canWrite()) return { changed: 0 }
  const readers = readersOf(words)
  const edits: CellEdit[] = []
  for (const { tool } of rows) {
    const read = readCell(tool, column, text, readers)
    if ('problem' in read) return { problem: problemWords(words, read.problem, text) }
    edits.push(read.edit)
  }
  const first = edits[0]
  if (first === undefined) return { changed: 0 }
  const changes = editTools(useWorkspace.getState().inventory, edits, nextIds())
  const count = changes.filter(({ table }) => table === 'tools').length
  const label =
    'extra' in first
      ? { code: 'setExtras', values: { column: first.extra, count } }
      : { code: 'setFields', values: { field: first.field, count } }
  commit({ label, cause: { kind: 'edit' }, rows: changes })
  return { changed: count }
}

/** What is wrong with a text, in words. */
export function problemWords({ t }: CellWords, problem: PastePlan['refused'][number]['problem'], text: string): string {
  switch (problem) {
    case 'fixed':
    case 'noColumn':
    case 'noName':
      return t(`inventory:pasted.${problem}`)
    default:
      return t(`inventory:editor.${problem}`, { text })
  }
}

/** Writes a block of cells, in one Change; gives back what was taken and what was refused. */
export function pasteBlock(
  block: Block,
  rows: readonly ToolRow[],
  columns: readonly ColumnId[],
  words: CellWords,
): PastePlan | undefined {
  if (!canWrite()) return undefined
  const ids = nextIds()
  const plan = planPaste(block, { rows, columns, newId: () => ids('tools') }, readersOf(words))
  const changes = editTools(useWorkspace.getState().inventory, plan.edits, ids, plan.added)
  const values = { count: plan.edits.length + plan.added.length }
  commit({ label: { code: 'paste', values }, cause: { kind: 'edit' }, rows: changes })
  return plan
}

/** Puts a copy beside each of these tools, in one Change. */
export function duplicate(ids: Iterable<ToolId>, { t }: CellWords): readonly ToolId[] {
  if (!canWrite()) return []
  const { inventory } = useWorkspace.getState()
  const rename = (name: string) => t('inventory:copyName', { name })
  const { copies, rows } = duplicateTools(inventory, ids, rename, nextIds())
  const first = rows[0]?.after
  const name = first !== undefined && 'name' in first ? (first.name ?? '') : ''
  commit({ label: { code: 'duplicate', values: { count: copies.length, name } }, cause: { kind: 'edit' }, rows })
  return copies
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
