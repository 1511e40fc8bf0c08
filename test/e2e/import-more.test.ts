import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARCHI_FILES, leanixSnapshot, turboEaWorkbook } from '../fixtures/peer-files'
import { headless, makeProfile, ROOT, type RunningApp, resize, settled, startApp } from './app'

// What else an import can do, seen in the real app: joins, mapping files, encodings, other programs' files, answers.

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

interface ListFile {
  readonly name: string
  readonly content: string | Uint8Array
}

const inFolder = (name: string) => join(folder, name)

/** Chooses files in the open dialog, as a user does. */
async function choose(...files: readonly ListFile[]): Promise<void> {
  for (const { name, content } of files) writeFileSync(inFolder(name), content)
  await app.electron.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths })
    },
    files.map(({ name }) => inFolder(name)),
  )
}

async function open(...files: readonly ListFile[]): Promise<void> {
  await choose(...files)
  await app.command('import')
  for (const { name } of files) await app.page.getByText(name).first().waitFor()
}

/** Drops a file on the window. */
async function drop(name: string, content: string): Promise<void> {
  await app.page.evaluate(
    ([name, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], name ?? ''))
      const target = document.querySelector('main') ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    [name, content],
  )
}

/** Answers the next save dialog, and gives what was written. */
async function saved(name: string, press: () => Promise<unknown>): Promise<Buffer> {
  const path = inFolder(name)
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await press()
  await app.page.getByText(`Saved as “${name}”`, { exact: false }).first().waitFor()
  return readFileSync(path)
}

async function equation(): Promise<string> {
  const shown = app.page.getByRole('region', { name: 'What becomes of the rows' })
  await shown.waitFor()
  return (await shown.innerText()).replace(/\s+/g, ' ').trim()
}

/** The equation, and that its numbers add up. */
async function sums(): Promise<string> {
  const text = await equation()
  const [rows = Number.NaN, ...terms] = [...text.matchAll(/\d+/g)].map(Number)
  expect(
    terms.reduce((sum, term) => sum + term, 0),
    text,
  ).toBe(rows)
  return text
}

async function commit(): Promise<void> {
  await app.page.locator('[data-testid=import-commit]:not([disabled])').click()
  await settled(app.page)
}

async function counts(): Promise<string> {
  await settled(app.page)
  return (await app.page.locator('footer span').allTextContents()).slice(0, 3).join(' ')
}

async function undoAll(): Promise<void> {
  for (let left = 0; left < 20 && !(await counts()).startsWith('0 tools'); left++) {
    const before = await app.page.locator('[data-testid=saved]').getAttribute('data-sequence')
    await app.command('undo')
    await app.page.waitForFunction(
      (old) => document.querySelector('[data-testid=saved]')?.getAttribute('data-sequence') !== old,
      before,
    )
  }
}

const tab = (name: RegExp) => app.page.getByRole('tab', { name }).click()
const leave = () => app.page.getByRole('button', { name: 'Cancel', exact: true }).click()

const PEOPLE = {
  name: 'people.csv',
  content: 'Maker,Line,Team,Euro a year\nSAP,S/4HANA,Finance,1000\nSAP,Concur,Travel,200\nDATEV,Pro,Finance,300\n',
}

describe('joining two columns', () => {
  it('makes the name of maker and line', async () => {
    const { page } = app
    await open(PEOPLE)
    await page.getByLabel('Meaning of the column Line').selectOption('name')
    await page.getByRole('button', { name: 'More about the column Maker' }).click()
    await page.getByRole('button', { name: 'Join with another column' }).click()
    await page.getByLabel('Means', { exact: true }).selectOption('name')
    await page.getByLabel('Meaning of the column Team').selectOption('owner')
    await app.picture('import-join-en')
    await expect.poll(equation).toBe('3 rows = 3 new')
    await tab(/What will happen/)
    for (const name of ['SAP S/4HANA', 'SAP Concur', 'DATEV Pro']) await page.getByText(name, { exact: true }).waitFor()
    await tab(/Columns/)
  })

  let mapping = ''

  it('is saved to a file with the mapping', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'More about this list' }).click()
    mapping = (
      await saved('mapping.json', () => page.getByRole('button', { name: 'Save mapping…' }).click())
    ).toString()
    expect(JSON.parse(mapping)).toMatchObject({ format: 'toolscape-mapping', version: 1 })
    await leave()
  })

  const becomes = async () => {
    await expect.poll(sums).toBe('3 rows = 3 new')
    await tab(/What will happen/)
    await app.page.getByText('SAP Concur', { exact: true }).waitFor()
    await tab(/Columns/)
  }

  it('is loaded again by the button', async () => {
    const { page } = app
    await open(PEOPLE)
    await page.getByLabel('Meaning of the column Maker').waitFor()
    await choose({ name: 'mapping.json', content: mapping })
    await page.getByRole('button', { name: 'More about this list' }).click()
    await page.getByRole('button', { name: 'Load mapping…' }).click()
    await page.getByText('The mapping is used for 1 list.').waitFor()
    expect(await page.getByText('from the mapping file').count()).toBeGreaterThan(0)
    await becomes()
    await leave()
  })

  it('is loaded again by dropping the file', async () => {
    await open(PEOPLE)
    await app.page.getByLabel('Meaning of the column Maker').waitFor()
    await drop('mapping.json', mapping)
    await becomes()
    expect(await app.page.getByText('from the mapping file').count()).toBeGreaterThan(0)
    await app.picture('import-mapping-dropped-en')
    await commit()
    expect(await counts()).toMatch(/^3 tools 2 departments/)
  })

  it('does the same without a window', async () => {
    const out = inFolder('tools.csv')
    const ran = await headless([
      ...['--import', inFolder('people.csv'), '--mapping', inFolder('mapping.json')],
      ...['--export', `tools=${out}`, '--lang', 'en'],
    ])
    expect({ code: ran.code, stderr: ran.stderr.replace(/^note: .*\n/gm, '') }).toEqual({ code: 0, stderr: '' })
    const names = readFileSync(out, 'utf8').split(/\r?\n/)
    for (const name of ['SAP S/4HANA', 'SAP Concur', 'DATEV Pro']) expect(names.join('\n')).toContain(name)
  })
})

describe('what a person set by hand', () => {
  /** Opens all about Jira by the palette, and gives the field of its vendor. */
  const openVendor = async () => {
    await app.command('show-inventory')
    await app.command('palette')
    await app.page.getByRole('dialog').getByRole('textbox').fill('Jira')
    await app.page.waitForTimeout(150)
    await app.page.keyboard.press('Enter')
    await app.page.getByTestId('detail').waitFor()
    return app.page.getByRole('textbox', { name: 'Vendor', exact: true })
  }

  it('stays against the file, unless the file shall win', async () => {
    const { page } = app
    await undoAll()
    const list = (cost: number) => ({
      name: 'hand.csv',
      content: `Name,Vendor,Annual cost\nJira,Atlassian,${cost} EUR\nMiro,Miro,50 EUR\n`,
    })
    await open(list(100))
    await expect.poll(sums).toBe('2 rows = 2 new')
    await commit()
    const vendor = await openVendor()
    await vendor.fill('Atlassian Pty Ltd')
    await vendor.press('Enter')
    await settled(page)
    await page.keyboard.press('Escape')
    await open(list(120))
    await expect.poll(sums).toBe('2 rows = 1 updated + 1 unchanged')
    await tab(/Questions/)
    const hand = page.getByRole('region', { name: 'Set by hand' })
    await hand.waitFor()
    await hand.getByRole('button', { name: 'Show them' }).click()
    await page.getByText('kept: set by hand').waitFor()
    await app.picture('import-kept-en')
    await tab(/Questions/)
    await hand.getByRole('switch').click()
    await app.picture('import-file-wins-en')
    await tab(/What will happen/)
    await expect.poll(() => page.getByText('kept: set by hand').count()).toBe(0)
    await commit()
    expect(await (await openVendor()).inputValue()).toBe('Atlassian')
    await page.keyboard.press('Escape')
  })
})

/** A text in an encoding that Node has no name for. */
function encoded(text: string, encoding: 'macroman' | 'utf-16le' | 'utf-16be'): Uint8Array {
  if (encoding === 'macroman') {
    const bytes: Readonly<Record<string, number>> = {
      ä: 0x8a,
      ö: 0x9a,
      ü: 0x9f,
      ß: 0xa7,
      Ä: 0x80,
      Ö: 0x85,
      Ü: 0x86,
      é: 0x8e,
    }
    return Uint8Array.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)))
  }
  const le = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16le' ? le : le.swap16()
}

const GERMAN =
  'Name;Hersteller;Abteilung\nLösung für Bürokräfte;Müller & Söhne;Geschäftsführung\nStraßenkarte;Größe GmbH;Außendienst\n'

describe('how a file is read', () => {
  it.each([
    ['macroman', 'Western European (Mac Roman)'],
    ['utf-16le', 'Unicode (UTF-16 LE)'],
    ['utf-16be', 'Unicode (UTF-16 BE)'],
  ] as const)('knows %s', async (encoding, label) => {
    const { page } = app
    await open({ name: `${encoding}.csv`, content: encoded(GERMAN, encoding) })
    await expect.poll(sums).toBe('2 rows = 2 new')
    const select = page.getByLabel('Characters', { exact: true })
    expect(await select.inputValue()).toBe(encoding)
    expect(await select.locator('option:checked').innerText()).toBe(label)
    for (const text of ['Lösung für Bürokräfte', 'Müller & Söhne', 'Außendienst']) {
      expect(await page.getByRole('table').getByText(text, { exact: true }).count()).toBe(1)
    }
    await leave()
  })

  it('follows when encoding, delimiter and header row are overruled', async () => {
    const { page } = app
    const content = Buffer.from(`Liste der Büros\n${GERMAN}`, 'latin1')
    await open({ name: 'overruled.csv', content })
    await expect.poll(sums).toBe('2 rows = 2 new')
    const table = page.getByRole('table', { name: 'What each column means' })
    await table.getByText('Müller & Söhne').waitFor()
    await page.getByLabel('Characters', { exact: true }).selectOption('macroman')
    await table.getByText('Müller & Söhne').waitFor({ state: 'detached' })
    await app.picture('import-overruled-en')
    await page.getByLabel('Characters', { exact: true }).selectOption('windows-1252')
    await table.getByText('Müller & Söhne').waitFor()
    await page.getByLabel('Columns separated by').selectOption(',')
    await expect.poll(() => table.getByRole('rowheader').count()).toBe(1)
    await page.getByLabel('Columns separated by').selectOption(';')
    await expect.poll(() => table.getByRole('rowheader').count()).toBe(3)
    await page.getByLabel('Headings in row').fill('3')
    await table.getByRole('rowheader', { name: 'Geschäftsführung' }).waitFor()
    await page.getByLabel('Headings in row').fill('2')
    await table.getByRole('rowheader', { name: 'Abteilung' }).waitFor()
    await expect.poll(sums).toBe('2 rows = 2 new')
    await leave()
  })
})

describe('files of other programs', () => {
  it('takes a workbook that LibreOffice wrote', async () => {
    await undoAll()
    const { page } = app
    const content = readFileSync(join(ROOT, 'test', 'fixtures', 'libreoffice.xlsx'))
    await open({ name: 'libreoffice.xlsx', content })
    await page.getByLabel('Import Anwendungen').waitFor()
    await expect.poll(sums).toBe('5 rows = 4 new + 1 not taken')
    expect(await page.getByLabel('Headings in row').inputValue()).toBe('3')
    expect(await page.getByLabel('Import Altsysteme').isChecked()).toBe(false)
    await app.picture('import-libreoffice-en')
    await commit()
    expect(await counts()).toBe('4 tools 3 departments 2 data flows')
    const csv = (await saved('libre.csv', () => app.command('export-tools'))).toString()
    expect(csv).toMatch(/SAP S\/4HANA.*120000\.5,EUR,2027-12-31/)
    expect(csv).toMatch(/Jira.Service Management.*,30,3000,EUR,2028-02-29|Jira.Service Management.*3000/)
    await undoAll()
  })

  it('takes a LeanIX snapshot', async () => {
    await open({ name: 'snapshot.xlsx', content: leanixSnapshot() })
    await app.page.getByText('LeanIX', { exact: true }).first().waitFor()
    await app.page.getByRole('button', { name: 'Application', exact: true }).click()
    await expect.poll(sums).toBe('2 rows = 2 new')
    await app.picture('import-leanix-en')
    await commit()
    expect(await counts()).toBe('2 tools 2 departments 1 data flow')
    await undoAll()
  })

  it('takes a workbook of Turbo EA', async () => {
    await open({ name: 'turbo.xlsx', content: turboEaWorkbook() })
    await app.page.getByText('Turbo EA', { exact: true }).first().waitFor()
    await expect.poll(sums).toMatch(/^2 rows = 2 new/)
    await commit()
    expect(await counts()).toBe('2 tools 2 departments 1 data flow')
    await undoAll()
  })

  it('takes the three files of Archi together', async () => {
    await open(...ARCHI_FILES)
    await app.page.getByText('Archi (CSV export)').first().waitFor()
    await expect.poll(sums).toMatch(/^\d+ rows? = /)
    await app.picture('import-archi-en')
    await commit()
    expect(await counts()).toBe('2 tools 1 department 1 data flow')
    await undoAll()
  })
})

describe('what could not be taken', () => {
  it('is exported as a CSV of problems, one line each, with row and reason', async () => {
    const { page } = app
    const content =
      'Name,Vendor,Users,Annual cost\nJira,Atlassian,12,100 EUR\n,Nobody,3,1 EUR\nMiro,Miro,viele,5 EUR\nTotal,,15,106 EUR\n=cmd(),Evil,1,1 EUR\n'
    await open({ name: 'problems.csv', content })
    await expect.poll(sums).toBe('5 rows = 3 new + 2 not taken')
    await tab(/Problems/)
    await app.picture('import-problems-en')
    const bytes = await saved('problems-out.csv', () =>
      page.getByRole('button', { name: 'Save problems as CSV…' }).click(),
    )
    const lines = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/)
    expect(lines[0]).toMatch(/^File,Row,Column/)
    expect(lines.filter((line) => line.startsWith('problems.csv,3,'))).toHaveLength(1)
    expect(lines.some((line) => /^problems\.csv,4,Users,viele,/.test(line))).toBe(true)
    expect(lines.some((line) => line.startsWith('problems.csv,5,'))).toBe(true)
    await leave()
  })
})

describe('answers that are remembered', () => {
  const LIST = (rows: string) => ({ name: 'teams.csv', content: `Name,Vendor,Department\n${rows}\n` })

  it('asks once whether two are the same, and not again', async () => {
    const { page } = app
    await open(LIST('Microsoft Teams,Microsoft,Human Resources'))
    await commit()
    await open(LIST('Microsoft Teams,Microsoft,Human Resources\nMS Teams,Microsoft,HR'))
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
    await electron.evaluate(({ clipboard }) => clipboard.writeText('word'))
    await app.command('import-clipboard')
    await page.getByText('The clipboard holds no table').waitFor()
  })

  it('load a mapping before there is a list', async () => {
    const { page } = app
    await choose({ name: 'mapping.json', content: readFileSync(inFolder('mapping.json')) })
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
