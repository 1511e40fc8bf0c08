import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, Menu, nativeTheme, session } from 'electron'
import type { Bridge, HeadlessJob, HeadlessOutcome, Settings } from '../shared/bridge'
import type { Translate } from '../shared/strings/words'
import { serveApp } from './app-protocol'
import { readText } from './disk/read'
import { writeAtomically } from './disk/write'
import type { Doors } from './doors'
import { fileDoors } from './files'
import { translator } from './i18n'
import { openDoors } from './ipc'
import { type Journals, openJournals } from './journal'
import { addContextMenu, FIRST_STATE, showMenu } from './menu'
import type { MenuState } from './menu-template'
import { noteDoors } from './notes'
import { makePrinter } from './print'
import { languageOf, parseSettings } from './settings'
import { type AppWindow, makeWindow, offerReload } from './window'
import { openWorkspaces } from './workspaces'

/** Everything that exists once the app is ready: settings, session, window, journals, and the doors between them. */
export interface House {
  readonly main: AppWindow
  readonly journals: Journals
  words(): Translate
}

export interface Plan {
  /** Where the app's own files lie: the built page, and the sample companies. */
  readonly built: string
  readonly samples: string
  readonly profile: string
  readonly mirror: string | undefined
  readonly devTools: boolean
  readonly settings: Settings
  /** Given when nobody is watching: the job, and who takes the outcome. */
  readonly headless?: { readonly job: HeadlessJob; readonly done: (outcome: HeadlessOutcome) => Promise<void> }
  readonly onStarted: () => void
}

/** In UTF-16 code units; a table that is larger comes as a file. */
const MOST_CLIPBOARD = 50_000_000

/** Settings as they were left, or as the system suggests. Read before anything speaks. */
export async function loadSettings(profile: string): Promise<Settings> {
  const text = await readText(settingsFile(profile)).catch(() => undefined)
  return parseSettings(text, languageOf([...app.getPreferredSystemLanguages(), app.getLocale()]))
}

function settingsFile(profile: string): string {
  return join(profile, 'settings.json')
}

export async function buildHouse(plan: Plan): Promise<House> {
  let settings = plan.settings
  let menuState: MenuState = FIRST_STATE
  const words = () => translator(settings.language)
  nativeTheme.themeSource = settings.theme

  // A headless run leaves no trace of a client's data: its session lives in memory.
  const pages = plan.headless ? session.fromPartition('headless') : session.defaultSession
  await serveApp(pages, join(plan.built, 'renderer'))
  const journals = openJournals(join(plan.profile, 'journals'), { mirror: plan.mirror })
  const main = await makeWindow({
    session: pages,
    preload: join(plan.built, 'preload', 'preload.cjs'),
    memory: join(plan.profile, 'window.json'),
    hidden: plan.headless !== undefined,
    devTools: plan.devTools,
  })

  const workspaces = await openWorkspaces({
    profile: plan.profile,
    mirror: plan.mirror,
    journals,
    firstName: words()('workspaces:firstName'),
    onChange: () => drawMenu(),
  })

  const drawMenu = () => {
    if (plan.headless) return Menu.setApplicationMenu(null)
    return showMenu({
      t: words(),
      settings,
      state: menuState,
      workspaces: workspaces.list().workspaces,
      send: (command) => main.tell('command', command),
      open: (id) => main.tell('workspace', id),
    })
  }
  drawMenu()

  const printer = makePrinter()
  main.window.once('closed', printer.stop)
  const doors: Doors = {
    start: async () => {
      main.pageStarted()
      plan.onStarted()
      const about = { settings, version: app.getVersion(), platform: platformName() }
      return plan.headless ? { ...about, headless: plan.headless.job } : about
    },
    setSettings: async (wanted) => {
      settings = wanted
      nativeTheme.themeSource = settings.theme
      drawMenu()
      // On a full disk the choice holds until the app is closed; that isn't worth an alarm.
      await writeAtomically(settingsFile(plan.profile), JSON.stringify(settings)).catch(() => undefined)
    },
    ...fileDoors({
      // Without somebody to answer, a dialog would wait for ever.
      window: () => (plan.headless ? undefined : alive(main.window)),
      words,
      samples: plan.samples,
      memory: join(plan.profile, 'folders.json'),
    }),
    // A headless run has nothing to do with what somebody copied.
    readClipboard: async () => (plan.headless ? '' : (await clipboard.readText()).slice(0, MOST_CLIPBOARD)),
    printPdf: printer.printPdf,
    ...noteDoors(plan.profile),
    journalState: journals.journalState,
    journalAppend: journals.journalAppend,
    journalPiece: journals.journalPiece,
    journalRead: journals.journalRead,
    journalSnapshot: journals.journalSnapshot,
    journalGiveUpDatabase: journals.journalGiveUpDatabase,
    listWorkspaces: workspaces.listWorkspaces,
    createWorkspace: workspaces.createWorkspace,
    renameWorkspace: workspaces.renameWorkspace,
    deleteWorkspace: workspaces.deleteWorkspace,
    restoreWorkspace: workspaces.restoreWorkspace,
    removeWorkspace: workspaces.removeWorkspace,
    openWorkspace: workspaces.openWorkspace,
    countWorkspace: workspaces.countWorkspace,
    setProgress: async (fraction) => alive(main.window)?.setProgressBar(fraction),
    setMenuState: async (state) => {
      menuState = state
      drawMenu()
    },
    headlessDone: async (outcome) => plan.headless?.done(outcome),
    closed: async () => main.pageClosed(),
  }
  openDoors(doors, (sender) => alive(main.window)?.webContents === sender)
  if (!plan.headless) {
    addContextMenu(main.window, words)
    offerReload(main.window, words, () => app.quit())
  }
  return { main, journals, words }
}

function alive(window: BrowserWindow): BrowserWindow | undefined {
  return window.isDestroyed() ? undefined : window
}

type Platform = Awaited<ReturnType<Bridge['start']>>['platform']

function platformName(): Platform {
  return process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux'
}
