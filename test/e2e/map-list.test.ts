import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'
import { boxOf, openSampleMap, placesOf } from './map-kit'

// The search on the map, the list that says what the picture says, and what stays where it is.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await openSampleMap(app)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

const places = () => placesOf(app)
const box = (selector: string) => boxOf(app, selector)

describe('search', () => {
  it('lists the hits, walks from one to the next, and lets the others step back', async () => {
    const { page } = app
    await app.command('find')
    const search = page.getByTestId('map-search')
    await search.getByRole('textbox').waitFor()
    expect(await serious(page)).toEqual([])
    await search.getByRole('textbox').fill('excel')
    await search.getByText(/^0 of \d+$/).waitFor()
    const dimmed = await page.locator('.react-flow__node-card [data-dimmed]').count()
    expect(dimmed).toBeGreaterThan(10)
    await page.keyboard.press('Enter')
    await search.getByText(/^1 of \d+$/).waitFor()
    const first = await page.locator('aside h2').innerText()
    await page.keyboard.press('Enter')
    await search.getByText(/^2 of \d+$/).waitFor()
    expect(await page.locator('aside h2').innerText()).not.toBe(first)
    await page.waitForTimeout(400)
    await app.picture('edit-search-light')
    await page.keyboard.press('Escape')
    expect(await search.count()).toBe(0)
  })

  it('finds what the filters hide, says so, and shows it on request', async () => {
    const { page } = app
    await page.getByRole('toolbar').getByText('Retired tools').click()
    await app.command('find')
    const search = page.getByTestId('map-search')
    await search.getByRole('textbox').fill('commusoft')
    await page.keyboard.press('Enter')
    await search.getByText('“Commusoft” is hidden by the filters.').waitFor()
    await search.getByRole('button', { name: 'Show it' }).click()
    await search.getByText('is hidden').waitFor({ state: 'detached' })
    await page.waitForTimeout(400)
    expect(await page.locator('.react-flow__node-card [data-selected]').innerText()).toContain('Commusoft')
    await search.getByRole('textbox').press('Escape')
  })
})

describe('the list', () => {
  const current = () => app.page.locator('[role=treeitem][data-selected]')

  it('has every department, tool and data flow of the inventory, with the keyboard alone', async () => {
    const { page } = app
    await page.getByText('List', { exact: true }).click()
    const tree = page.getByTestId('map-list')
    await tree.focus()
    await page.keyboard.press('Home')
    const counts = await page.locator('footer').innerText()
    const tools = Number(counts.match(/(\d+) tools/)?.[1])
    const kinds: Record<string, number> = {}
    const keys = new Set<string>()
    for (;;) {
      const row = current()
      const id = (await row.getAttribute('id')) ?? ''
      if (keys.has(id)) break
      keys.add(id)
      const kind = (await row.getAttribute('data-kind')) ?? ''
      kinds[kind] = (kinds[kind] ?? 0) + 1
      await page.keyboard.press('ArrowDown')
    }
    expect(kinds.tool).toBe(tools)
    expect(kinds.bundles).toBe(1)
    await app.picture('edit-list-light')
    expect(await serious(page)).toEqual([])
    expect(await page.locator('[role=treeitem]').count()).toBeLessThan(80)
  })

  it('opens a tool to its data flows, and selects what the map selects', async () => {
    const { page } = app
    const tree = page.getByTestId('map-list')
    await app.command('find')
    await page.getByTestId('map-search').getByRole('textbox').fill('freshdesk')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await tree.focus()
    expect(await current().innerText()).toContain('Freshdesk')
    await page.keyboard.press('ArrowRight')
    const level = Number(await current().getAttribute('aria-level'))
    const flows = await page.locator('[role=treeitem][data-kind=flow]').count()
    const listed = await page.locator('aside h3:has-text("data") + ul li').count()
    expect(flows).toBeGreaterThan(2)
    expect(listed).toBeGreaterThanOrEqual(flows)
    await page.keyboard.press('ArrowRight')
    expect(Number(await current().getAttribute('aria-level'))).toBe(level + 1)
    expect(await page.locator('aside h2').innerText()).toMatch(/[→↔]/)
    for (const theme of ['light', 'dark'] as const) {
      await app.command(`theme-${theme}`)
      await page.waitForTimeout(250)
      await app.picture(`edit-list-open-${theme}`)
    }
    expect(await serious(page)).toEqual([])
    await app.command('language-de')
    await resize(app, 1024, 700)
    await page.waitForTimeout(300)
    await app.picture('edit-list-de-1024-dark')
    await resize(app, 1440, 900)
    await app.command('language-en')
    await app.command('theme-light')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByTestId('detail').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('detail').waitFor({ state: 'detached' })
    await page.getByText('Map', { exact: true }).last().click()
    await page.locator('.react-flow__node-card').first().waitFor()
  })
})

/** Imports a list as the file dialog would. */
async function importList(name: string, lines: readonly string[]): Promise<void> {
  const path = join(profile.folder, name)
  writeFileSync(path, lines.join('\n'))
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await app.command('import')
  await takeImport(app.page)
  await app.command('show-map')
  await settled(app.page)
}

describe('what is known', () => {
  it('stays where it is, node by node, when a list is imported again', async () => {
    const whole = async () => {
      await app.command('fit')
      await app.page.waitForFunction(() => document.querySelectorAll('.react-flow__node-card').length > 135)
      await app.page.waitForTimeout(400)
    }
    await whole()
    const before = await places()
    await importList('again.csv', ['Application,Users', 'Freshdesk,77', 'Jira,88', 'Sage 200,99'])
    await whole()
    const after = await places()
    expect(Object.keys(before).length).toBeGreaterThan(140)
    expect(after).toEqual(before)
  })
})

describe('a map of painted cards', () => {
  it('is walked by keys as well: the card that is reached becomes an element', async () => {
    const { page } = app
    await importList('many.csv', [
      'Application,Owning team,Interfaces to',
      ...Array.from({ length: 600 }, (_, at) => `System ${at},Division ${at % 24},System ${(at * 7) % 600}`),
    ])
    await app.command('fit')
    await page.waitForTimeout(500)
    expect(await page.locator('[data-testid=map][data-large]').count()).toBe(1)
    expect(await page.locator('.react-flow__node-card').count()).toBe(0)
    await page.locator('.react-flow').focus()
    const reached = new Set<string>()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight']) {
      await page.keyboard.press(key)
      await page.locator('.react-flow__node-card [data-selected]').waitFor()
      await page.waitForTimeout(300)
      reached.add(await page.locator('.react-flow__node-card [data-selected]').innerText())
    }
    expect(reached.size).toBeGreaterThan(2)
    await app.picture('edit-large-walk-light')
    await app.command('fit')
    await page.waitForTimeout(500)
    const pane = await box('[data-testid=map]')
    await page.keyboard.down('Shift')
    await page.mouse.move(pane.x + 20, pane.y + 20)
    await page.mouse.down()
    await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 3, { steps: 5 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    const chosen = await page.getByTestId('selection-bar').getByRole('status').innerText()
    expect(Number(chosen.match(/\d+/)?.[0])).toBeGreaterThan(5)
    await page.waitForTimeout(500)
    await app.command('theme-dark')
    await page.waitForTimeout(500)
    await app.picture('edit-large-several-dark')
    await app.command('theme-light')
  })
})
