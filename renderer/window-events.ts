import { run } from './commands'
import { takeSnapshot, whenSaved } from './database/session'
import { labelOf, useWorkspace, type WorkspaceState } from './database/workspace'
import { bridge } from './files/bridge'
import { translate } from './i18n'
import { setImporting, useUi } from './ui-state'

/** Connects the page with what the main process sends and wants to know: commands, files, closing, the menu's state. */
export function listenToMain(): void {
  bridge.onCommand((command) => void run(command))
  bridge.onFiles((files) => {
    if (files.length > 0) setImporting([...useUi.getState().importing, ...files])
  })
  bridge.onClosing(async () => {
    await whenSaved()
    await takeSnapshot()
  })
  tellMenu(useWorkspace.getState())
  useWorkspace.subscribe((state, before) => {
    if (
      state.undo !== before.undo ||
      state.inventory.tools !== before.inventory.tools ||
      state.phase !== before.phase
    ) {
      tellMenu(state)
    }
  })
  useUi.subscribe((state, before) => {
    if (state.settings !== before.settings) tellMenu(useWorkspace.getState())
  })
}

function tellMenu({ undo, history, inventory, phase }: WorkspaceState): void {
  const filled = inventory.tools.size > 0
  const writable = phase === 'ready'
  const words = (sequence: number | undefined) => {
    const label = labelOf(history, sequence)
    return label === undefined ? undefined : translate(`inventory:history.${label.code}`, label.values)
  }
  const undoLabel = words(undo.undo)
  const redoLabel = words(undo.redo)
  void bridge.setMenuState({
    enabled: {
      import: writable,
      'new-tool': writable,
      'export-map': filled,
      'export-tools': filled,
      'export-report': filled,
      fit: filled,
      delete: filled && writable,
      undo: undo.undo !== undefined && writable,
      redo: undo.redo !== undefined && writable,
    },
    ...(undoLabel === undefined ? {} : { undoLabel }),
    ...(redoLabel === undefined ? {} : { redoLabel }),
  })
}
