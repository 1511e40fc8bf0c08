import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, settled, startApp } from './app'
import { serious } from './axe'
import { boxOf, openSampleMap, placesOf } from './map-kit'

// Editing on the map with the mouse and by keys.

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
const undo = async () => {
  await app.command('undo')
  await settled(app.page)
  await app.page.waitForTimeout(200)
}
const box = (selector: string) => boxOf(app, selector)
const cardIds = () =>
  app.page.locator('.react-flow__node-card').evaluateAll((cards) => cards.map((card) => card.dataset.id ?? ''))
const card = (id: string) => `.react-flow__node-card[data-id="${id}"]`
const announced = () => app.page.getByTestId('announced').innerText()
const lines = () => app.page.locator('g[data-id]').count()
/** Brings a card near and into the middle by the keys alone. */
async function goTo(id: string): Promise<void> {
  await app.page.locator(card(id)).click({ position: { x: 30, y: 6 }, force: true })
  await app.page.locator('.react-flow').focus()
  await app.page.waitForTimeout(100)
}
async function zoomIn(): Promise<void> {
  await app.page.locator('.react-flow').focus()
  for (let at = 0; at < 3; at++) {
    await app.page.keyboard.press('+')
    await app.page.waitForTimeout(250)
  }
}

describe('by keys', () => {
  it('is one stop for the Tab key, and arrows walk from card to card', async () => {
    const { page } = app
    await page.locator('.react-flow').focus()
    await page.keyboard.press('ArrowRight')
    const first = await page.locator('[data-selected]').count()
    expect(first).toBeGreaterThan(0)
    const heard = new Set([await announced()])
    for (const key of [
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowRight',
      'Control+ArrowDown',
      'Control+ArrowRight',
    ]) {
      await page.keyboard.press(key)
      await page.waitForTimeout(60)
      heard.add(await announced())
    }
    expect(heard.size).toBeGreaterThan(3)
    expect([...heard].every((text) => /data flow/.test(text))).toBe(true)
    const stops = await page.locator('[data-testid=map] [tabindex="0"]').count()
    expect(stops).toBe(1)
  })

  it('goes through the lines of a card, and Escape steps back to nothing', async () => {
    const { page } = app
    const joined = await page.locator('g[data-id]').first().getAttribute('data-id')
    await goTo(joined?.split('|')[0] ?? '')
    await page.keyboard.press('.')
    expect(await announced()).toMatch(/[→↔]/)
    await page.keyboard.press('Escape')
    const inside = await page.locator('aside h2').innerText()
    await page.keyboard.press('Enter')
    await page.getByTestId('detail').waitFor()
    expect(await page.getByTestId('detail').getByRole('heading').first().innerText()).toBe(inside)
    await page.keyboard.press('Escape')
    await page.getByTestId('detail').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.locator('[data-selected]').count()).toBe(0)
    expect(await announced()).toBe('')
  })

  it('selects several with Shift and the arrows, and takes one out with Space', async () => {
    const { page } = app
    const bar = page.getByTestId('selection-bar')
    await page.locator('.react-flow').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Control+ArrowDown')
    await bar.getByText('2 tools selected').waitFor()
    expect(await announced()).toContain('2 tools selected')
    await page.keyboard.press('Space')
    await bar.getByText('1 tool selected').waitFor()
    for (let at = 0; at < 3; at++) await page.keyboard.press('Escape')
    expect(await bar.count()).toBe(0)
    expect(await announced()).toBe('')
  })

  it('zooms with plus, minus and zero', async () => {
    const { page } = app
    const transform = () =>
      page.locator('.react-flow__viewport').evaluate((each) => (each as HTMLElement).style.transform)
    await page.locator('.react-flow').focus()
    await page.keyboard.press('0')
    await page.waitForTimeout(300)
    const whole = await transform()
    await page.keyboard.press('+')
    await page.waitForTimeout(300)
    expect(await transform()).not.toBe(whole)
    await page.keyboard.press('0')
    await page.waitForTimeout(300)
    expect(await transform()).toBe(whole)
    await app.command('zoom-in')
    await page.waitForTimeout(300)
    expect(await transform()).not.toBe(whole)
  })
})

describe('with the mouse', () => {
  /** Two cards beside each other on the screen that have no flow with each other. */
  async function strangers(): Promise<readonly [string, string]> {
    return app.page.evaluate(() => {
      const joined = new Set([...document.querySelectorAll<HTMLElement>('g[data-id]')].map((line) => line.dataset.id))
      const shown = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')]
        .map((element) => ({ id: element.dataset.id ?? '', rect: element.getBoundingClientRect() }))
        .filter(({ rect }) => rect.left > 260 && rect.right < 1040 && rect.top > 330 && rect.bottom < 640)
      for (const a of shown) {
        for (const b of shown) {
          if (a.id < b.id && !joined.has(`${a.id}|${b.id}`)) return [a.id, b.id] as const
        }
      }
      throw new Error('Every card is joined to every other one')
    })
  }

  it('draws a data flow from card to card; undo takes it back; Escape ends it without one', async () => {
    const { page } = app
    await zoomIn()
    const before = await lines()
    const [from, to] = await strangers()
    const a = await box(card(from))
    const b = await box(card(to))
    const drag = async () => {
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
      const handle = await box('[data-testid=link-handle]')
      await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
      await page.mouse.down()
      await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 6 })
    }
    await drag()
    await app.picture('edit-drawing-light')
    await page.mouse.up()
    await settled(page)
    await page.locator(`g[data-id="${from < to ? `${from}|${to}` : `${to}|${from}`}"]`).waitFor({ state: 'attached' })
    expect(await lines()).toBe(before + 1)
    await undo()
    expect(await lines()).toBe(before)
    await drag()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await settled(page)
    expect(await lines()).toBe(before)
  })

  it('gives a card that is dropped on another department to it, moves nothing else, and undo brings it back', async () => {
    const { page } = app
    await app.command('fit')
    await page.waitForTimeout(400)
    const before = await places()
    const { from, home, target, at } = await page.evaluate(() => {
      const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')]
      const boxes = [...document.querySelectorAll<HTMLElement>('.react-flow__node-container')]
      const holds = (outer: DOMRect, inner: DOMRect) =>
        outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
      const homes = new Map<HTMLElement, HTMLElement>()
      for (const each of cards) {
        const around = boxes.filter((one) => holds(one.getBoundingClientRect(), each.getBoundingClientRect()))
        const home = around.sort((a, b) => a.offsetWidth * a.offsetHeight - b.offsetWidth * b.offsetHeight)[0]
        if (home !== undefined) homes.set(each, home)
      }
      // A free place within another department: a grid's last row is rarely full.
      for (const box of boxes) {
        if (box.dataset.id?.startsWith('_') || [...(box.dataset.id ?? '')].length === 0) continue
        const rect = box.getBoundingClientRect()
        if (boxes.some((other) => other !== box && holds(rect, other.getBoundingClientRect()))) continue
        const own = cards.filter((each) => homes.get(each) === box)
        const one = own[0]?.getBoundingClientRect()
        if (one === undefined || own.length < 2) continue
        const place = { x: rect.right - one.width * 0.7, y: rect.bottom - one.height * 0.7 }
        const taken = own.some((each) => {
          const there = each.getBoundingClientRect()
          return there.right > rect.right - one.width * 1.2 && there.bottom > rect.bottom - one.height * 1.4
        })
        const lone = cards.find(
          (each) => homes.get(each) !== box && cards.filter((other) => homes.get(other) === homes.get(each)).length > 2,
        )
        if (taken || lone === undefined) continue
        const start = lone.getBoundingClientRect()
        return {
          from: lone.dataset.id ?? '',
          home: homes.get(lone)?.dataset.id ?? '',
          target: box.dataset.id ?? '',
          at: { x: start.left + start.width / 2, y: start.top + start.height / 2, toX: place.x, toY: place.y },
        }
      }
      throw new Error('No department with a free place')
    })
    const drag = async () => {
      await page.mouse.move(at.x, at.y)
      await page.mouse.down()
      await page.mouse.move((at.x + at.toX) / 2, (at.y + at.toY) / 2, { steps: 4 })
      await page.mouse.move(at.toX, at.toY, { steps: 6 })
      await page.getByTestId('drop-hint').waitFor()
    }
    await drag()
    await app.picture('edit-dropping-light')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await settled(page)
    expect(await places()).toEqual(before)
    await drag()
    await page.mouse.up()
    await settled(page)
    await page.waitForTimeout(400)
    const after = await places()
    expect(after[from]).not.toBe(before[from])
    const others = Object.keys(before).filter((id) => id !== from)
    expect(home).not.toBe(target)
    expect(Object.fromEntries(others.map((id) => [id, after[id]]))).toEqual(
      Object.fromEntries(others.map((id) => [id, before[id]])),
    )
    await app.picture('edit-dropped-light')
    await undo()
    expect(await places()).toEqual(before)
  })

  it('renames a card in place: F2 and double click, Enter writes, Escape does not', async () => {
    const { page } = app
    const [id = ''] = await cardIds()
    await goTo(id)
    const name = await page.locator('aside h2').innerText()
    await page.keyboard.press('F2')
    await page.getByTestId('rename').locator('input').fill('Renamed & “quoted” <b>')
    await app.picture('edit-rename-light')
    await page.keyboard.press('Enter')
    await settled(page)
    expect(await page.locator('aside h2').innerText()).toBe('Renamed & “quoted” <b>')
    await page.keyboard.press('F2')
    await page.getByTestId('rename').locator('input').fill('never')
    await page.keyboard.press('Escape')
    expect(await page.locator('aside h2').innerText()).toBe('Renamed & “quoted” <b>')
    await undo()
    expect(await page.locator('aside h2').innerText()).toBe(name)
    await page.locator(`${card(id)} [data-name]`).dblclick()
    expect(await page.getByTestId('rename').locator('input').inputValue()).toBe(name)
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('rename').count()).toBe(0)
  })

  it('deletes with the key, says what went with it, and undo brings everything back where it was', async () => {
    const { page } = app
    const before = await places()
    const flows = await lines()
    const joined = await page.locator('g[data-id]').first().getAttribute('data-id')
    await goTo(joined?.split('|')[0] ?? '')
    await page.keyboard.press('Delete')
    await page.getByText(/data flows? deleted/).waitFor()
    await settled(page)
    expect(await lines()).toBeLessThan(flows)
    await undo()
    expect(await lines()).toBe(flows)
    expect(await places()).toEqual(before)
  })

  it('selects several with Shift and with a rubber band, moves and aligns them in one step each', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await app.command('fit')
    await page.waitForTimeout(400)
    const before = await places()
    const [id = ''] = await cardIds()
    await goTo(id)
    await page.keyboard.press('Control+a')
    const bar = page.getByTestId('selection-bar')
    const together = Number((await bar.getByRole('status').innerText()).match(/\d+/)?.[0])
    expect(together).toBeGreaterThan(1)
    expect(together).toBeLessThan((await cardIds()).length)
    await app.picture('edit-several-light')
    expect(await serious(page)).toEqual([])
    await bar.getByRole('button', { name: 'Align left edges' }).click()
    await settled(page)
    await page.waitForTimeout(300)
    expect(await places()).not.toEqual(before)
    await undo()
    expect(await places()).toEqual(before)
    await page.keyboard.press('Escape')
    expect(await bar.count()).toBe(0)
    const pane = await box('[data-testid=map]')
    await page.keyboard.down('Shift')
    await page.mouse.move(pane.x + 6, pane.y + 6)
    await page.mouse.down()
    await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2, { steps: 5 })
    await app.picture('edit-rubber-band-light')
    await page.mouse.up()
    await page.keyboard.up('Shift')
    expect(Number((await bar.getByRole('status').innerText()).match(/\d+/)?.[0])).toBeGreaterThan(2)
    await page.keyboard.press('Escape')
    expect(await bar.count()).toBe(0)
    expect(await places()).toEqual(before)
  })
})
