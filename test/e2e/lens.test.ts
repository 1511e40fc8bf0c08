import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'

// How the map is looked at: colours, sizes, filters, legend, views, presentation, time.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  await app.command('load-sample-de')
  await takeImport(app.page)
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
    await app.command('fit')
    await app.page.waitForTimeout(400)
    const all = await cards()
    for (const attribute of ['Department', 'Status', 'Criticality', 'Fit (TIME)', 'Cost per year', 'Users', 'AI']) {
      await pick(/^Colour/, attribute)
      const sum = (await counts()).reduce((total, count) => total + count, 0)
      expect(sum, attribute).toBe(all)
    }
    await pick(/^Colour/, 'Contract end')
    await pick(/^Size/, 'Users')
    await app.picture('lens-contract-users-en')
    expect(await serious(app.page)).toEqual([])
    await app.page.mouse.move(640, 620)
    for (let step = 0; step < 4; step++) await app.page.mouse.wheel(0, -300)
    await app.page.waitForTimeout(500)
    await app.picture('lens-near-en')
    await app.command('fit')
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
      .locator('[data-level="0"] > .container-header b')
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
    expect(await serious(app.page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await cards()).toBeGreaterThan(0)
    expect(await cards()).toBeLessThan(all)
    await page.getByRole('button', { name: /^Remove the filter: Vendor/ }).press('Enter')
    expect(await cards()).toBe(all)
  })
})

describe('saved views', () => {
  /** Saves how the map looks now, by the command. */
  async function save(name: string, note: string): Promise<void> {
    await app.command('save-view')
    await app.page.getByLabel('Title').fill(name)
    await app.page.getByLabel('Note').fill(note)
    await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
    await app.page.getByTestId('views').getByText(`View: ${name}`).waitFor()
  }
  const zoom = () =>
    app.page.locator('.react-flow__viewport').evaluate((element) => (element as HTMLElement).style.transform)

  it('keep colours, filters and the part of the map that is on the screen', async () => {
    const { page } = app
    await pick(/^Colour/, 'Contract end')
    await legend().first().click()
    const [shown, transform] = [await cards(), await zoom()]
    await save('What ends first', 'Three contracts have run out already.')
    await legend().first().click()
    await pick(/^Colour/, 'Department')
    await page.locator('.react-flow__pane').hover({ position: { x: 300, y: 200 } })
    await page.mouse.wheel(0, -600)
    await page.waitForTimeout(300)
    expect(await zoom()).not.toBe(transform)
    await save('Who has what', '')
    await page.getByTestId('views').click()
    await page.locator('[data-view]', { hasText: 'What ends first' }).click()
    await page.waitForTimeout(500)
    expect(await cards()).toBe(shown)
    await page.getByRole('toolbar').getByRole('button', { name: 'Colour: Contract end' }).waitFor()
    const [now, then] = [await zoom(), transform].map((text) => (text.match(/-?[\d.]+/g) ?? []).map(Number))
    for (const [index, value] of (then ?? []).entries()) expect(now?.[index]).toBeCloseTo(value, -1)
  })

  it('are reordered with the keyboard, deleted and brought back', async () => {
    const { page } = app
    const order = () =>
      page.locator('[data-view]').evaluateAll((all) => all.map((each) => each.firstChild?.textContent))
    await page.getByTestId('views').click()
    expect(await order()).toEqual(['What ends first', 'Who has what'])
    await page.locator('[data-view]', { hasText: 'Who has what' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    expect(await order()).toEqual(['Who has what', 'What ends first'])
    await app.picture('lens-views-en')
    expect(await serious(app.page)).toEqual([])
    await page.getByRole('button', { name: 'Delete “Who has what”' }).click()
    expect(await order()).toEqual(['What ends first'])
    await app.command('undo')
    await app.command('undo')
    await page.waitForFunction(
      () => document.querySelectorAll('[data-view]')[1]?.firstChild?.textContent === 'Who has what',
    )
    expect(await order()).toEqual(['What ends first', 'Who has what'])
    await page.keyboard.press('Escape')
    await settled(page)
  })

  it('are presented full-screen, walked through with keys, and left with Escape as before', async () => {
    const { page } = app
    await pick(/^Colour/, 'AI')
    const before = await cards()
    await app.command('present-views')
    const caption = page.getByTestId('caption')
    await caption.getByText('1 of 2').waitFor()
    await page.waitForTimeout(700)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await caption.getByRole('heading').textContent()).toBe('What ends first')
    await app.picture('lens-presentation-en')
    expect(await serious(app.page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await caption.getByText('2 of 2').waitFor()
    await page.keyboard.press('Space')
    await caption.getByText('2 of 2').waitFor()
    await page.keyboard.press('PageUp')
    await caption.getByText('1 of 2').waitFor()
    await page.keyboard.press('Escape')
    await caption.waitFor({ state: 'detached' })
    await page.waitForTimeout(400)
    expect(await page.evaluate(() => document.fullscreenElement)).toBe(null)
    await page.getByRole('toolbar').getByRole('button', { name: 'Colour: AI' }).waitFor()
    expect(await cards()).toBe(before)
  })
})

describe('the landscape at a date', () => {
  it('goes by the months with the arrow keys, says what comes and goes, and moves nothing', async () => {
    const { page } = app
    await page.getByRole('button', { name: /^Remove the filter/ }).click()
    await app.command('fit')
    await page.waitForTimeout(300)
    const before = await places()
    await page.getByTestId('time').click()
    const slider = page.getByRole('slider', { name: 'The landscape on' })
    await slider.waitFor()
    expect(await page.getByTestId('time-change').textContent()).toBe('+0 −0 against today')
    await slider.focus()
    await page.keyboard.press('End')
    const [, arrived, gone] = /\+(\d+) −(\d+)/.exec((await page.getByTestId('time-change').textContent()) ?? '') ?? []
    expect(Number(gone)).toBeGreaterThan(0)
    await page.locator('[data-gone]').first().waitFor()
    expect(await page.locator('[data-gone]').count()).toBe(Number(gone))
    expect(await page.locator('[data-arrived]').count()).toBe(Number(arrived))
    for (const [id, place] of Object.entries(await places())) expect(place).toBe(before[id])
    await app.picture('lens-time-en')
    expect(await serious(app.page)).toEqual([])
    await app.command('language-de')
    await app.command('theme-dark')
    await resize(app, 1024, 700)
    await page.waitForTimeout(300)
    await app.picture('lens-time-dark-de-1024')
    expect(await serious(app.page)).toEqual([])
    await app.command('language-en')
    await app.command('theme-light')
    await resize(app, 1440, 900)
    await page.getByTestId('time').click()
    await slider.waitFor({ state: 'detached' })
    await app.command('fit')
    await page.waitForTimeout(300)
    expect(await cards()).toBe(Object.keys(before).length)
  })
})
