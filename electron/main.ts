import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import type { HeadlessJob, HeadlessOutcome, Settings } from '../shared/bridge'
import { declareAppScheme } from './app-protocol'
import { type HeadlessRequest, ownArguments, parseCommandLine } from './command-line'
import { chooseProfile, removeProfile } from './disk/profile'
import { writesSettled } from './disk/write'
import { endHeadless, finishJob, prepareJob, watchPage } from './headless'
import { buildHouse, type House, loadSettings, type Plan } from './house'
import { translator } from './i18n'
import { makeInbox, pathsFrom } from './inbox'
import { forbidNavigation } from './navigation'
import { silenceChromium, stayOffline } from './offline'

// What stands outside a function here must have happened before Chromium is ready. The order is the point of the file.

const unpacked = process.defaultApp === true || !app.isPackaged
const commandLine = parseCommandLine(ownArguments(process.argv, unpacked, (text) => resolve(text) === app.getAppPath()))
const headless = commandLine.mode !== 'window'
if (headless) {
  process.on('uncaughtException', (error) => endHeadless(String(error)))
  // Chromium's own remarks (no desktop bus, no graphics card) would drown the one line that counts.
  app.commandLine.appendSwitch('log-level', '3')
  app.disableHardwareAcceleration()
}

const profile = chooseProfile({
  environment: process.env,
  platform: process.platform,
  headless,
  usual: app.getPath('userData'),
  name: app.getName(),
})
app.setPath('userData', resolve(profile.folder))
// Chromium's own files in a folder of their own: beside ours they would be a hundred names among five.
app.setPath('sessionData', join(resolve(profile.folder), 'browser'))
process.on('exit', () => removeProfile(profile))

let house: House | undefined
const words = () => house?.words() ?? translator('en')
const inbox = makeInbox((files) => house?.main.tell('files', files), words)

declareAppScheme()
silenceChromium()
stayOffline()
forbidNavigation(() => house?.main.window, words)
// As root there is no sandbox to enable, and Chromium refuses to start; then the switch is given.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (process.platform === 'win32') app.setAppUserModelId('app.toolscape')

/** The parts of the plan that are the same whether somebody is watching or not. */
function planFor(settings: Settings): Omit<Plan, 'onStarted'> {
  return {
    built: join(app.getAppPath(), 'dist'),
    samples: unpacked ? join(app.getAppPath(), 'assets', 'samples') : join(process.resourcesPath, 'samples'),
    profile: resolve(profile.folder),
    mirror: headless || profile.named ? undefined : join(app.getPath('documents'), 'Toolscape Backups'),
    devTools: unpacked,
    settings,
  }
}

async function openWindow(files: readonly string[]): Promise<void> {
  inbox.add(files)
  house = await buildHouse({ ...planFor(await loadSettings(resolve(profile.folder))), onStarted: inbox.open })
  await house.main.load().catch((error: unknown) => {
    dialog.showErrorBox('Toolscape', words()('native:headless.notLoaded', { text: String(error) }))
    app.quit()
  })
}

async function runHeadless(request: HeadlessRequest, settings: Settings): Promise<void> {
  const t = translator(settings.language)
  const job: HeadlessJob | undefined = await prepareJob(request, settings.language, t)
  if (!job) return
  const done = (outcome: HeadlessOutcome) => finishJob(request, outcome, t)
  house = await buildHouse({ ...planFor(settings), headless: { job, done }, onStarted: () => undefined })
  watchPage(house.main.window.webContents, t)
  await house.main.load()
}

async function startHeadless(): Promise<void> {
  const settings = await loadSettings(resolve(profile.folder))
  if (commandLine.mode === 'headless') {
    await runHeadless(commandLine.request, { ...settings, language: commandLine.request.language ?? settings.language })
  } else if (commandLine.mode === 'refused') {
    const { key, values } = commandLine.problem
    endHeadless(translator(settings.language)(`native:headless.${key}`, values))
  }
}

function bringToFront(): void {
  const window = house?.main.window
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

if (headless) {
  app
    .whenReady()
    .then(startHeadless)
    .catch((error: unknown) => endHeadless(String(error)))
} else {
  const files = commandLine.files.map((file) => resolve(file))
  // Two processes on one profile would damage each other's database, so the first one gets the second one's files.
  if (app.requestSingleInstanceLock({ files })) {
    app.on('second-instance', (_event, _argv, _folder, data) => {
      bringToFront()
      inbox.add(pathsFrom(data))
    })
    app.on('open-file', (event, path) => {
      event.preventDefault()
      inbox.add([path])
    })
    void app.whenReady().then(() => openWindow(files))
  } else app.exit(0)
}

app.on('window-all-closed', () => {
  // What the page has been promised is on disk; a copy to a sleeping network drive must not keep the app alive.
  const patience = new Promise((done) => setTimeout(done, 5_000))
  const written = Promise.all([house?.journals.settled(), writesSettled()])
  void Promise.race([written, patience]).then(() => app.quit())
})
