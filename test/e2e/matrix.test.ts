import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import * as look from './look'

// The matrices in the real app, with the German sample.

const profile = makeProfile()
const folder = mkdtempSync(join(tmpdir(), 'toolscape-matrix-'))
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  app.page.setDefaultTimeout(15_000)
  await app.command('language-de')
  await app.command('theme-light')
  await app.command('load-sample-de')
  await takeImport(app.page)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(folder, { recursive: true, force: true })
})

const matrix = () => app.page.getByTestId('matrix')
const panel = () => app.page.getByTestId('matrix-panel')
const tab = (kind: string) => app.page.locator(`[data-matrix-tab=${kind}]`).click()

const pictures = (name: string) => look.pictures(app, name)
const saved = (name: string, press: () => Promise<unknown>) => look.saved(app, folder, name, press)
const table = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ';' }).data
const several = (cell: string | undefined) => (cell ?? '').split('; ').filter((each) => each !== '')

/** Every cell that is drawn: names of its row and column, and its words. */
async function drawnCells(): Promise<readonly string[]> {
  return matrix()
    .locator('[data-row]:not([data-group]) [role=gridcell]')
    .evaluateAll((cells) =>
      cells.map((cell) => cell.getAttribute('aria-label') ?? cell.querySelector('.sr-only')?.textContent ?? ''),
    )
}

describe('function by department', () => {
  it('opens from the navigation and looks right', async () => {
    await app.page.locator('nav [data-screen=matrix]').click()
    await matrix().waitFor()
    await settled(app.page)
    await pictures('matrix-functions')
  })

  it('has in each cell the tools that the exported list of tools says, counted independently', async () => {
    await resize(app, 1440, 3_000)
    await app.page.waitForTimeout(400)
    const [header = [], ...rows] = table(await saved('tools.csv', () => app.command('export-tools')))
    const at = (name: string) => header.indexOf(name)
    const wanted = new Map<string, Set<string>>()
    for (const row of rows) {
      if (row[at('Status')] === 'abgeschaltet') continue
      for (const job of several(row[at('Funktionen')])) {
        for (const place of [...several(row[at('Abteilung')]), ...several(row[at('Genutzt von')])]) {
          const key = `${job} | ${place}`
          wanted.set(key, (wanted.get(key) ?? new Set()).add(row[at('Name')] ?? ''))
        }
      }
    }
    const cells = await drawnCells()
    let compared = 0
    const wrong: string[] = []
    for (const words of cells) {
      const found = /^(.*?), (.*?): (\d+) Tools?: (.*?)(?: · .*)?$/.exec(words)
      if (found === null) continue
      const [, job = '', place = '', count = '', names = ''] = found
      const proposed = Number(/(\d+) nur vorgeschlagen/.exec(words)?.[1] ?? 0)
      const own = wanted.get(`${job} | ${place}`)?.size ?? 0
      compared += 1
      if (own + proposed !== Number(count) || names.split(', ').length < Number(count)) wrong.push(`${words} <> ${own}`)
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(50)
    await resize(app, 1440, 900)
  })

  it('is a grid with headers of rows and columns for whoever reads it by ear', async () => {
    const session = await app.page.context().newCDPSession(app.page)
    await session.send('Accessibility.enable')
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    await session.detach()
    const counts = new Map<string, number>()
    for (const { role } of nodes) counts.set(role?.value, (counts.get(role?.value) ?? 0) + 1)
    const drawn = (selector: string) => matrix().locator(selector).count()
    expect(counts.get('grid')).toBe(1)
    expect(counts.get('rowheader')).toBe(await drawn('tbody th'))
    expect(counts.get('columnheader')).toBe(await drawn('thead th'))
    expect(counts.get('gridcell')).toBe(await drawn('td'))
    expect(counts.get('row')).toBe(await drawn('tr'))
  })

  it('is walked with the keyboard: arrows move, Enter opens, Escape goes back to the cell', async () => {
    const { page } = app
    await matrix().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    const at = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
        return document.getElementById(id)?.querySelector('.sr-only')?.textContent ?? ''
      })
    const words = await at()
    expect(words).toMatch(/: \d+ Tools?: /)
    await page.keyboard.press('Enter')
    await panel().waitFor()
    expect(words).toContain(await panel().getByRole('heading', { level: 2 }).innerText())
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('matrix-panel')
    await app.picture('matrix-panel-de')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByTestId('detail').waitFor()
    await page.getByRole('button', { name: 'Zurück zur Matrix' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('detail').waitFor({ state: 'detached' })
    await panel().getByRole('button', { name: 'Schließen (Esc)' }).focus()
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await at()).toBe(words)
    await page.keyboard.press('Control+End')
    await page.waitForTimeout(200)
    const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '')
    expect(await page.evaluate((id) => document.getElementById(id)?.getAttribute('aria-colindex'), last)).toBe(
      await matrix().getAttribute('aria-colcount'),
    )
    await page.keyboard.press('Control+Home')
  })

  it('collapses domains, shows only what is done twice, and shades by cost with a legend in numbers', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Alle Bereiche zuklappen' }).click()
    expect(await matrix().locator('[data-row]:not([data-group])').count()).toBe(0)
    await matrix().focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Enter')
    expect(await matrix().locator('[data-row]:not([data-group])').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Alle Bereiche aufklappen' }).click()
    await page.getByText(/^Doppelt \d+$/).click()
    const badges = await matrix()
      .locator('[data-row]:not([data-group]) [role=rowheader], [data-row]:not([data-group]) th')
      .allInnerTexts()
    expect(badges.length).toBeGreaterThan(5)
    expect(badges.every((text) => /\d+ Tools/.test(text))).toBe(true)
    await page.getByText('Kosten', { exact: true }).click()
    await page
      .getByRole('note')
      .getByText(/unter .*€/)
      .waitFor()
    await pictures('matrix-cost')
    await page.getByText('Tool-Namen', { exact: true }).click()
    await page.waitForTimeout(200)
    await pictures('matrix-names')
    await page.getByText('Tool-Namen', { exact: true }).click()
    await page.getByText(/^Mit Lücken \d+$/).click()
    await page.getByText('Stunden', { exact: true }).click()
    await page.waitForTimeout(200)
    await app.picture('matrix-gaps-hours-de')
    await page.getByText(/^Alle \d+$/).click()
    await page.getByText('Nichts', { exact: true }).click()
  })

  it('leaves as CSV as it is shown, and as a row for each cell', async () => {
    const { page } = app
    const shown = Number(/\d+/.exec(await page.getByText(/^Alle \d+$/).innerText())?.[0])
    const wide = table(await saved('wide.csv', () => exportAs('Wie gezeigt')))
    const departments = await matrix().locator('thead th').allInnerTexts()
    expect(wide[0]?.slice(2, 7)).toEqual(departments.slice(1, 6))
    expect(wide.filter((row) => row.length > 1).length - 1).toBeLessThanOrEqual(shown)
    const filled = wide
      .slice(1)
      .flatMap((row) => row.slice(2, -2))
      .filter((cell) => cell !== '').length
    const long = table(await saved('long.csv', () => exportAs('Eine Zeile'))).filter((row) => row.length > 1)
    expect(long.length - 1).toBe(filled)
    expect(long[0]).toContain('Tools ohne bekannte Kosten')
  })
})

async function exportAs(words: string): Promise<void> {
  await app.page.getByTestId('export-matrix').click()
  await app.page.getByRole('menuitem', { name: new RegExp(`^${words}`) }).click()
}

describe('tool by tool', () => {
  it('has every flow that is in use in a cell, and shows those by hand', async () => {
    const { page } = app
    await tab('flows')
    await matrix().waitFor()
    await pictures('matrix-flows')
    const rows = table(await saved('flows.csv', () => exportAs('Eine Zeile'))).filter((row) => row.length > 1)
    const ends = rows.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)
    // A flow both ways stands in two cells.
    const { flows, bothWays } = await flowsListed()
    expect(ends).toBe(flows + bothWays)
    await page.locator('nav [data-screen=matrix]').click()
    await page.getByText('Von Hand', { exact: true }).first().click()
    await page.waitForTimeout(200)
    const words = (await drawnCells()).filter((each) => !each.endsWith('kein Datenfluss'))
    expect(words.length).toBeGreaterThan(0)
    expect(words.every((each) => each.includes('Von Hand'))).toBe(true)
    await matrix().locator('[role=gridcell][title]').first().click()
    await panel()
      .getByText(/Std\. im Monat|Stunden unbekannt/)
      .first()
      .waitFor()
    await app.picture('matrix-flows-by-hand-de')
    await panel().getByRole('button', { name: 'Schließen (Esc)' }).click()
    await page.getByText('Alle', { exact: true }).first().click()
  })
})

/** How many data flows the list of them shows, and how many of these go both ways. */
async function flowsListed(): Promise<{ readonly flows: number; readonly bothWays: number }> {
  const { page } = app
  await page.locator('nav [data-screen=flows]').click()
  await resize(app, 1440, 7_000)
  await page.waitForTimeout(500)
  const rows = page.locator('[role=grid] [data-row]')
  const counted = {
    flows: await rows.count(),
    bothWays: await rows.locator('[data-column=bothWays]').filter({ hasText: 'ja' }).count(),
  }
  await resize(app, 1440, 900)
  return counted
}

describe('data object by tool', () => {
  it('takes a master, says so at once, and undo takes it back', async () => {
    const { page } = app
    await tab('data')
    await matrix().waitFor()
    await pictures('matrix-data')
    const row = matrix().locator('[data-row]').first()
    const key = await row.getAttribute('data-row')
    await row.locator('th').click()
    const before = await panel().getByRole('combobox').inputValue()
    const offer = panel()
      .getByRole('button', { name: /als führend festlegen$/ })
      .first()
    const wanted = (await offer.innerText()).replace(' als führend festlegen', '')
    await offer.click()
    await settled(page)
    expect(await panel().getByRole('combobox').inputValue()).toBe(wanted)
    const here = matrix().locator(`[data-row="${key}"]`)
    await here.locator(`[role=gridcell][title*=", ${wanted}: führend"]`).waitFor()
    await app.picture('matrix-data-master-de')
    await panel().getByRole('heading', { level: 2 }).click()
    await app.command('undo')
    await settled(page)
    expect(await panel().getByRole('combobox').inputValue()).toBe(before)
    await panel().getByRole('button', { name: 'Schließen (Esc)' }).click()
  })
})
