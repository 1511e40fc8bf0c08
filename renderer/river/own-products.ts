import { type OwnEntriesError, ownEntriesFromText, ownEntriesToText } from '../../shared/catalogue/own-entries-file'
import { addOwnProducts } from '../../shared/inventory/edit-own-product'
import { canWrite, commit, nextIds } from '../database/commit'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify, notifyProblem } from '../notify'
import { save } from './save-exports'

/** Saves what this workspace says about names, for another one to take over. */
export async function exportOwnProducts(): Promise<void> {
  await save('own-products-json', ownEntriesToText(useWorkspace.getState().inventory.ownProducts.values()))
}

/** Asks for a file that `exportOwnProducts` made and takes over what it says, as one step that undo takes back. */
export async function importOwnProducts(): Promise<void> {
  const { visit } = useWorkspace.getState()
  const opened = await bridge.openFiles()
  if (!opened.ok) return notifyProblem(opened.error)
  // While the dialog was open, another workspace may have been.
  if (useWorkspace.getState().visit !== visit || !canWrite()) return
  for (const { name: file, bytes } of opened.value) {
    const read = ownEntriesFromText(new TextDecoder().decode(bytes))
    if (!read.ok) {
      notify(problemWords(file, read.error), 'red')
      continue
    }
    const rows = addOwnProducts(useWorkspace.getState().inventory, read.value, nextIds())
    const count = rows.length
    if (count === 0) {
      notify(translate('matrix:own.loadedNone', { file }))
      continue
    }
    commit({ label: { code: 'addProducts', values: { count, file } }, cause: { kind: 'edit' }, rows })
    notify(translate('matrix:own.loaded', { count, file }))
  }
}

function problemWords(file: string, error: OwnEntriesError): string {
  return error.code === 'not-own-products' && error.where !== ''
    ? translate('matrix:own.badAt', { file, where: error.where })
    : translate('matrix:own.bad', { file })
}
