import { type BrowserWindow, Menu } from 'electron'
import type { Translate } from '../shared/strings/words'
import { type MenuContext, type MenuState, menuTemplate } from './menu-template'

/** Before the page has spoken there is nothing to undo. */
export const FIRST_STATE: MenuState = { enabled: { undo: false, redo: false, delete: false } }

/** Sets the native menu anew; cheap enough to do whenever the words, the workspaces or what can be done have changed. */
export function showMenu(context: Omit<MenuContext, 'mac'>): void {
  const mac = process.platform === 'darwin'
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...context, mac })))
}

/** Cut, copy and paste on the right mouse button, where there is text; elsewhere the page may show its own. */
export function addContextMenu(window: BrowserWindow, words: () => Translate): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return
    const t = words()
    const copy = { role: 'copy', label: t('native:menu.copy'), enabled: editFlags.canCopy } as const
    const menu = Menu.buildFromTemplate(
      isEditable
        ? [
            { role: 'cut', label: t('native:menu.cut'), enabled: editFlags.canCut },
            copy,
            { role: 'paste', label: t('native:menu.paste'), enabled: editFlags.canPaste },
            { type: 'separator' },
            { role: 'selectAll', label: t('native:menu.selectAll'), enabled: editFlags.canSelectAll },
          ]
        : [copy],
    )
    menu.popup({ window })
  })
}
