import type { MenuItemConstructorOptions } from 'electron'
import type { Bridge, Command, Settings, WorkspaceInfo } from '../shared/bridge'
import type { Translate } from '../shared/strings/words'

export type MenuState = Parameters<Bridge['setMenuState']>[0]

export interface MenuContext {
  readonly t: Translate
  readonly settings: Settings
  readonly state: MenuState
  /** The one that was opened last comes first: it is the one that is open. */
  readonly workspaces: readonly WorkspaceInfo[]
  readonly mac: boolean
  readonly send: (command: Command) => void
  readonly open: (workspace: string) => void
}

type Items = MenuItemConstructorOptions[]

/** The native menu as data. Every item of ours sends a command; what it means is the page's business. */
export function menuTemplate(context: MenuContext): Items {
  const { t, mac } = context
  const appMenu: Items = mac
    ? [
        {
          label: 'Toolscape',
          submenu: [
            item(context, 'about', 'about'),
            { type: 'separator' },
            { role: 'hide', label: t('native:menu.hide') },
            { role: 'hideOthers', label: t('native:menu.hideOthers') },
            { role: 'unhide', label: t('native:menu.showAll') },
            { type: 'separator' },
            { role: 'quit', label: t('native:menu.quit') },
          ],
        },
      ]
    : []
  return [
    ...appMenu,
    { label: t('native:menu.file'), submenu: fileMenu(context) },
    { label: t('native:menu.edit'), submenu: editMenu(context) },
    { label: t('native:menu.view'), submenu: viewMenu(context) },
    ...(mac ? [] : [{ label: t('native:menu.help'), submenu: [item(context, 'about', 'about')] }]),
  ]
}

function fileMenu(context: MenuContext): Items {
  const { t, mac } = context
  return [
    item(context, 'import', 'import', 'CmdOrCtrl+O'),
    item(context, 'import-clipboard', 'importClipboard'),
    item(context, 'load-mapping', 'loadMapping'),
    { type: 'separator' },
    item(context, 'export', 'export', 'CmdOrCtrl+E'),
    item(context, 'export-map', 'exportMap'),
    item(context, 'export-tools', 'exportTools'),
    item(context, 'export-workbook', 'exportWorkbook'),
    item(context, 'export-report', 'exportReport'),
    item(context, 'export-matrix', 'exportMatrix'),
    { type: 'separator' },
    { label: t('workspaces:workspaces'), submenu: workspacesMenu(context) },
    item(context, 'open-workspace-file', 'openWorkspaceFile'),
    {
      label: t('native:menu.samples'),
      submenu: [item(context, 'load-sample-de', 'sampleDe'), item(context, 'load-sample-en', 'sampleEn')],
    },
    ...(mac ? [] : ([{ type: 'separator' }, { role: 'quit', label: t('native:menu.quit') }] satisfies Items)),
  ]
}

/** More of them than this are found faster by typing. */
const WORKSPACES_SHOWN = 12

function workspacesMenu(context: MenuContext): Items {
  const { t, workspaces, open } = context
  const named = (command: Command, word: string, accelerator?: string) => ({
    ...item(context, command, word, accelerator),
    label: t(`workspaces:${word}`),
    // Shown, not registered, except on a Mac where the menu takes the key anyway: the page listens for it.
    ...(accelerator === undefined ? {} : { registerAccelerator: context.mac }),
  })
  return [
    ...workspaces.slice(0, WORKSPACES_SHOWN).map(({ id, name }, index): MenuItemConstructorOptions => {
      return {
        id: `workspace:${id}`,
        label: escapeLabel(name),
        type: 'radio',
        checked: index === 0,
        click: () => open(id),
      }
    }),
    { type: 'separator' },
    named('workspaces', 'switchTo', 'CmdOrCtrl+Shift+O'),
    { ...named('workspace-previous', 'previous', 'Ctrl+Tab'), enabled: workspaces.length > 1 },
    { type: 'separator' },
    named('workspace-new', 'new'),
    named('workspace-rename', 'rename'),
    named('workspace-duplicate', 'duplicate'),
    named('workspace-delete', 'delete'),
    named('workspace-deleted', 'deleted'),
  ]
}

function editMenu(context: MenuContext): Items {
  const { t, state, mac } = context
  const undo = item(context, 'undo', 'undo', 'CmdOrCtrl+Z')
  const redo = item(context, 'redo', 'redo', 'CmdOrCtrl+Shift+Z')
  if (state.undoLabel) undo.label = escapeLabel(t('native:menu.undoNamed', { what: state.undoLabel }))
  if (state.redoLabel) redo.label = escapeLabel(t('native:menu.redoNamed', { what: state.redoLabel }))
  if (mac) {
    // On a Mac the menu sees the keys before a text field does: switched off, typing could not be undone either.
    undo.enabled = true
    redo.enabled = true
  }
  const remove = item(context, 'delete', 'delete')
  return [
    undo,
    redo,
    { ...redo, id: 'redo-y', accelerator: 'CmdOrCtrl+Y', visible: false, acceleratorWorksWhenHidden: true },
    { type: 'separator' },
    { role: 'cut', label: t('native:menu.cut') },
    { role: 'copy', label: t('native:menu.copy') },
    { role: 'paste', label: t('native:menu.paste') },
    { role: 'selectAll', label: t('native:menu.selectAll') },
    { type: 'separator' },
    item(context, 'find', 'find', 'CmdOrCtrl+F'),
    item(context, 'palette', 'palette', 'CmdOrCtrl+K'),
    { type: 'separator' },
    item(context, 'new-tool', 'newTool', 'CmdOrCtrl+N'),
    // Shown, not registered: the key belongs to whatever has the focus, and the page listens for it.
    mac ? remove : { ...remove, accelerator: 'Delete', registerAccelerator: false },
    { type: 'separator' },
    item(context, 'kept-apart', 'keptApart'),
    item(context, 'own-products', 'ownProducts'),
  ]
}

function viewMenu(context: MenuContext): Items {
  const { t, settings } = context
  return [
    item(context, 'show-inventory', 'showInventory', 'CmdOrCtrl+1'),
    {
      label: context.t('native:menu.lists'),
      submenu: [
        item(context, 'show-departments', 'showDepartments'),
        item(context, 'show-functions', 'showFunctions'),
        item(context, 'show-data-objects', 'showDataObjects'),
        item(context, 'show-flows', 'showFlows'),
      ],
    },
    item(context, 'show-map', 'showMap', 'CmdOrCtrl+2'),
    item(context, 'show-start', 'showStart', 'CmdOrCtrl+3'),
    item(context, 'show-scenarios', 'showScenarios'),
    item(context, 'show-matrix', 'showMatrix'),
    item(context, 'show-history', 'showHistory', 'CmdOrCtrl+4'),
    item(context, 'show-gaps', 'showGaps', 'CmdOrCtrl+5'),
    { type: 'separator' },
    item(context, 'fit', 'fit', 'CmdOrCtrl+0'),
    item(context, 'tidy', 'tidy'),
    item(context, 'zoom-in', 'zoomIn', 'CmdOrCtrl+Plus'),
    item(context, 'zoom-out', 'zoomOut', 'CmdOrCtrl+-'),
    { type: 'separator' },
    item(context, 'save-view', 'saveView'),
    item(context, 'present-views', 'presentViews', 'F5'),
    { type: 'separator' },
    {
      label: t('native:menu.theme'),
      submenu: [
        choice(context, 'theme-light', t('native:menu.themeLight'), settings.theme === 'light'),
        choice(context, 'theme-dark', t('native:menu.themeDark'), settings.theme === 'dark'),
        choice(context, 'theme-system', t('native:menu.themeSystem'), settings.theme === 'system'),
      ],
    },
    {
      // Each language by its own name, so that somebody lost in the wrong one finds the way back.
      label: t('native:menu.language'),
      submenu: [
        choice(context, 'language-de', 'Deutsch', settings.language === 'de'),
        choice(context, 'language-en', 'English', settings.language === 'en'),
      ],
    },
    { type: 'separator' },
    { role: 'togglefullscreen', label: t('native:menu.fullScreen') },
  ]
}

function item(context: MenuContext, command: Command, word: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    id: command,
    label: context.t(`native:menu.${word}`),
    enabled: context.state.enabled[command] ?? true,
    click: () => context.send(command),
    ...(accelerator ? { accelerator } : {}),
  }
}

function choice(context: MenuContext, command: Command, label: string, checked: boolean): MenuItemConstructorOptions {
  return { id: command, label, type: 'radio', checked, click: () => context.send(command) }
}

/** In a menu `&` marks the letter to press; a tool's name may hold one. */
function escapeLabel(text: string): string {
  return text.replaceAll('&', '&&')
}
