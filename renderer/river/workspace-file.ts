import type { OpenedFile } from '../../shared/bridge'
import { readWorkspaceFile } from '../../shared/inventory/workspace-file'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify, notifyProblem } from '../notify'
import { addWorkspace } from './workspaces'

/** True for a file that says of itself that it holds a whole workspace. Whether it does is another question. */
export function isWorkspaceFile({ bytes }: OpenedFile): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).replace(/\s/g, '').includes('"format":"toolscape-snapshot"')
}

/** Asks for a workspace file and opens what is in it as a workspace of its own. */
export async function openWorkspaceFile(): Promise<void> {
  const opened = await bridge.openFiles()
  if (!opened.ok) return notifyProblem(opened.error)
  for (const file of opened.value) await openAsWorkspace(file)
}

/** Opens what is in a workspace file as a workspace of its own, or says why not. */
export async function openAsWorkspace({ name, bytes }: OpenedFile): Promise<void> {
  const read = readWorkspaceFile(new TextDecoder().decode(bytes))
  if (!read.ok) {
    const values = { name, ...read.error }
    return notify(translate(`exportDialog:workspaceFile.${read.error.code}`, values), 'red')
  }
  const { inventory, sequence } = read.value
  const made = await addWorkspace(name.replace(/\.json$/i, ''), inventory, sequence)
  if (!made.ok) return notify(translate(`workspaces:problem.${made.error.code}`), 'red')
  notify(translate('exportDialog:workspaceFile.opened', { name: made.value.name }))
}
