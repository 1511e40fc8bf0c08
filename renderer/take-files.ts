import type { OpenedFile } from '../shared/bridge'
import { translate } from './i18n'
import { notify } from './notify'
import { isWorkspaceFile, openAsWorkspace } from './river/workspace-file'
import { setImporting, useUi } from './ui-state'

/** Files that came in, by whatever way: lists are imported into this workspace, a workspace file becomes one of its own. */
export async function takeFiles(files: readonly OpenedFile[], waiting = useUi.getState().importing): Promise<void> {
  if (!files.some(isWorkspaceFile)) return setImporting([...waiting, ...files])
  // Opening a workspace leaves this one, and with it the lists that wait here.
  if (!files.every(isWorkspaceFile)) return notify(translate('exportDialog:workspaceFile.alone'), 'red')
  for (const file of files) await openAsWorkspace(file)
}
