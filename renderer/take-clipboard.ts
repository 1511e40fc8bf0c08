import type { OpenedFile } from '../shared/bridge'
import type { Inventory } from '../shared/inventory/inventory'
import { canWrite } from './database/commit'
import { useWorkspace } from './database/workspace'
import { fileFromClipboard } from './files/clipboard'
import { translate } from './i18n'
import { setImporting, useUi } from './ui-state'

/** Makes a copied table or list a file that waits to be imported. False when it is neither, or nothing can be written. */
export function importText(text: string): boolean {
  if (!canWrite()) return false
  const { importing } = useUi.getState()
  const name = freeFileName(translate('shell:clipboard'), useWorkspace.getState().inventory, importing)
  const file = fileFromClipboard(text, name)
  if (file === undefined) return false
  setImporting([...importing, file])
  return true
}

/**
 * A name that no list of this workspace has had: "Clipboard", "Clipboard 2", … Two pastes are two lists; under one name
 * what the second doesn't contain would look as if it were gone from the first.
 */
export function freeFileName(
  base: string,
  { tools, departments, flows }: Pick<Inventory, 'tools' | 'departments' | 'flows'>,
  waiting: readonly OpenedFile[],
): string {
  const taken = new Set(waiting.map(({ name }) => name))
  for (const table of [tools, departments, flows]) {
    for (const { origin } of table.values()) if (origin !== undefined) taken.add(origin.file)
  }
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base} ${count}`
  return name
}
