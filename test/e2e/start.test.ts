import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { measureLandscape } from '../../shared/analysis/scenario/measure-landscape'
import type { Bridge } from '../../shared/bridge'
import { applyChange } from '../../shared/inventory/change'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'
import { readChange, readSnapshot } from '../../shared/inventory/validate'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport, takeWhatIsNew } from './app'
import { serious } from './axe'

// Where to start, and before and after: weights, verdicts, scenarios and pilots on the sample company.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  await app.command('load-sample-de')
  await takeImport(app.page)
  await app.command('show-start')
  await app.page.getByTestId('bundle').first().waitFor()
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

/** The whole ranking as it is shown: the keys of the bundles from the top. */
async function order(): Promise<readonly string[]> {
  await settled(app.page)
  const more = app.page.getByRole('button', { name: 'show more' })
  while (await more.isVisible()) await more.click()
  return app.page.getByTestId('bundle').evaluateAll((cards) => cards.map((card) => card.dataset.key ?? ''))
}

/** The inventory as it lies on disk, read by another way than the screens read it. */
async function onDisk(): Promise<Inventory> {
  await settled(app.page)
  const { snapshot, lines } = await app.page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: Bridge }
    const { workspaces } = await bridge.listWorkspaces()
    return bridge.journalRead(workspaces[0]?.id ?? '')
  })
  const read = snapshot === undefined ? undefined : readSnapshot(snapshot.text)
  let inventory = read?.ok ? read.value.inventory : EMPTY_INVENTORY
  for (const { text } of lines) {
    const change = readChange(text)
    if (change === undefined) throw new Error('A line of the journal is no Change')
    inventory = applyChange(inventory, change.rows)
  }
  return inventory
}

/** Counted here, without the app's own measure. */
function counted({ tools, flows }: Inventory): Record<string, number> {
  const inUse = [...tools.values()].filter(({ status }) => status !== 'retired')
  const ids = new Set(inUse.map(({ id }) => id))
  const living = [...flows.values()].filter(
    ({ status, source, target }) => status !== 'retired' && ids.has(source) && ids.has(target),
  )
  return {
    tools: inUse.length,
    flows: living.length,
    flowsByHand: living.filter(({ method }) => method === 'by-hand').length,
    personalDataUnclassed: inUse.filter((tool) => tool.personalData === 'yes' && tool.dataClass === undefined).length,
    aiUnknown: inUse.filter(({ ai }) => ai === undefined || ai === 'unknown').length,
  }
}

/** The figures of the table, by code: today's column or that of the chosen scenario. */
async function shown(column: 'today' | 'after'): Promise<Record<string, string>> {
  await settled(app.page)
  return app.page.getByTestId('figures').evaluate(
    (table, at) => {
      const rows = [...table.querySelectorAll<HTMLElement>('[data-figure]')]
      return Object.fromEntries(
        rows.map((row) => [row.dataset.figure ?? '', row.children[at]?.querySelector('span')?.textContent ?? '']),
      )
    },
    column === 'today' ? 1 : 2,
  )
}

const inEnglish = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const tab = (name: string) => app.page.getByRole('tab', { name, exact: true }).click()
const field = (name: string) => app.page.getByTestId('pilot').getByRole('textbox', { name, exact: true })
async function say(name: string, text: string): Promise<void> {
  await field(name).fill(text)
  await field(name).press('Enter')
}

describe('where to start', () => {
  it('changes order and sentence with a weight, and undo brings both back', async () => {
    const { page } = app
    const before = await order()
    const why = await page.getByTestId('why').innerText()
    expect(why).toMatch(/^Place 1 of \d+: lever/)
    await page.getByRole('button', { name: 'Weights…' }).click()
    for (const code of ['departments-joined', 'users-joined', 'tools-replaced'] as const) {
      await page.locator(`[data-weight=${code}]`).fill('0')
      await page.waitForTimeout(400)
    }
    const after = await order()
    expect(after).not.toEqual(before)
    expect([...after].sort()).toEqual([...before].sort())
    expect(await page.getByTestId('why').innerText()).not.toBe(why)
    for (let times = 0; times < 3; times++) {
      await app.command('undo')
      await settled(page)
    }
    expect(await order()).toEqual(before)
    expect(await page.getByTestId('why').innerText()).toBe(why)
    // By the keyboard: an arrow is one point, steps that follow each other are one Change.
    const slider = page.locator('[data-weight=cost-freed]')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByText('1 weight is yours').waitFor()
    expect(await slider.inputValue()).toBe('24')
    await page.getByRole('button', { name: 'Back to the published weights' }).click()
    await settled(page)
    expect(await order()).toEqual(before)
    await page.getByRole('button', { name: 'Weights…' }).click()
  })

  it('opens a term down to the tools and the rows they came from', async () => {
    const { page } = app
    await page.locator('[data-term=cost-freed] button').click()
    const rows = page.getByTestId('rows')
    expect(await rows.innerText()).toMatch(/points = [\d.,]+ × [\d.,]+ \/ \([\d.,]+ \+ [\d.,]+\)/)
    expect(await rows.innerText()).toMatch(/anwendungen\.csv, row \d+/)
    const name = await rows.getByRole('listitem').first().getByRole('button').innerText()
    await rows.getByRole('listitem').first().getByRole('button').click()
    await page.getByRole('heading', { name, exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('why').waitFor()
  })

  it('shows the same bundles as a picture, each point with its numbers', async () => {
    const { page } = app
    const [, second] = await order()
    const card = page.getByTestId('bundle').nth(1)
    const name = await card.locator('strong').first().innerText()
    await page.getByText('Lever × effort', { exact: true }).click()
    const point = page.locator(`[data-point="${second}"]`)
    expect(await point.getAttribute('aria-label')).toContain(`Place 2: ${name}`)
    await point.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name, exact: true }).waitFor()
    expect(await page.getByTestId('why').innerText()).toMatch(/^Place 2 of/)
    await page.getByText('Platform areas', { exact: true }).click()
    expect(await page.getByTestId('area').count()).toBe(3)
    await page.getByText('Ranking', { exact: true }).click()
  })

  it('takes a justified group out of the ranking, keeps the verdict through an import, and takes it back', async () => {
    const { page } = app
    const before = await order()
    const key = before[0] ?? ''
    await page.getByText('Overlaps', { exact: true }).click()
    const group = page.locator(`[data-group="function:${key}"]`)
    await group.locator('[data-judge=justified]').click()
    await page.keyboard.press('Enter')
    await group.getByText('Say why.').waitFor()
    await page.keyboard.type('Two sites, two laws')
    await page.keyboard.press('Enter')
    await page.getByTestId('verdict').waitFor()
    await page.getByText('Ranking', { exact: true }).click()
    await page.waitForFunction((gone) => document.querySelector(`[data-key="${gone}"]`) === null, key)
    expect(await order()).toEqual(before.filter((each) => each !== key))

    await app.command('load-sample-de')
    await page.getByText('anwendungen.csv').first().waitFor()
    await takeWhatIsNew(page)
    await app.command('show-start')
    expect(await order()).toEqual(before.filter((each) => each !== key))
    await page.getByText('Overlaps', { exact: true }).click()
    expect(await page.getByTestId('verdict').getByRole('textbox').inputValue()).toBe('Two sites, two laws')
    await page.getByTestId('verdict').getByRole('button').click()
    await page.getByText('Nothing decided yet.').waitFor()
    await page.getByText('Ranking', { exact: true }).click()
    await page.locator(`[data-key="${key}"]`).waitFor()
    expect(await order()).toEqual(before)
  })
})

describe('before and after', () => {
  let before: Inventory

  it('shows the figures of the inventory as it is and as it would be', async () => {
    const { page } = app
    before = await onDisk()
    await app.command('show-scenarios')
    await page.getByText('A scenario takes one or more bundles', { exact: false }).waitFor()
    expect(await serious(app.page)).toEqual([])
    await app.command('show-start')
    await page.getByTestId('target').getByRole('button', { name: 'Make a scenario of it' }).click()
    await page.getByTestId('taken').waitFor()
    const cost = page.getByTestId('taken').getByRole('textbox', { name: 'One-off cost' })
    await cost.fill('20,000 EUR')
    await cost.press('Enter')
    await tab('Before and after')
    const today = await shown('today')
    expect(today).toMatchObject(words(counted(before)))
    const { hours, risks } = measureLandscape(before)
    expect(today.hours).toBe(inEnglish.format(hours.expected))
    expect(today.withoutOwner).toBe(String(risks.withoutOwner))
    const after = await shown('after')
    expect(Number(after.tools)).toBeLessThan(Number(today.tools))
    expect(after.oneOff).toContain('20,000')
    expect(after.breakEven).toMatch(/month|never/)
    expect((await onDisk()).tools).toEqual(before.tools)
  })

  it('puts a second scenario beside it', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Duplicate' }).click()
    await page.getByRole('checkbox').first().check()
    await page.getByTestId('figures').locator('thead th').nth(2).waitFor()
    expect(await page.getByTestId('figures').locator('thead th').count()).toBe(3)
    await page.getByTestId('figures').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.locator('[data-testid=scenario]').nth(1).waitFor({ state: 'detached' })
  })

  it('draws the map afterwards with what went', async () => {
    const { page } = app
    await tab('Map afterwards')
    const image = page.getByTestId('after-map')
    await image.waitFor()
    const size = await image.evaluate(async (element) => {
      const picture = element as HTMLImageElement
      await picture.decode()
      return picture.naturalWidth
    })
    expect(size).toBeGreaterThan(1_000)
    await page.getByRole('button', { name: 'Larger' }).click()
    await page.getByRole('button', { name: 'Whole map' }).click()
    await app.picture('scenario-map-en')
  })

  it('keeps a pilot from starting until its criterion is said, and from scaling until it is reached', async () => {
    const { page } = app
    await tab('Pilot')
    const status = (name: string) => page.locator(`button[data-status=${name}]`)
    expect(await status('pilot').isDisabled()).toBe(true)
    await say('What is measured', 'Hours a month spent copying orders')
    await say('Unit', 'h')
    await say('Value today', '40')
    await say('Until', '30/06/2027')
    await say('Scaled up when', 'Two departments work without the old tool')
    await say('Stopped when', 'More hours than today after three months')
    await say('Who answers for it', 'Kim Example')
    expect(await page.locator('[data-gaps=pilot] li').allInnerTexts()).toEqual([
      'name a success criterion with its number',
    ])
    expect(await status('pilot').isDisabled()).toBe(true)
    await say('Success criterion', '10')
    await status('pilot').click()
    await page.locator('[data-testid=pilot][data-status=pilot]').waitFor()
    expect(await status('scaled').isDisabled()).toBe(true)
    await say('Measured in the pilot', '12.5')
    await page.getByText('The criterion is missed.').waitFor()
    expect(await status('scaled').isDisabled()).toBe(true)
    await say('Measured in the pilot', '9.5')
    await status('scaled').click()
    await page.locator('[data-testid=pilot][data-status=scaled]').waitFor()
    const target = `${profile.folder}/pilot.html`
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await page.getByRole('button', { name: 'Save the card to print…' }).click()
    await page.getByText('Saved as', { exact: false }).first().waitFor()
    const html = readFileSync(target, 'utf8')
    expect(html).toContain('<dd>at most 10 h</dd>')
    expect(html).toContain('<dd>9.5 h</dd>')
    expect(await pagesOf(html)).toBe(1)
    // However much somebody writes, it stays one page.
    expect(
      await pagesOf(html.replaceAll(/<dd>[^<]*</g, `<dd>${'A long sentence about the pilot. '.repeat(60)}<`)),
    ).toBe(1)
  })

  it('carries it out as one change, to what was shown, and takes it back', async () => {
    const { page } = app
    await tab('Before and after')
    const planned = await shown('after')
    const unmade = await onDisk()
    await page.getByTestId('carry-out').click()
    await page.getByTestId('carried-out').waitFor()
    const after = await onDisk()
    expect(words(counted(after))).toEqual(pick(planned, Object.keys(counted(after))))
    expect(planned.hours).toBe(inEnglish.format(measureLandscape(after).hours.expected))
    await app.command('undo')
    await page.getByTestId('carried-out').waitFor({ state: 'detached' })
    const back = await onDisk()
    for (const table of ['tools', 'flows', 'usages', 'scenarios'] as const) {
      expect(new Map(back[table] as ReadonlyMap<string, unknown>)).toEqual(unmade[table])
    }
    expect(await shown('after')).toEqual(planned)
  })

  it('is in the history, in words', async () => {
    const { page } = app
    await app.command('show-history')
    const history = page.locator('main')
    await history.getByText('carried out', { exact: false }).first().waitFor()
    const text = await history.innerText()
    expect(text).toMatch(/Pilot of .+: Scaled/)
    expect(text).toMatch(/Pilot of .+: Success criterion/)
    expect(text).toMatch(/Verdict on \d+ tools: justified/)
    await history.getByText('Published weights again').hover()
    await page.mouse.wheel(0, 600)
    await history.getByText('Weight of “Cost per year freed”: 24').first().waitFor()
    expect(text).not.toMatch(/\{\{|\$t|[a-z]+:[a-z]+\.[a-z]/)
  })
})

/** On how many sheets of A4 a page prints. */
async function pagesOf(html: string): Promise<number> {
  const pdf = await app.electron.evaluate(async ({ BrowserWindow }, text) => {
    const sheet = new BrowserWindow({ show: false, webPreferences: { partition: 'print' } })
    try {
      await sheet.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(text)}`)
      return (await sheet.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true })).toString('latin1')
    } finally {
      sheet.destroy()
    }
  }, html)
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

function words(numbers: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([code, value]) => [code, inEnglish.format(value)]))
}

function pick(all: Record<string, string>, codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, all[code] ?? '']))
}

/** The views of the two screens: each by how it is reached, the same in both languages. */
const VIEWS = {
  list: async () => app.page.locator('.mantine-SegmentedControl-label').nth(0).click(),
  picture: async () => app.page.locator('.mantine-SegmentedControl-label').nth(1).click(),
  areas: async () => app.page.locator('.mantine-SegmentedControl-label').nth(2).click(),
  overlaps: async () => app.page.locator('.mantine-SegmentedControl-label').nth(3).click(),
  weights: async () => {
    await app.page.locator('.mantine-SegmentedControl-label').nth(0).click()
    await app.page.locator('main header button[aria-expanded]').click()
    await app.page.getByTestId('weights').waitFor()
    await app.page.getByTestId('weights').scrollIntoViewIfNeeded()
  },
  plan: async () => app.page.getByRole('tab').nth(0).click(),
  compare: async () => app.page.getByRole('tab').nth(1).click(),
  map: async () => {
    await app.page.getByRole('tab').nth(2).click()
    await app.page.getByTestId('after-map').waitFor()
  },
  pilot: async () => app.page.getByRole('tab').nth(3).click(),
} as const
const OF_START: readonly string[] = ['list', 'picture', 'areas', 'overlaps', 'weights']

describe('both screens, seen', () => {
  for (const [theme, language, width, height] of [
    ['light', 'de', 1024, 700],
    ['light', 'en', 1440, 900],
    ['dark', 'de', 1440, 900],
    ['dark', 'en', 1024, 700],
  ] as const) {
    it(`nothing serious for axe: ${theme}, ${language}, ${width}`, async () => {
      const { page } = app
      await app.command(`theme-${theme}`)
      await app.command(`language-${language}`)
      await resize(app, width, height)
      for (const [name, show] of Object.entries(VIEWS)) {
        await app.command(OF_START.includes(name) ? 'show-start' : 'show-scenarios')
        await page.waitForTimeout(150)
        await show()
        await settled(page)
        await page.waitForTimeout(300)
        await app.picture(`start-${name}-${theme}-${language}-${width}`)
        expect(await serious(app.page), name).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(wide, `${name} runs over the window`).toBe(false)
      }
    })
  }
})
