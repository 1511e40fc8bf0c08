import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { headless, makeProfile, ROOT, type RunningApp, resize, settled, startApp } from './app'
import { importKit } from './import-kit'

// What stays of an import, and what leads to it: answers, workbooks, commands, the table's columns.

const profile = makeProfile()
const folder = join(profile.folder, 'lists')
let app: RunningApp

beforeAll(async () => {
  mkdirSync(folder)
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  app.page.setDefaultTimeout(10_000)
})
afterEach(async () => {
  // One that fails must not take the next one with it.
  for (let open = 0; open < 2; open++) await app.page.keyboard.press('Escape')
  expect(app.complaints).toEqual([])
})
afterAll(async () => {
  await app.close()
  profile.remove()
})

const { inFolder, choose, open, saved, sums, commit, counts, undoAll, tab, leave } = importKit(() => app, folder)

const MAPPING = JSON.stringify({
  format: 'toolscape-mapping',
  version: 1,
  mappings: [{ kind: 'tools', columns: [{ header: 'Line', field: 'name' }] }],
})

describe('answers that are remembered', () => {
  const LIST = (rows: string) => ({ name: 'teams.csv', content: `Name,Vendor,Department\n${rows}\n` })

  it('asks once whether two are the same, and not again', async () => {
    const { page } = app
    await open(LIST('Microsoft Teams,Microsoft,Human Resources'))
    await commit()
    await open(LIST('Microsoft Teams,Microsoft,Human Resources\nMS Teams,Microsoft,HR'))
    await expect.poll(sums).toBe('2 rows = 1 new + 1 unchanged')
    await tab(/Questions/)
    await page.getByRole('button', { name: /^It’s another one: MS Teams → / }).click()
    await page.getByRole('button', { name: /^Keep apart: HR → Human Resources/ }).click()
    await commit()
    await open(LIST('Microsoft Teams,Microsoft,Human Resources\nMS Teams,Microsoft,HR\nMS Teams 2,Other,HR '))
    await expect.poll(sums).toMatch(/^3 rows/)
    expect(await page.getByRole('button', { name: /HR → Human Resources/ }).count()).toBe(0)
    await leave()
    expect(await counts()).toMatch(/^2 tools 2 departments/)
  })

  it('takes them back one by one, undoably', async () => {
    const { page } = app
    await app.command('kept-apart')
    const dialog = page.getByRole('dialog', { name: 'Kept apart' })
    await dialog.getByText('MS Teams ≠ Microsoft Teams').waitFor()
    await app.picture('kept-apart-en')
    await dialog.getByRole('button', { name: /^Ask again: HR/ }).click()
    await dialog.getByText('HR ≠ Human Resources').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await app.command('undo')
    await settled(page)
    await app.command('kept-apart')
    await dialog.getByText('HR ≠ Human Resources').waitFor()
    await page.keyboard.press('Escape')
    await undoAll()
  })
})

describe('everything as a workbook', () => {
  it('comes back by importing it, and the headless command writes the same', async () => {
    const samples = ['applications', 'departments', 'integrations'].map((name) => ({
      name: `${name}.csv`,
      content: readFileSync(join(ROOT, 'assets', 'samples', 'northfield-services', `${name}.csv`)),
    }))
    await open(...samples)
    await commit()
    const before = await counts()
    const bytes = await saved('everything.xlsx', () => app.command('export-workbook'))
    await open({ name: 'everything.xlsx', content: bytes })
    await expect.poll(sums).toMatch(/^\d+ rows = \d+ unchanged$/)
    await app.picture('import-own-workbook-en')
    await leave()
    const out = inFolder('headless.xlsx')
    const ran = await headless([
      ...samples.flatMap(({ name }) => ['--import', inFolder(name)]),
      '--export',
      `workbook=${out}`,
      '--lang',
      'en',
    ])
    expect({ code: ran.code, stderr: ran.stderr.replace(/^note: .*\n/gm, '') }).toEqual({ code: 0, stderr: '' })
    await undoAll()
    await open({ name: 'headless.xlsx', content: readFileSync(out) })
    await commit()
    expect(await counts()).toBe(before)
  })
})

describe('commands', () => {
  it('lead to every list, to history and gaps', async () => {
    const { page } = app
    for (const [command, heading] of [
      ['show-departments', 'Departments'],
      ['show-functions', 'Functions'],
      ['show-data-objects', 'Data objects'],
      ['show-flows', 'Data flows'],
      ['show-history', 'History'],
    ] as const) {
      await app.command(command)
      await page.locator('nav [aria-current=page]').filter({ hasText: heading }).waitFor()
    }
    await app.command('show-gaps')
    await page.getByText('what matters most first').waitFor()
    await page.keyboard.press('Escape')
    await app.command('palette')
    await page.getByRole('dialog').getByRole('textbox').fill('Go to the data flows')
    await page.keyboard.press('Enter')
    await page.locator('nav [aria-current=page]').filter({ hasText: 'Data flows' }).waitFor()
  })

  it('import what was copied, each time under a name of its own', async () => {
    const { page, electron } = app
    for (const name of ['Clipboard', 'Clipboard 2']) {
      await electron.evaluate(({ clipboard }) =>
        clipboard.writeText('Name\tVendor\nNotion\tNotion Labs\nLinear\tLinear\n'),
      )
      await app.command('import-clipboard')
      await page.getByRole('button', { name, exact: true }).waitFor()
    }
    await leave()
    // Only so many notes are shown at a time; the others wait for them.
    const notes = page.locator('.mantine-Notification-closeButton')
    while ((await notes.count()) > 0)
      await notes
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined)
    await electron.evaluate(({ clipboard }) => clipboard.writeText('word'))
    await app.command('import-clipboard')
    await page.getByText('The clipboard holds no table').waitFor()
  })

  it('load a mapping before there is a list', async () => {
    const { page } = app
    await choose({ name: 'mapping.json', content: MAPPING })
    await app.command('load-mapping')
    await page.getByText('A mapping, waiting for a list').waitFor()
    await leave()
  })
})

describe('the table', () => {
  it('is set up after a restart as it was left', async () => {
    await app.command('show-inventory')
    const { page } = app
    const header = () => app.page.locator('[role=grid] [role=columnheader], [role=grid] th').allInnerTexts()
    await page.getByRole('button', { name: /^Columns/ }).click()
    await page.getByRole('checkbox', { name: 'Vendor', exact: true }).click()
    await page.keyboard.press('Escape')
    const shown = await header()
    expect(shown.join(' ')).not.toContain('Vendor')
    await app.close()
    app = await startApp(profile.folder)
    app.page.setDefaultTimeout(10_000)
    await resize(app, 1440, 900)
    await app.command('show-inventory')
    await expect.poll(header).toEqual(shown)
  })
})
