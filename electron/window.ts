import { BrowserWindow, dialog, nativeTheme, type Session, screen } from 'electron'
import type { Translate } from '../shared/strings/words'
import { readText } from './disk/read'
import { writeAtomically } from './disk/write'
import type { News } from './doors'
import { APP_START } from './links'
import { MINIMUM, parseWindowState, placeWindow } from './window-bounds'

/** How long a closing page may go on writing. */
const PATIENCE = 5_000

/** The app's window and what the rest of the house needs of it. */
export interface AppWindow {
  readonly window: BrowserWindow
  /** Loads the page. Rejects when that fails. */
  load(): Promise<void>
  tell<K extends keyof News>(news: K, content: News[K]): void
  /** The page has called `start`: from now on somebody listens. */
  pageStarted(): void
  /** The page has finished writing and the window may go. */
  pageClosed(): void
}

/** Makes the only window there is. A hidden one is for headless runs: same page, nothing remembered. */
export async function makeWindow(options: {
  readonly session: Session
  readonly preload: string
  readonly memory: string
  readonly hidden: boolean
  readonly devTools: boolean
}): Promise<AppWindow> {
  const { hidden, memory } = options
  const remembered = hidden ? undefined : parseWindowState(await readText(memory).catch(() => undefined))
  const displays = screen.getAllDisplays().sort((a, b) => Number(b.id === mainId()) - Number(a.id === mainId()))
  const place = placeWindow(
    remembered,
    displays.map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    title: 'Toolscape',
    webPreferences: {
      preload: options.preload,
      session: options.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: options.devTools,
      // A hidden page would otherwise be slowed down to a timer a second.
      backgroundThrottling: !hidden,
    },
  })
  // WebRTC is the one way out that neither the CSP nor the request filter covers.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  if (!hidden) {
    if (place.maximised) window.maximize()
    window.once('ready-to-show', () => window.show())
    rememberPlace(window, memory)
  }
  return { window, load: () => window.loadURL(APP_START), ...closeGently(window) }
}

function mainId(): number {
  return screen.getPrimaryDisplay().id
}

/** Keeps the window open until the page has written what it holds, but not for ever. */
function closeGently(window: BrowserWindow): Omit<AppWindow, 'window' | 'load'> {
  let listening = false
  let closing = false
  const leave = () => {
    if (closing && !window.isDestroyed()) window.destroy()
  }
  const tell: AppWindow['tell'] = (news, content) => {
    if (!window.isDestroyed()) window.webContents.send(news, content)
  }
  window.webContents.on('render-process-gone', () => {
    listening = false
    leave()
  })
  // Not `did-start-loading`: that also comes for a navigation that is then forbidden, and the page stays as it was.
  window.webContents.on('did-navigate', () => {
    listening = false
  })
  window.on('close', (event) => {
    if (!listening) return
    event.preventDefault()
    if (closing) return
    closing = true
    tell('closing', undefined)
    setTimeout(leave, PATIENCE)
  })
  return {
    tell,
    pageStarted: () => {
      listening = true
    },
    pageClosed: leave,
  }
}

function rememberPlace(window: BrowserWindow, memory: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    const state = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    void writeAtomically(memory, JSON.stringify(state)).catch(() => undefined)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(save, 500)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', later)
  window.on('close', save)
}

/** A crashed page is offered a fresh start; what was shown as saved is in the journal. */
export function offerReload(window: BrowserWindow, words: () => Translate, quit: () => void): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const t = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: t('native:crash.message'),
      detail: t('native:crash.detail'),
      buttons: [t('native:crash.reload'), t('native:crash.quit')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0 && !window.isDestroyed()) window.webContents.reload()
    else quit()
  })
}
