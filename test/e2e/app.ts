import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Command } from '../../shared/bridge'

export const ROOT = resolve(import.meta.dirname, '../..')
/** Pictures of every run, to be looked at; not committed. */
export const PICTURES = join(ROOT, 'test-results', 'pictures')
const EXECUTABLE = process.env.TOOLSCAPE_ELECTRON ?? ''
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The running app with its first window. */
export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Whatever the page complained about: errors on its console, uncaught exceptions, refusals by the CSP. */
  readonly complaints: readonly string[]
  command(command: Command): Promise<void>
  picture(name: string): Promise<void>
  /** Closes the window as a user does, so that everything is written. */
  close(): Promise<void>
}

/** A new, empty profile folder, removed by the function that comes with it. */
export function makeProfile(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'toolscape-e2e-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** Starts the built app on a profile and waits for its first window to be ready. */
export async function startApp(profile: string, files: readonly string[] = []): Promise<RunningApp> {
  const env: Record<string, string> = { TOOLSCAPE_PROFILE: profile, LANG: 'en_GB.UTF-8' }
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE' && !(name in env)) env[name] = value
  }
  const electron = await _electron.launch({
    executablePath: EXECUTABLE,
    args: ['.', ...AS_ROOT, ...files],
    cwd: ROOT,
    env,
  })
  const page = await electron.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.waitForSelector('[data-testid=saved]', { timeout: 30_000 })
  return {
    electron,
    page,
    complaints,
    // Done once and not again: a second undo is another undo.
    command: (command) =>
      electron
        .evaluate(({ BrowserWindow }, sent) => {
          BrowserWindow.getAllWindows()[0]?.webContents.send('command', sent)
        }, command)
        .catch(exceptLostAnswer),
    picture: async (name) => {
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })
    },
    close: async () => {
      const closed = electron.waitForEvent('close', { timeout: 15_000 })
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await closed
    },
  }
}

/** The main process carries a call out and sometimes loses its answer to garbage collection; the call is done then. */
function exceptLostAnswer(error: unknown): void {
  if (!String(error).includes('garbage collected')) throw error
}

/** Sets the window's size, as a user drags it. */
export async function resize({ electron, page }: RunningApp, width: number, height: number): Promise<void> {
  await electron
    .evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
    .catch(exceptLostAnswer)
  await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 3, width)
}

/** Waits until everything that was done is on disk and computed. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid=saved][data-saved=true][data-computing=false]', { timeout: 60_000 })
}

/** Takes the import that is shown, and waits until it is written: until then there is nothing that could be unsaved. */
export async function takeImport(page: Page): Promise<void> {
  await page.locator('[data-testid=import-commit]:not([disabled])').click({ timeout: 60_000 })
  await page.getByTestId('import-commit').waitFor({ state: 'detached', timeout: 60_000 })
  await settled(page)
}

/** Takes the import that is shown once it is planned; leaves it when it says nothing new. */
export async function takeWhatIsNew(page: Page): Promise<void> {
  const start = page.locator('[data-testid=import-commit]:is(:not([disabled]), [data-blocked=nothing-new])')
  await start.waitFor({ timeout: 60_000 })
  if (await start.isEnabled()) return takeImport(page)
  await page.keyboard.press('Escape')
  await start.waitFor({ state: 'detached', timeout: 60_000 })
  await settled(page)
}

/** Runs the headless command as another program would. */
export function headless(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'headless.mjs'), ...args], { cwd: ROOT })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}
