import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp } from './app'

// How the map is looked at: colours, sizes, filters, legend, views, presentation, time.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  await app.command('load-sample-de')
  await app.page.getByTestId('import-commit').waitFor()
  await app.page.getByTestId('import-commit').click()
  await settled(app.page)
  await app.command('show-map')
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await settled(app.page)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

/** Picks an entry of one of the menus above the map. */
async function pick(button: RegExp, entry: string): Promise<void> {
  await app.page.getByRole('toolbar').getByRole('button', { name: button }).click()
  await app.page.getByRole('menuitem', { name: entry, exact: true }).click()
}

const cards = () => app.page.locator('.react-flow__node-card').count()
const places = () =>
  app.page
    .locator('.react-flow__node-card')
    .evaluateAll((nodes) => Object.fromEntries(nodes.map((node) => [node.dataset.id, node.style.transform])))
const legend = () => app.page.getByTestId('legend').locator('fieldset button')
/** The counts of the legend's colours. */
const counts = () =>
  legend()
    .locator('b')
    .allTextContents()
    .then((texts) => texts.map(Number))

describe('colour and size', () => {
  it('colours by each attribute, with a legend that counts every tool', async () => {
    const all = await cards()
    for (const attribute of ['Department', 'Status', 'Criticality', 'Fit (TIME)', 'Cost per year', 'Users', 'AI']) {
      await pick(/^Colour/, attribute)
      const sum = (await counts()).reduce((total, count) => total + count, 0)
      expect(sum, attribute).toBe(all)
    }
    await pick(/^Colour/, 'Contract end')
    await pick(/^Size/, 'Users')
    await app.picture('lens-contract-users-en')
    await app.command('theme-dark')
    await app.command('language-de')
    await pick(/^Farbe/, 'Abteilung')
    await app.picture('lens-departments-dark-de')
    await resize(app, 1024, 700)
    await app.page.waitForTimeout(300)
    await app.picture('lens-departments-dark-de-1024')
    await resize(app, 1440, 900)
    await app.command('theme-light')
    await app.command('language-en')
    await pick(/^Size/, 'No marks')
  })
})

describe('filters', () => {
  it('by the legend: shows what was clicked, counts the rest where it hangs, moves nothing', async () => {
    await pick(/^Colour/, 'Status')
    const [all, before] = [await cards(), await places()]
    const first = legend().first()
    const count = Number(await first.locator('b').textContent())
    await first.click()
    await app.page.waitForFunction(
      (wanted) => document.querySelectorAll('.react-flow__node-card').length === wanted,
      count,
    )
    const after = await places()
    for (const [id, place] of Object.entries(after)) expect(place).toBe(before[id])
    const hung = await app.page
      .locator('.container-header b')
      .allTextContents()
      .then((texts) => texts.reduce((sum, text) => sum + Number(text.replace('+', '')), 0))
    expect(hung).toBe(all - count)
    await app.picture('lens-filtered-en')
    await first.click()
    expect(await cards()).toBe(all)
  })

  it('by any attribute, with the keyboard alone', async () => {
    const { page } = app
    const all = await cards()
    await page.getByRole('toolbar').getByRole('button', { name: 'Filter', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByPlaceholder('Search attributes').waitFor()
    await page.keyboard.type('vendor')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByPlaceholder('Search values').waitFor()
    await page.keyboard.type('microsoft')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByTestId('filter-chips').getByText('Vendor: Microsoft').waitFor()
    await app.picture('lens-filter-menu-en')
    await page.keyboard.press('Escape')
    expect(await cards()).toBeGreaterThan(0)
    expect(await cards()).toBeLessThan(all)
    await page.getByRole('button', { name: /^Remove the filter: Vendor/ }).press('Enter')
    expect(await cards()).toBe(all)
  })
})
