import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyNear } from '../bench/map-moves'
import { generateLists } from '../bench/rows'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { drawnSince, installReactWatch } from './react-watch'

// What makes a large map fast, counted and never timed: it holds on any machine.

let profile: ReturnType<typeof makeProfile>
let app: RunningApp

beforeAll(async () => {
  profile = makeProfile()
  app = await startApp(profile.folder)
  const { page } = app
  await resize(app, 1440, 900)
  const { tools, flows } = generateLists({ rows: 1_000, seed: 3, flows: true, lean: true })
  await page.evaluate(
    (texts) => {
      const transfer = new DataTransfer()
      for (const [name, text] of texts) transfer.items.add(new File([text], name))
      const target = document.querySelector('footer') ?? document.body
      target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
    },
    [
      ['anwendungen.csv', tools],
      ['schnittstellen.csv', flows],
    ] as const,
  )
  await takeImport(page)
  await page.addInitScript(installReactWatch)
  await page.reload()
  await page.waitForSelector('[data-testid=saved]')
  await settled(page)
  await page.locator('nav button[data-screen=map]').click()
  await page.waitForSelector('canvas[data-painted]', { timeout: 60_000 })
  await app.command('fit')
  await page.waitForFunction(() => document.querySelector('[data-testid=map]')?.getAttribute('data-distance') === 'far')
}, 180_000)

afterAll(async () => {
  await app?.close()
  profile?.remove()
})

const still = (map: Element | null) =>
  new Promise<void>((resolve) => {
    let last = ''
    let same = 0
    const look = () => {
      const now = `${map?.querySelector('.react-flow__viewport')?.getAttribute('style')} ${map?.querySelectorAll('*').length}`
      same = now === last ? same + 1 : 0
      last = now
      if (same > 30) resolve()
      else requestAnimationFrame(look)
    }
    look()
  })

/** Waits until the map neither moves nor gets elements any more. */
async function quiet() {
  await app.page.locator('[data-testid=map]').evaluate(still)
}

async function freeSpot() {
  const box = await app.page.getByTestId('map').boundingBox()
  if (box === null) throw new Error('There is no map')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const spot = await app.page.evaluate(emptyNear, middle)
  if (spot === undefined) throw new Error('There is no free spot')
  return spot
}

describe('a map of a thousand tools', () => {
  it('is moved without a commit of React, and has few elements', async () => {
    const { page } = app
    await quiet()
    await app.picture('map-1000-far')
    const spot = await freeSpot()
    await page.mouse.move(spot.x, spot.y)
    await page.mouse.down()
    await page.mouse.move(spot.x + 8, spot.y + 8)
    await page.evaluate(drawnSince)
    const before = await page.locator('.react-flow__viewport').getAttribute('style')
    for (let i = 1; i <= 30; i += 1) await page.mouse.move(spot.x + 8 + 3 * i, spot.y + 8 + 2 * i)
    const { commits } = await page.evaluate(drawnSince)
    const after = await page.locator('.react-flow__viewport').getAttribute('style')
    await page.mouse.up()
    expect(after).not.toBe(before)
    expect(commits).toBe(0)
    expect(await page.locator('.react-flow__node').count()).toBeLessThanOrEqual(200)
    // From far away no card is an element.
    expect(await page.locator('.react-flow__node-card').count()).toBe(0)
  })

  it('mounts only the cards near the screen, and draws one node again while a card is dragged', async () => {
    const { page } = app
    await app.command('fit')
    await quiet()
    const spot = await freeSpot()
    await page.mouse.move(spot.x, spot.y)
    for (let i = 0; i < 14; i += 1) await page.mouse.wheel(0, -120)
    await page.waitForSelector('[data-testid=map][data-distance=near]')
    await quiet()
    await app.picture('map-1000-near')
    const mounted = await page.locator('.react-flow__node').count()
    expect(await page.locator('.react-flow__node-card').count()).toBeGreaterThan(0)
    expect(mounted).toBeLessThanOrEqual(500)

    const card = await page.evaluate(({ x, y }) => {
      const spots = [...document.querySelectorAll('.react-flow__node-card')].flatMap((each) => {
        const box = each.getBoundingClientRect()
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        // The legend and the bars lie over the map.
        return each.contains(document.elementFromPoint(middle.x, middle.y)) ? [middle] : []
      })
      return spots.sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0]
    }, spot)
    if (card === undefined) throw new Error('There is no card')
    await page.mouse.move(card.x, card.y)
    await page.mouse.down()
    await page.mouse.move(card.x + 6, card.y + 6)
    await quiet()
    await page.evaluate(drawnSince)
    for (let i = 1; i <= 20; i += 1) await page.mouse.move(card.x + 6 + i, card.y + 6 + i)
    const drag = await page.evaluate(drawnSince)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(drag.nodes).toBeGreaterThan(0)
    expect(drag.mostNodes).toBe(1)
  })

  it('is painted anew at once when somebody comes back to it', async () => {
    const { page } = app
    await page.locator('nav button[data-screen=inventory]').click()
    await page.waitForSelector('canvas', { state: 'detached' })
    const workers = page.workers().filter((worker) => worker.url().includes('paint')).length
    await page.locator('nav button[data-screen=map]').click()
    await page.waitForSelector('canvas[data-painted]')
    expect(page.workers().filter((worker) => worker.url().includes('paint')).length).toBe(workers)
    expect(workers).toBe(1)
  })
})
