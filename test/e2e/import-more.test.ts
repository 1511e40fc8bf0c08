import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARCHI_FILES, leanixSnapshot, turboEaWorkbook } from '../fixtures/peer-files'
import { headless, makeProfile, ROOT, type RunningApp, resize, settled, startApp } from './app'
import { importKit } from './import-kit'

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

const { inFolder, choose, open, drop, saved, equation, sums, commit, counts, undoAll, tab, leave } = importKit(
  () => app,
  folder,
)

/** The mapping file that the first tests write. */
let mapping = ''

const PEOPLE = {
  name: 'people.csv',
  content: 'Maker,Line,Team,Euro a year\nSAP,S/4HANA,Finance,1000\nSAP,Concur,Travel,200\nDATEV,Pro,Finance,300\n',
}

describe('joining two columns', () => {
  it('makes the name of maker and line, and is saved with the mapping', async () => {
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
      'Name,Vendor,Users,Annual cost\nJira,Atlassian,12,100 EUR\n,Nobody,3,1 EUR\nMiro,Miro,viele,5 EUR\n=cmd(),Evil,1,1 EUR\nTotal,,15,106 EUR\n'
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
    expect(lines.some((line) => line.startsWith('problems.csv,6,'))).toBe(true)
    await leave()
  })
})
