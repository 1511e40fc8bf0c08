import type { Command, SampleName } from '../shared/bridge'
import { canWrite, redo, undo } from './database/commit'
import { bridge } from './files/bridge'
import { translate } from './i18n'
import { notify, notifyProblem } from './notify'
import { exportNow } from './river/save-exports'
import { exportMatrix } from './river/save-matrix'
import { openWorkspaceFile } from './river/workspace-file'
import { nameAfterSample } from './river/workspaces'
import { cancelImport } from './screens/import/leave-import'
import { useLookState } from './screens/map/look-state'
import { changeSettings } from './settings'
import { importText } from './take-clipboard'
import { takeFiles } from './take-files'
import { openGaps, requestFit, type Screen, setImporting, showScreen } from './ui-state'

type Handler = () => void | Promise<void>

/** Handlers that only make sense while some screen shows (add a row, zoom the canvas …). The last one added wins. */
const onScreen = new Map<Command, Handler[]>()

/** Lets a screen answer a command while it is shown. Gives back the function that ends it. */
export function answer(command: Command, handler: Handler): () => void {
  const handlers = onScreen.get(command) ?? []
  onScreen.set(command, [...handlers, handler])
  return () =>
    onScreen.set(
      command,
      (onScreen.get(command) ?? []).filter((one) => one !== handler),
    )
}

/** Carries a command out, wherever it came from: menu, key, palette or button. One registry for all of them. */
export async function run(command: Command): Promise<void> {
  const shown = onScreen.get(command)?.at(-1)
  if (shown !== undefined) return shown()
  return ALWAYS[command]?.()
}

const ALWAYS: Partial<Record<Command, Handler>> = {
  import: chooseFiles,
  'import-clipboard': importClipboard,
  'load-mapping': chooseFiles,
  'open-workspace-file': openWorkspaceFile,
  'export-map': () => exportNow('map', useLookState.getState().look),
  'export-tools': () => exportNow('tools'),
  'export-workbook': () => exportNow('workbook'),
  'export-report': () => exportNow('report'),
  'export-matrix': () => exportMatrix('functions', 'matrix'),
  undo: async () => void (inField('undo') || (await undo())),
  redo: async () => void (inField('redo') || (await redo())),
  'show-inventory': () => go('inventory'),
  'show-departments': () => go('departments'),
  'show-functions': () => go('functions'),
  'show-data-objects': () => go('dataObjects'),
  'show-flows': () => go('flows'),
  'show-map': () => go('map'),
  'show-start': () => go('start'),
  'show-scenarios': () => go('scenarios'),
  'show-matrix': () => go('matrix'),
  'show-history': () => go('history'),
  'show-gaps': () => {
    cancelImport()
    openGaps()
  },
  fit: () => {
    showScreen('map')
    requestFit()
  },
  'save-view': () => onceThere('map', 'save-view'),
  'present-views': () => onceThere('map', 'present-views'),
  'new-tool': () => onceThere('inventory', 'new-tool'),
  'load-sample-de': () => openSample('muster-maschinenbau'),
  'load-sample-en': () => openSample('northfield-services'),
  'language-de': () => changeSettings({ language: 'de' }),
  'language-en': () => changeSettings({ language: 'en' }),
  'theme-light': () => changeSettings({ theme: 'light' }),
  'theme-dark': () => changeSettings({ theme: 'dark' }),
  'theme-system': () => changeSettings({ theme: 'system' }),
}

/** Shows a screen, as the navigation does: an import is left, unless it is being written at this moment. */
function go(screen: Screen): void {
  cancelImport()
  showScreen(screen)
}

/** From another screen: shows the one that answers the command itself once it is there. */
async function onceThere(screen: Screen, command: Command): Promise<void> {
  showScreen(screen)
  await new Promise(requestAnimationFrame)
  await onScreen.get(command)?.at(-1)?.()
}

async function chooseFiles(): Promise<void> {
  const opened = await bridge.openFiles()
  if (opened.ok) await takeFiles(opened.value, [])
  else notifyProblem(opened.error)
}

/** A list that was copied somewhere else; the key for pasting does the same where nothing takes text. */
async function importClipboard(): Promise<void> {
  const text = await bridge.readClipboard()
  if (canWrite() && !importText(text)) notify(translate('shell:clipboardEmpty'), 'red')
}

async function openSample(name: SampleName): Promise<void> {
  const opened = await bridge.openSample(name)
  if (!opened.ok) return notifyProblem(opened.error)
  nameAfterSample(name)
  setImporting(opened.value)
}

/** In a text field undo and redo mean the field's own. True when the field took it. */
function inField(command: 'undo' | 'redo'): boolean {
  const focused = document.activeElement
  const isField =
    (focused instanceof HTMLInputElement && /^(text|search|number|url)$/.test(focused.type)) ||
    focused instanceof HTMLTextAreaElement
  if (!isField) return false
  document.execCommand(command)
  return true
}
