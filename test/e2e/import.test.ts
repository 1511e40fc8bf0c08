import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '../fixtures/workbook'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'

// A list that comes again, edited: what changed, what asks, what is gone; a workbook; a paste; and all of it undone.

const profile = makeProfile()
const folder = join(profile.folder, 'lists')
let app: RunningApp

beforeAll(async () => {
  mkdirSync(folder)
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

const HEADER = 'Name,Vendor,Department,Annual cost'
const FIRST = [
  'Jira,Atlassian,IT,1000 EUR',
  'Microsoft Teams,Microsoft,IT,2000 EUR',
  'DATEV,DATEV eG,Finance,3000 EUR',
  'Looker,Google,Human Resources,500 EUR',
]
const EDITED = [
  'Jira,Atlassian,IT,1200 EUR',
  'Jira,,,1500 EUR',
  'MS Teams,Microsoft,IT,2000 EUR',
  'Looker,Google,Human Resources,500 EUR',
  'Personio,Personio SE,HR,900 EUR',
]

/** Chooses files in the open dialog, as a user does. */
async function open(...files: readonly { readonly name: string; readonly content: string | Uint8Array }[]) {
  const filePaths = files.map(({ name, content }) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  await app.electron.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths })
  }, filePaths)
  await app.command('import')
  await app.page
    .getByText(files[0]?.name ?? '')
    .first()
    .waitFor()
}

const list = (rows: readonly string[]) => ({ name: 'tools.csv', content: `${[HEADER, ...rows].join('\n')}\n` })

/** The equation of the list that is shown: `5 rows = 2 new + 1 updated`. */
async function equation(): Promise<string> {
  const shown = app.page.getByRole('region', { name: 'What becomes of the rows' })
  await shown.waitFor()
  return (await shown.innerText()).replace(/\s+/g, ' ').trim()
}

async function commit(): Promise<void> {
  await takeImport(app.page)
}

async function counts(): Promise<string> {
  await settled(app.page)
  return (await app.page.locator('footer span').allTextContents()).slice(0, 3).join(' ')
}

const tab = (name: RegExp) => app.page.getByRole('tab', { name }).click()

describe('a list that comes again', () => {
  it('is imported', async () => {
    await open(list(FIRST))
    await expect.poll(equation).toBe('4 rows = 4 new')
    await commit()
    expect(await counts()).toMatch(/^4 tools 3 departments/)
  })

  it('shows what is new, old → new, and what contradicts itself', async () => {
    const { page } = app
    await open(list(EDITED))
    await expect.poll(equation).toBe('5 rows = 2 new + 1 updated + 1 unchanged + 1 not taken')
    await app.picture('import-again-columns')
    expect(await page.getByText('as last time').count()).toBeGreaterThan(2)
    await tab(/What will happen/)
    const rows = page.getByRole('region', { name: 'Rows of the file' })
    const text = (await rows.innerText()).replace(/\s+/g, ' ')
    expect(text).toMatch(/Cost per year was €1,000 ?→ becomes €1,200/)
    expect(text).toContain('An earlier row of the same record says something else')
    await app.picture('import-again-rows')
  })

  it('merges departments by one click, and the plan follows', async () => {
    const { page } = app
    await tab(/Questions/)
    await page.getByRole('region', { name: 'Same department?' }).waitFor()
    await app.picture('import-questions-en')
    await page.getByRole('button', { name: /^Merge: HR → Human Resources/ }).click()
    await tab(/Created/)
    await page.getByText('Nothing else is created by this file.').waitFor()
  })

  it('accepts a possible duplicate, which is then no longer missing', async () => {
    const { page } = app
    await tab(/Questions/)
    const gone = page.getByRole('region', { name: 'No longer in the file' })
    expect(await gone.getByText('Microsoft Teams').count()).toBe(1)
    await page.getByRole('button', { name: /^It’s the same: MS Teams → Microsoft Teams/ }).click()
    await expect.poll(() => gone.getByText('Microsoft Teams').count()).toBe(0)
    expect(await equation()).toMatch(/^5 rows = 1 new/)
  })

  it('retires what the file no longer contains', async () => {
    const { page } = app
    await page.getByLabel('What becomes of DATEV').selectOption('retire')
    await app.picture('import-answered-en')
    await commit()
    expect(await counts()).toMatch(/^5 tools 3 departments/)
    const more = page.getByRole('button', { name: 'Details' })
    await expect.poll(() => more.count()).toBe(1)
    await more.click()
    const details = page.getByRole('dialog', { name: 'What was imported' })
    await details.waitFor()
    await app.picture('import-result-en')
    const text = await details.innerText()
    expect(text).toContain('HR → Human Resources')
    expect(text).toContain('MS Teams → Microsoft Teams')
    expect(text).toContain('DATEV: marked as retired')
    await page.keyboard.press('Escape')
  })

  it('says nothing new when it comes a third time: merges are remembered', async () => {
    await open(list(EDITED))
    await expect.poll(equation).toMatch(/^5 rows = 4 unchanged \+ 1 not taken$/)
    await app.page.keyboard.press('Escape')
  })

  it('leaves no trace when it is cancelled', async () => {
    const before = await counts()
    await open({ name: 'others.csv', content: `${HEADER}\nSlack,Salesforce,Sales,1\n` })
    await expect.poll(equation).toBe('1 row = 1 new')
    await app.page.getByRole('button', { name: 'Cancel' }).click()
    expect(await counts()).toBe(before)
    await open({ name: 'more.csv', content: `${HEADER}\nZoom,Zoom,Sales,1\n` })
    expect(await app.page.getByText('others.csv').count()).toBe(0)
    await app.page.keyboard.press('Escape')
  })
})

describe('other ways in', () => {
  it('offers every sheet of a workbook, hidden ones not ticked', async () => {
    const { page } = app
    const content = workbook(
      {
        name: 'Tools',
        rows: [
          ['Software 2026'],
          [],
          ['Name', 'Vendor', 'Department'],
          ['Miro', 'Miro', 'Design'],
          ['Figma', 'Figma', 'Design'],
        ],
      },
      {
        name: 'Flows',
        rows: [
          ['Source', 'Target'],
          ['Miro', 'Jira'],
        ],
      },
      {
        name: 'Old tools',
        state: 'hidden',
        rows: [
          ['Name', 'Vendor'],
          ['Lotus Notes', 'IBM'],
        ],
      },
    )
    await open({ name: 'software.xlsx', content })
    await expect.poll(equation).toBe('2 rows = 2 new')
    await app.picture('import-workbook-en')
    expect(await page.getByLabel('Import Tools', { exact: true }).isChecked()).toBe(true)
    expect(await page.getByLabel('Import Old tools').isChecked()).toBe(false)
    expect(await page.getByLabel('Headings in row').inputValue()).toBe('3')
    await page.getByLabel('Headings in row').fill('4')
    await page.getByRole('rowheader', { name: 'Miro', exact: true }).waitFor()
    await page.getByLabel('Headings in row').fill('3')
    await page.getByRole('rowheader', { name: 'Vendor' }).waitFor()
    await page.getByLabel('Import Old tools').check()
    await expect.poll(() => page.getByTestId('import-commit').innerText()).toContain('3 tools')
    await page.getByLabel('Import Old tools').uncheck()
    await commit()
    expect(await counts()).toMatch(/^7 tools 4 departments 1 data flow/)
  })

  it('takes a table from the clipboard', async () => {
    const { page } = app
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, 'Name\tVendor\tDepartment\nNotion\tNotion Labs\tDesign\nLinear\tLinear\tIT\n')
    await expect.poll(equation).toBe('2 rows = 2 new')
    await commit()
    expect(await counts()).toMatch(/^9 tools/)
  })

  it('splits, joins and adds a value for every row', async () => {
    const { page } = app
    await open({ name: 'mixed.csv', content: 'Name,Maker,Town\nSAP / FI,SAP SE,Walldorf\nSAP / CO,SAP SE,Walldorf\n' })
    await expect.poll(equation).toBe('2 rows = 2 new')
    await page.getByRole('button', { name: 'More about the column Name' }).click()
    await page.getByLabel('Split its cells at').fill('/')
    await page.getByLabel('Which part is for Name').selectOption('2')
    await page.getByRole('button', { name: 'More about this list' }).click()
    await page.getByRole('button', { name: 'Add a value' }).click()
    await page.getByLabel('Field with the same value for every row').selectOption('owner')
    await page.getByRole('textbox', { name: 'Owning department for every row' }).fill('Finance')
    await app.picture('import-options-en')
    await tab(/What will happen/)
    await page.getByText('FI', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('undoes every import, one step each', async () => {
    for (const left of ['7 tools', '5 tools', '4 tools', '0 tools']) {
      await app.command('undo')
      await app.page.waitForFunction((words) => document.querySelector('footer')?.textContent?.startsWith(words), left)
    }
    await settled(app.page)
    expect(await counts()).toMatch(/^0 tools 0 departments 0 data flows/)
  })
})
