import type { FieldId } from '../../../shared/import/fields'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'
import type { Mapping } from '../../../shared/import/mapping'
import type { FileKind } from '../../../shared/import/table'
import { useWorkspace } from '../../database/workspace'
import { bridge } from '../../files/bridge'
import { notifyProblem } from '../../notify'
import { forgetMappingOf, hintsOf } from '../../river/mappings'
import { setImporting, useUi } from '../../ui-state'
import type { Decisions } from './decisions'
import { type Tab, type TableEntry, useImport } from './import-state'
import { setField } from './mapping-edits'
import type { Filter } from './sums'

/** Shows a table, or a file that has none. */
export function choose(key: string, tab?: Tab): void {
  useImport.setState({ chosen: key, ...(tab === undefined ? {} : { tab }) })
}

export function chooseTab(tab: Tab): void {
  useImport.setState({ tab })
}

/** Shows the rows with one outcome. */
export function showRows(filter: Filter): void {
  useImport.setState({ filter, tab: 'rows' })
}

export function chooseCurrency(currency: string): void {
  useImport.setState({ currency })
}

/** Takes a file out; the import is left when it was the last. */
export function removeFile(key: string): void {
  const gone = useImport.getState().files.find((entry) => entry.key === key)
  setImporting(useUi.getState().importing.filter((source) => source !== gone?.source))
}

/** Asks for more files. */
export async function addFiles(): Promise<void> {
  const opened = await bridge.openFiles()
  if (opened.ok) setImporting([...useUi.getState().importing, ...opened.value])
  else notifyProblem(opened.error)
}

/** Takes a table in or out. */
export function tick(key: string, ticked: boolean): void {
  changeTable(key, (table) => ({ ...table, ticked, tickChosen: true }))
}

/** Says what kind of list a table is; its columns are guessed again for that kind. */
export function chooseKind(key: string, kind: FileKind): void {
  const hints = hintsOf(useWorkspace.getState().inventory)
  changeTable(key, (table) => {
    const { decoded } = table.prepared
    return { ...table, chosenKind: kind, prepared: { decoded, mapping: guessMapping(decoded.table, kind, hints) } }
  })
}

/** Forgets what was remembered or chosen, for good: kind and columns are guessed from this file alone. */
export function guessAgain(key: string): void {
  const table = useImport.getState().tables.find((each) => each.key === key)
  if (table !== undefined) void forgetMappingOf(table.prepared.decoded.table.header)
  const hints = hintsOf(useWorkspace.getState().inventory)
  changeTable(key, ({ chosenKind: _, ...table }) => {
    const { decoded } = table.prepared
    const kind = decoded.presetKind ?? guessKind(decoded.table, decoded.part ?? decoded.name, hints)
    return { ...table, prepared: { decoded, mapping: guessMapping(decoded.table, kind, hints) } }
  })
}

/** Says what a column means. */
export function chooseField(key: string, column: number, field: FieldId | null): void {
  editMapping(key, (mapping) => setField(mapping, column, field))
}

/** Changes how a table is understood. */
export function editMapping(key: string, to: (mapping: Mapping) => Mapping): void {
  changeTable(key, (table) => {
    const { decoded, mapping } = table.prepared
    return { ...table, prepared: { decoded, mapping: to(mapping) } }
  })
}

/** Answers a question of the import; the plan follows at once. */
export function decide(to: (decisions: Decisions) => Decisions): void {
  useImport.setState(({ decisions }) => ({ decisions: to(decisions) }))
}

function changeTable(key: string, to: (table: TableEntry) => TableEntry): void {
  useImport.setState(({ tables }) => ({ tables: tables.map((table) => (table.key === key ? to(table) : table)) }))
}
