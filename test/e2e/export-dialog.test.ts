import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'

// The export dialog as a person meets it: by mouse and by keys, with what it hides shown before it is hidden.

const profile = makeProfile()
const out = mkdtempSync(join(tmpdir(), 'toolscape-out-'))
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await app.command('language-de')
  await app.command('load-sample-de')
  await takeImport(app.page)
})
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(out, { recursive: true, force: true })
})

/** What the system's dialogs will answer; nobody sees them here. */
async function answerDialogs(answers: {
  readonly save?: string
  readonly folder?: string
  readonly replace?: boolean
}) {
  await app.electron.evaluate(({ dialog }, given) => {
    dialog.showSaveDialog = async () => ({ canceled: given.save === undefined, filePath: given.save ?? '' })
    dialog.showOpenDialog = async () => ({
      canceled: given.folder === undefined,
      filePaths: given.folder ? [given.folder] : [],
    })
    dialog.showMessageBox = async () => ({ response: given.replace === true ? 0 : 1, checkboxChecked: false })
  }, answers)
}

const dialog = () => app.page.getByRole('dialog')

async function open() {
  await app.command('export')
  await dialog().waitFor()
}

describe('the export dialog', () => {
  for (const [language, theme] of [
    ['de', 'light'],
    ['de', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const) {
    it(`fits and reads well: ${language}, ${theme}`, async () => {
      await app.command(`language-${language}`)
      await app.command(`theme-${theme}`)
      await resize(app, 1024, 700)
      await open()
      await app.picture(`export-${language}-${theme}`)
      await dialog()
        .getByRole('radio', { name: /^Tools \(CSV\)/ })
        .check()
      await dialog().getByRole('switch').check()
      await dialog().getByTestId('export-preview').waitFor()
      await dialog().locator('summary').first().click()
      await app.picture(`export-preview-${language}-${theme}`)
      expect(await serious(app.page)).toEqual([])
      const save = await dialog().getByTestId('export-save').boundingBox()
      expect((save?.y ?? 9999) + (save?.height ?? 0)).toBeLessThanOrEqual(700)
      await app.page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
    })
  }

  it('writes a hidden copy without a person’s name in it', async () => {
    await app.command('language-de')
    await open()
    await dialog()
      .getByRole('radio', { name: /^Tools \(CSV\)/ })
      .check()
    await dialog().getByText('International').click()
    await dialog().getByRole('switch').check()
    expect(await dialog().getByTestId('export-hidden').textContent()).toMatch(/[1-9]\d* Hersteller/)
    const file = join(out, 'tools.csv')
    await answerDialogs({ save: file })
    await dialog().getByTestId('export-save').click()
    await dialog().waitFor({ state: 'detached' })
    const text = readFileSync(file, 'utf8')
    expect(text.split('\n')[0]).toMatch(/^ID,Name,/)
    expect(text).toContain('Hersteller 1')
    expect(text).not.toMatch(/Atlassian|Zendesk Inc/)
  })

  it('goes by keys alone: arrows choose, Enter exports', async () => {
    await open()
    await app.page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'radio')
    // Past PNG, PDF and draw.io.
    for (let step = 0; step < 4; step++) await app.page.keyboard.press('ArrowDown')
    await expect
      .poll(() => dialog().getByRole('radio', { checked: true }).first().getAttribute('value'))
      .toBe('mermaid')
    const file = join(out, 'map.mmd')
    await answerDialogs({ save: file })
    await app.page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    expect(readFileSync(file, 'utf8')).toMatch(/^flowchart LR/)
  })

  it('asks before it replaces files of a folder, and keeps the dialog when somebody declines', async () => {
    const folder = mkdtempSync(join(out, 'archi-'))
    const run = async () => {
      await dialog()
        .getByRole('radio', { name: /^Archi-Listen/ })
        .check()
      await dialog().getByTestId('export-save').click()
    }
    await open()
    await answerDialogs({ folder })
    await run()
    await dialog().waitFor({ state: 'detached' })
    expect(readdirSync(folder).sort()).toEqual(['elements.csv', 'properties.csv', 'relations.csv'])
    await open()
    await run()
    await app.page.waitForTimeout(500)
    expect(await dialog().count()).toBe(1)
    // Where a file can't be replaced, the dialog says so and stays.
    rmSync(join(folder, 'properties.csv'))
    mkdirSync(join(folder, 'properties.csv', 'inside'), { recursive: true })
    await answerDialogs({ folder, replace: true })
    await run()
    await dialog().getByRole('alert').getByText('properties.csv').waitFor()
    await app.picture('export-problem')
    rmSync(join(folder, 'properties.csv'), { recursive: true })
    await answerDialogs({ folder, replace: true })
    await run()
    await dialog().waitFor({ state: 'detached' })
  })

  it('names the filters of the map on a picture of it, and leaves out what they hide', async () => {
    await app.command('show-map')
    await settled(app.page)
    await app.page.getByRole('button', { name: 'Alle Datenflüsse' }).click()
    await app.page.getByText('Keine Datenflüsse').click()
    await open()
    await app.picture('export-filters')
    const file = join(out, 'map.svg')
    await answerDialogs({ save: file })
    await dialog().getByTestId('export-save').click()
    await dialog().waitFor({ state: 'detached' })
    const filtered = readFileSync(file, 'utf8')
    expect(filtered).toContain('Filter: keine Datenflüsse')
    expect(filtered).not.toContain('data-kind="flow"')
    await open()
    await dialog().getByRole('radio', { name: 'Alles', exact: true }).check()
    await dialog().getByTestId('export-save').click()
    await dialog().waitFor({ state: 'detached' })
    const whole = readFileSync(file, 'utf8')
    expect(whole).not.toContain('Filter:')
    expect(whole).toContain('data-kind="flow"')
  })

  it('opens a workspace file as a workspace of its own, and refuses what is none', async () => {
    const file = join(out, 'Kunde Süd.json')
    await open()
    await dialog()
      .getByRole('radio', { name: /^Arbeitsbereich als Datei/ })
      .check()
    await answerDialogs({ save: file })
    await dialog().getByTestId('export-save').click()
    await dialog().waitFor({ state: 'detached' })
    expect(existsSync(file)).toBe(true)
    const count = () => app.page.locator('button[data-screen=inventory]').textContent()
    const before = await count()
    await answerDialogs({ folder: file })
    await app.command('open-workspace-file')
    await app.page.waitForFunction(() => document.title.startsWith('Kunde Süd'))
    await settled(app.page)
    expect(await count()).toBe(before)
    // Imported like a list, it is a workspace all the same: a free name is found for it.
    await answerDialogs({ folder: file })
    await app.command('import')
    await app.page.waitForFunction(() => document.title.startsWith('Kunde Süd 2'))
    await answerDialogs({ folder: join(out, 'tools.csv') })
    await app.command('open-workspace-file')
    await app.page.getByText('enthält keinen Arbeitsbereich').waitFor()
    expect(app.complaints).toEqual([])
  })
})
