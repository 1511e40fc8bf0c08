import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'

// The inventory by hand: every kind of work in the table, each of them taken back again.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  await app.command('language-en')
  await app.command('load-sample-en')
  await takeImport(app.page)
  await app.command('show-inventory')
  await grid().waitFor()
  // What was imported is said above the buttons that are needed here.
  await app.page.locator('.mantine-Notification-closeButton').first().click()
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

const grid = () => app.page.getByRole('grid')
const count = () => app.page.locator('[role=toolbar] [role=status]').innerText()
const button = (name: string) => app.page.getByRole('button', { name, exact: true })
const cell = (row: number, column: string) =>
  app.page.locator(`tr[data-tool][aria-rowindex="${row + 2}"] td[data-column="${column}"]`)
const words = (row: number, column: string) => cell(row, column).innerText()
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}
async function undo(): Promise<void> {
  await settled(app.page)
  await app.command('undo')
  await app.page.waitForTimeout(150)
  await settled(app.page)
}
/** Puts a text on the clipboard as another program would, and pastes it with the keys. */
async function paste(text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, content) => clipboard.writeText(content), text)
  await press('Control+v')
}

describe('the inventory by hand, in the real app', () => {
  it('adds a tool at the bottom, edits it by keys alone, and takes it back', async () => {
    const before = await count()
    await button('Add tool').click()
    await app.page.keyboard.type('0 Tool')
    await press('Enter')
    await app.page.waitForFunction((old) => document.querySelector('[role=status]')?.textContent !== old, before)
    await app.page.keyboard.type('Acme')
    await press('Enter')
    await app.page.waitForTimeout(200)
    expect(await words(0, 'name')).toContain('0 Tool')
    expect(await words(0, 'vendor')).toBe('Acme')
    await undo()
    expect(await words(0, 'vendor')).not.toBe('Acme')
    await undo()
    expect(await count()).toBe(before)
  })

  it('shows other columns, and edits a date and a level in them', async () => {
    await button('Columns').click()
    for (const name of ['Contract end', 'Criticality', 'Tags', 'Notes']) {
      await app.page.getByRole('checkbox', { name, exact: true }).check()
    }
    await app.picture('inventory-columns-en')
    await press('Escape')
    await cell(0, 'contractEnd').click()
    const before = await words(0, 'contractEnd')
    await app.page.keyboard.type('24.12.2029')
    await press('Enter')
    expect(await words(0, 'contractEnd')).toBe('24/12/2029')
    await cell(0, 'criticality').click()
    await app.page.keyboard.type('very')
    await press('Enter')
    expect(await words(0, 'criticality')).toBe('4 · very high')
    await undo()
    await undo()
    expect(await words(0, 'contractEnd')).toBe(before)
  })

  it('filters by a value, says how many of all, and forgets it', async () => {
    const all = await count()
    await cell(0, 'status').click()
    await press('Alt+ArrowDown')
    await app.page.getByRole('checkbox', { name: /^active/ }).check()
    await app.picture('inventory-filter-en')
    await press('Escape')
    await app.page.getByTestId('filter-chip').waitFor()
    const [, shown, total] = /^(\d+) of (\d+)$/.exec(await count()) ?? []
    expect(Number(shown)).toBeGreaterThan(0)
    expect(Number(shown)).toBeLessThan(Number(total))
    for (const row of [0, 3, 6]) expect(await words(row, 'status')).toBe('active')
    await app.page.getByTestId('filter-chip').getByRole('button').last().click()
    expect(await count()).toBe(all)
  })

  it('groups, with counts that add up, and opens and closes groups by keys', async () => {
    await button('Group').click()
    await app.page.getByRole('menuitem', { name: 'Status', exact: true }).click()
    await button('Group').click()
    await app.page.getByRole('menuitem', { name: 'Collapse all' }).click()
    const groups = await app.page.locator('tr[data-row^="group:"]').allInnerTexts()
    const sum = groups.reduce((total, text) => total + Number(/([\d,]+) tools?/.exec(text)?.[1]?.replace(',', '')), 0)
    expect(sum).toBe(Number(/\d+/.exec(await count())?.[0]))
    await grid().focus()
    await press('Escape', 'ArrowDown', 'ArrowRight')
    await app.page.locator('tr[data-tool]').first().waitFor()
    await app.picture('inventory-groups-en')
    await press('ArrowLeft')
    expect(await app.page.locator('tr[data-tool]').count()).toBe(0)
    await button('Group').click()
    await app.page.getByRole('menuitem', { name: 'No grouping' }).click()
    await app.page.locator('tr[data-tool]').first().waitFor()
  })

  it('sets one field of many tools in one step', async () => {
    const before = [await words(0, 'owner'), await words(2, 'owner')]
    await cell(0, 'name').click()
    await press('Shift+ArrowDown', 'Shift+ArrowDown')
    await button('Set field…').click()
    await app.page.getByLabel('New value').fill('Zentrale')
    await app.picture('inventory-bulk-en')
    await button('Set for 3 tools').click()
    await app.page.waitForTimeout(200)
    for (const row of [0, 1, 2]) expect(await words(row, 'owner')).toBe('Zentrale')
    await undo()
    expect([await words(0, 'owner'), await words(2, 'owner')]).toEqual(before)
  })

  it('copies the focused cell and whole rows', async () => {
    await cell(1, 'name').click()
    await press('Control+c')
    const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(await copied()).toBe(await cell(1, 'name').locator('span span span').first().innerText())
    await press('Shift+ArrowDown', 'Control+c')
    const block = (await copied()).split(/\r?\n/)
    expect(block.length).toBe(2)
    expect(block[0]?.split('\t').length).toBe(12)
    // What was copied, pasted where it came from, changes nothing.
    await cell(1, 'name').click()
    const before = await app.page.locator('tr[data-tool]').allInnerTexts()
    await press('Control+v')
    await app.page.getByTestId('pasted').getByText('there already').waitFor()
    expect(await app.page.locator('tr[data-tool]').allInnerTexts()).toEqual(before)
  })

  it('pastes a block, names what it refuses, and takes it back at once', async () => {
    const columns = ['vendor', 'users']
    await button('Columns').click()
    for (const name of ['Department', 'Functions', 'Status']) {
      await app.page.getByRole('checkbox', { name, exact: true }).uncheck()
    }
    await press('Escape')
    const read = async () => [await words(0, 'vendor'), await words(0, 'users'), await words(1, 'users')]
    const before = await read()
    await cell(0, columns[0] ?? '').click()
    await paste('Acme\t1,250\r\nAcme\tplenty\r\n')
    await app.page.getByTestId('pasted').getByText('plenty').first().waitFor()
    await app.picture('inventory-paste-en')
    expect(await read()).toEqual(['Acme', '1,250', before[2]])
    // What was refused stays said until somebody has read it.
    const refusal = app.page.locator('.mantine-Notification-root', { hasText: 'plenty' })
    await refusal.locator('.mantine-Notification-closeButton').click()
    await undo()
    expect(await read()).toEqual(before)
    await button('Columns').click()
    await button('As at the start').click()
    await press('Escape')
  })

  it('adds tools that are pasted below the last row', async () => {
    const total = Number(/\d+/.exec(await count())?.[0])
    await grid().focus()
    await press('Control+End', 'Home')
    await app.page.waitForTimeout(200)
    const last = await app.page.locator('td[data-cursor]').innerText()
    await paste(`${last.split('\n')[0]}\nZzz One\nZzz Two`)
    await app.page.waitForFunction(
      (wanted) => document.querySelector('[role=status]')?.textContent?.startsWith(wanted),
      String(total + 2),
    )
    await undo()
    expect(await count()).toContain(String(total))
  })

  it('duplicates the selected tool', async () => {
    const before = await count()
    await grid().focus()
    await press('Control+Home', 'Control+d')
    await app.page.getByText('(copy)').first().waitFor()
    await undo()
    expect(await count()).toBe(before)
  })

  it('has room in German and in the dark, in the smallest window', async () => {
    await app.command('language-de')
    await app.command('theme-dark')
    await resize(app, 1024, 700)
    await cell(0, 'name').click()
    await press('Shift+ArrowDown')
    await app.page.waitForTimeout(300)
    await app.picture('inventory-1024-de-dark')
    await button('Gruppieren').click()
    await app.page.getByRole('menuitem', { name: 'Abteilung', exact: true }).click()
    await app.page.waitForTimeout(300)
    await app.picture('inventory-groups-1024-de-dark')
    await button('Tasten der Tabelle').click()
    await app.page.waitForTimeout(200)
    await app.picture('inventory-keys-1024-de-dark')
    await press('Escape')
    await app.command('theme-light')
    await button('Spalten').click()
    await app.page.waitForTimeout(200)
    await app.picture('inventory-columns-1024-de')
    await press('Escape')
    const cut = await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=toolbar] button')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth)
        .map((each) => each.innerText),
    )
    expect(cut).toEqual([])
  })
})
