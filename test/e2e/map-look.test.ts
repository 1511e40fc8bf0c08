import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'
import { boxOf } from './map-kit'

// What the map looks like and how it behaves where it is easily overlooked: what steps back, what is seen from far away,
// what lies over it, where it begins.

const profile = makeProfile()
let app: RunningApp

/** Where things are on the map now, as the screen shows it. */
const view = () =>
  app.page.evaluate(() => {
    const box = document.querySelector('.react-flow__node-container')?.getBoundingClientRect()
    return [box?.left, box?.top, box?.width].map((each) => Math.round(each ?? Number.NaN))
  })
const distance = () => app.page.getByTestId('map').getAttribute('data-distance')
const announced = () => app.page.getByTestId('announced').textContent()

/** Waits until the map stands still. */
async function still(): Promise<void> {
  let before: unknown
  for (let now: unknown = await view(); JSON.stringify(now) !== JSON.stringify(before); now = await view()) {
    before = now
    await app.page.waitForTimeout(250)
  }
}

async function wholeMap(): Promise<void> {
  await app.command('fit')
  await app.page.waitForTimeout(300)
  await still()
}

/** A point on the screen where a bundle runs, clear of what lies over the map; the mouse goes there. */
async function goToBundle(): Promise<{ readonly x: number; readonly y: number }> {
  const { page } = app
  const { left, top, right, bottom } = await page.evaluate(() => {
    const { left, top, right, bottom } = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect()
    return { left, top, right, bottom }
  })
  const tip = page.getByTestId('bundle-tip')
  for (let y = top + 30; y < bottom - 160; y += 9) {
    for (let x = left + 20; x < right - 20; x += 9) {
      await page.mouse.move(x, y)
      if ((await tip.count()) > 0) return { x, y }
    }
  }
  throw new Error('No bundle under the mouse anywhere')
}

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  await app.command('theme-light')
  await app.command('language-de')
  await app.command('load-sample-de')
  await takeImport(app.page)
  await app.command('show-map')
  await settled(app.page)
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await still()
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

describe('the first sight of the sample', () => {
  it('can be read: names, rings and pins, clear of the legend', async () => {
    expect(await distance()).toBe('middle')
    const names = await app.page.evaluate(() => {
      const stage = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect()
      const legend = document.querySelector('[data-testid=legend]')?.getBoundingClientRect() ?? new DOMRect()
      const shown = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')].filter((card) => {
        const rect = card.getBoundingClientRect()
        return (
          rect.left >= stage.left && rect.right <= stage.right && rect.top >= stage.top && rect.bottom <= legend.top
        )
      })
      const zoom = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport') as Element).transform)
        .a
      const sizes = shown.map((card) =>
        Number.parseFloat(getComputedStyle(card.querySelector('[data-name]') as Element).fontSize),
      )
      return {
        count: shown.length,
        least: Math.min(...sizes) * zoom,
        pins: shown.filter((card) => /^\d$/.test(card.querySelector('[class*=pin]')?.textContent ?? '')).length,
      }
    })
    // A quarter of its tools at least, in letters of a readable size.
    expect(names.count).toBeGreaterThan(36)
    expect(names.least).toBeGreaterThan(7.4)
    expect(names.pins).toBeGreaterThan(0)
    await app.picture('look-first-de-light')
    await app.command('theme-dark')
    await app.picture('look-first-de-dark')
    await app.command('theme-light')
  })
})

describe('words for those who hear the map', () => {
  it('are in the language of the moment, also those of the library', async () => {
    const said = () =>
      app.page.evaluate(() => ({
        kinds: [
          ...new Set(
            [...document.querySelectorAll('[aria-roledescription]')].map((each) =>
              each.getAttribute('aria-roledescription'),
            ),
          ),
        ].sort(),
        hidden: [...document.querySelectorAll('[id^=react-flow__]')].map((each) => each.textContent),
        link: document.querySelectorAll('.react-flow a').length,
      }))
    const german = await said()
    expect(german.kinds).toEqual(['Abteilung', 'Tool'])
    for (const words of german.hidden) expect(words).toMatch(/^$|Pfeiltasten/)
    expect(german.link).toBe(0)
    await app.command('language-en')
    await app.page.waitForFunction(() => document.querySelector('[aria-roledescription=Department]') !== null)
    const english = await said()
    expect(english.kinds).toEqual(['Department', 'Tool'])
    for (const words of english.hidden) expect(words).toMatch(/^$|Arrow keys/)
    await app.command('language-de')
  })
})

describe('what steps back', () => {
  it('keeps its contrast at every distance, light and dark', async () => {
    const { page } = app
    await wholeMap()
    await page.locator('.react-flow').focus()
    await page.keyboard.press('Space')
    await wholeMap()
    for (const [zooms, near] of [
      [0, 'far'],
      [3, 'middle'],
      [4, 'near'],
    ] as const) {
      for (let at = 0; at < zooms; at++) {
        await app.command('zoom-in')
        await page.waitForTimeout(250)
      }
      await still()
      expect(await distance()).toBe(near)
      for (const theme of ['light', 'dark'] as const) {
        await app.command(`theme-${theme}`)
        await page.waitForTimeout(200)
        expect(await page.locator('[data-dimmed]').count()).toBeGreaterThan(0)
        await app.picture(`look-dimmed-${await distance()}-${theme}`)
        expect(await serious(page), `${await distance()} ${theme}`).toEqual([])
      }
    }
    await app.command('theme-light')
    await page.locator('.react-flow').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })
})

describe('the flows between two departments, from far away', () => {
  it('say what they are under the mouse, are selected by a click, and listed in the panel', async () => {
    const { page } = app
    await wholeMap()
    expect(await distance()).toBe('far')
    const at = await goToBundle()
    const tip = (await page.getByTestId('bundle-tip').textContent()) ?? ''
    expect(tip).toMatch(/ ↔ .+\d+ (Datenfluss|Datenflüsse)/)
    await app.picture('look-bundle-hover')
    await page.mouse.click(at.x, at.y)
    const heading = page.getByRole('heading', { name: / ↔ / })
    await heading.waitFor()
    const name = (await heading.textContent()) ?? ''
    expect(tip.startsWith(name)).toBe(true)
    expect(await announced()).toContain(name)
    const links = page.locator('aside li button')
    const count = Number(/(\d+) Datenfl/.exec(tip)?.[1])
    expect(await links.count()).toBeGreaterThan(0)
    expect(await links.count()).toBeLessThanOrEqual(count)
    expect(await page.locator('[data-bundle][data-selected]').count()).toBe(1)
    await page.mouse.move(10, 500)
    await app.picture('look-bundle-selected')
    expect(await serious(page)).toEqual([])
    await links.first().click()
    await page.getByRole('heading', { name: / (→|↔) / }).waitFor()
  })

  it('are walked through by keys, and Escape steps back to a department', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await wholeMap()
    const { x, y } = await goToBundle()
    await page.mouse.click(x, y)
    const first = await announced()
    await page.keyboard.press('.')
    await page.waitForFunction(
      (before) => document.querySelector('[data-testid=announced]')?.textContent !== before,
      first,
    )
    await page.keyboard.press(',')
    await page.waitForFunction(
      (before) => document.querySelector('[data-testid=announced]')?.textContent === before,
      first,
    )
    await page.keyboard.press('Escape')
    await page.waitForFunction(() =>
      / Tools?$/.test(document.querySelector('[data-testid=announced]')?.textContent ?? ''),
    )
    await page.keyboard.press('Escape')
  })

  it('are rows of the list, and select the same', async () => {
    const { page } = app
    await page.locator('label', { hasText: /^Liste$/ }).click()
    const list = page.getByTestId('map-list')
    await list.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: / ↔ / }).waitFor()
    const active = await list.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).textContent()).toMatch(/ ↔ .+Datenfl/)
    await page.locator('label', { hasText: /^Karte$/ }).click()
    await page.locator('.react-flow__node-container').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })
})

describe('what lies over the map', () => {
  it('comes and goes without moving it: filters, the date, what is hidden', async () => {
    const { page } = app
    await wholeMap()
    const before = await view()
    await page.getByText('Abgeschaltete Tools').click()
    await page.getByTestId('shown-bar').waitFor()
    expect(await view()).toEqual(before)
    await page.getByTestId('time').click()
    await page.locator('input[type=range]').waitFor()
    expect(await view()).toEqual(before)
    await page.waitForTimeout(300)
    expect(await view()).toEqual(before)
    expect(await serious(page)).toEqual([])
    await app.picture('look-bar-1440')
    await page.getByTestId('time').click()
    await page.getByText('Abgeschaltete Tools').click()
    await page.getByTestId('shown-bar').waitFor({ state: 'detached' })
    expect(await view()).toEqual(before)
  })

  it('stands still too when the tools above it take another row', async () => {
    await resize(app, 1024, 700)
    await wholeMap()
    const top = await boxOf(app, '.react-flow')
    const before = await view()
    await resize(app, 1440, 700)
    await app.page.waitForTimeout(400)
    expect((await boxOf(app, '.react-flow')).y).toBeLessThan(top.y)
    expect((await view())[1]).toBe(before[1])
    await resize(app, 1440, 900)
  })
})

describe('editing', () => {
  const undo = async () => {
    await app.command('undo')
    await settled(app.page)
  }

  it('deletes a selected department, says what hung on it, and undo brings it back', async () => {
    const { page } = app
    await wholeMap()
    const count = () => page.locator('.react-flow__node-container').count()
    const before = await count()
    const header = page.locator('.react-flow__node-container:not([data-id^=_]) .container-header').last()
    await header.click({ position: { x: 4, y: 3 } })
    await page.keyboard.press('Delete')
    await page
      .getByText(/gelöscht\..*(ohne Abteilung|Nutzung)/)
      .first()
      .waitFor()
    await settled(page)
    await page.waitForFunction((all) => document.querySelectorAll('.react-flow__node-container').length < all, before)
    await undo()
    await page.waitForFunction((all) => document.querySelectorAll('.react-flow__node-container').length === all, before)
  })

  it('makes a card that is dropped on the company-wide box everybody’s, and undo takes it back', async () => {
    const { page } = app
    const list = join(profile.folder, 'alle.csv')
    writeFileSync(
      list,
      'Anwendung;Mitnutzende Bereiche\nGemeinsames Archiv;Einkauf, Logistik, Personal, Produktion\nFirmenwiki;Einkauf, Logistik, Personal, Konstruktion\n',
    )
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, list)
    await app.command('import')
    await takeImport(page)
    await app.command('show-map')
    await settled(page)
    await wholeMap()
    await page.locator('[data-id=_company]').waitFor()
    const { from, id } = await page.evaluate(() => {
      const box = document.querySelector('[data-id=_company]')?.getBoundingClientRect() ?? new DOMRect()
      const card = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')].find((each) =>
        each.textContent?.startsWith('proALPHA ERP'),
      )
      const rect = card?.getBoundingClientRect() ?? new DOMRect()
      return {
        id: card?.dataset.id ?? '',
        from: { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2, toX: box.left + 6, toY: box.top + 6 },
      }
    })
    const parent = () =>
      page.evaluate((card) => {
        const rect = document.querySelector(`[data-id="${card}"]`)?.getBoundingClientRect() ?? new DOMRect()
        const box = document.querySelector('[data-id=_company]')?.getBoundingClientRect() ?? new DOMRect()
        return rect.left >= box.left && rect.right <= box.right && rect.top >= box.top && rect.bottom <= box.bottom
      }, id)
    expect(await parent()).toBe(false)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + from.toX) / 2, (from.y + from.toY) / 2, { steps: 4 })
    await page.mouse.move(from.toX, from.toY, { steps: 6 })
    await page.getByTestId('drop-hint').waitFor()
    await page.mouse.up()
    await page.getByText('gehört jetzt dem ganzen Unternehmen').first().waitFor()
    await settled(page)
    await still()
    expect(await parent()).toBe(true)
    await app.picture('look-company-wide')
    await undo()
    await still()
    expect(await parent()).toBe(false)
  })
})
