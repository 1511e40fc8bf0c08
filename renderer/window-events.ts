import { run } from './commands'
import { labelOf, useWorkspace, type WorkspaceState } from './database/workspace'
import { bridge } from './files/bridge'
import { translate } from './i18n'
import { leaveWorkspaces, openWorkspace } from './river/workspaces'
import { writeTables } from './screens/inventory/keep-table'
import { importText } from './take-clipboard'
import { takeFiles } from './take-files'
import { useUi } from './ui-state'

/** Connects the page with what the main process sends and wants to know: commands, files, closing, the menu's state. */
export function listenToMain(): void {
  bridge.onCommand((command) => void run(command))
  window.addEventListener('paste', takePasted)
  bridge.onFiles((files) => {
    if (files.length > 0) void takeFiles(files)
  })
  bridge.onWorkspace((id) => void openWorkspace(id))
  bridge.onClosing(async () => void (await Promise.all([leaveWorkspaces(), writeTables()])))
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

/** Cells or lines that are pasted where nothing takes text are a list to import. */
function takePasted(event: ClipboardEvent): void {
  const { target, clipboardData } = event
  const taken = target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=grid]')
  if (event.defaultPrevented || taken || document.querySelector('[role=dialog]') !== null) return
  if (importText(clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
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
      'import-clipboard': writable,
      'load-mapping': writable,
      'new-tool': writable,
      'open-workspace-file': phase !== 'opening',
      export: filled,
      'export-map': filled,
      'export-tools': filled,
      'export-workbook': filled,
      'show-gaps': filled,
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
