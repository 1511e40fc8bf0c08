import type { NamedMapping } from '../../../shared/import/mapping-file'
import { translate } from '../../i18n'
import { notify } from '../../notify'
import { mappingsText, openMappingFile } from '../../river/mappings'
import { save } from '../../river/save-exports'
import { setImporting, useUi } from '../../ui-state'
import { withMappings } from './arrange-tables'
import { tickedTables, useImport } from './import-state'

/** Uses the mapping files among the files of the import; they are done with then. Without a list they wait for one. */
export function applyMappingFiles(): void {
  const { files, tables } = useImport.getState()
  const used = files.filter(({ stage }) => stage.kind === 'mapping')
  if (used.length === 0 || tables.length === 0) return
  applyMappings(used.flatMap(({ stage }) => (stage.kind === 'mapping' ? stage.mappings : [])))
  const gone = new Set(used.map(({ source }) => source))
  setImporting(useUi.getState().importing.filter((source) => !gone.has(source)))
}

/** Asks for a mapping file and uses it. */
export async function loadMapping(): Promise<void> {
  const opened = await openMappingFile()
  if (opened.ok) applyMappings(opened.value)
  else if (opened.error.code !== 'cancelled') notify(translate('importScreen:mappingFile.none'), 'red')
}

/** Saves how the columns of all lists of this import are understood. */
export async function saveMapping(): Promise<void> {
  const prepared = tickedTables(useImport.getState().tables).map((table) => table.prepared)
  await save('mapping-json', mappingsText(prepared))
}

function applyMappings(mappings: readonly NamedMapping[]): void {
  const { tables, fitted } = withMappings(useImport.getState().tables, mappings)
  useImport.setState({ tables })
  const said = fitted === 0 ? 'importScreen:mappingFile.noFit' : 'importScreen:mappingFile.used'
  notify(translate(said, { count: fitted }), fitted === 0 ? 'red' : 'accent')
}
