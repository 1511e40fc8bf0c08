import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'

// A map whose cards and lines are painted: what can be done with what is painted, and what it looks like.

const profile = makeProfile()
let app: RunningApp

/** 600 tools in all states, a few of them only mentioned, with dates from when on they come and go. */
function generated(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const states = ['active', 'active', 'planned', 'phasing out', 'retired', 'active', '']
  const names = ['Nord Rechnungsprüfung', 'Blitz Desk', 'Kernwerk', 'Wolke Online', 'Atlas Suite']
  const teams = ['Sales', 'Purchasing', 'Production', 'Finance', 'Engineering', 'Service', 'Logistics', 'HR']
  const jobs = ['Ticketing', 'CRM', 'Payroll', 'CAD', 'Time tracking', 'Document management']
  const tools = Array.from({ length: 600 }, (_, at) => `${names[at % names.length]} ${at}`)
  const files = {
    'applications.csv': [
      'Application,Owning team,What it does,Users,Status,AI,In use from,Switched off from',
      ...tools.map((name, at) => {
        const state = states[at % states.length]
        const dates = `${state === 'planned' ? '2099-06-01' : ''},${state === 'phasing out' ? '2099-03-01' : ''}`
        const [team, job] = [teams[(at * 7) % 8], jobs[(at * 5) % 6]]
        return `${name},${team},${job},${at % 90},${state},${at % 9 === 0 ? 'yes' : 'no'},${dates}`
      }),
    ],
    'integrations.csv': [
      'Source,Target,Data,Method,Hours per month',
      ...Array.from({ length: 700 }, (_, at) => {
        const target = at % 50 === 0 ? `Unlisted ${at}` : tools[(at * 53 + 17) % 600]
        const method = ['by hand', 'file', 'API'][at % 3]
        return `${tools[(at * 29) % 600]},${target},Orders,${method},${at % 3 === 0 ? 1 + (at % 20) : ''}`
      }),
    ],
  }
  return Object.entries(files).map(([name, lines]) => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  })
}

async function wholeMap(): Promise<void> {
  await app.command('fit')
  await app.page.waitForTimeout(500)
}

async function zoomIn(times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    await app.command('zoom-in')
    await app.page.waitForTimeout(250)
  }
}

const distance = () => app.page.getByTestId('map').getAttribute('data-distance')

async function pictures(name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.command(`theme-${theme}`)
    await app.page.waitForTimeout(500)
    await app.picture(`large-${name}-${theme}`)
  }
  await app.command('theme-light')
}

beforeAll(async () => {
  app = await startApp(profile.folder, generated(`${profile.folder}-lists`))
  await resize(app, 1440, 900)
  await app.command('language-de')
  await takeImport(app.page)
  await app.command('show-map')
  await settled(app.page)
  await app.page.locator('canvas[data-painted=true]').waitFor()
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

describe('painted flows between departments', () => {
  it('say what they are under the mouse, and are selected by a click', async () => {
    const { page } = app
    await wholeMap()
    expect(await distance()).toBe('far')
    expect(await page.locator('.react-flow__node-card').count()).toBe(0)
    const tip = page.getByTestId('bundle-tip')
    const stage = await page.locator('.react-flow').boundingBox()
    if (stage === null) throw new Error('No map')
    let at: { readonly x: number; readonly y: number } | undefined
    for (let y = stage.y + 40; y < stage.y + stage.height - 180 && at === undefined; y += 9) {
      for (let x = stage.x + 20; x < stage.x + stage.width - 20 && at === undefined; x += 9) {
        await page.mouse.move(x, y)
        if ((await tip.count()) > 0) at = { x, y }
      }
    }
    if (at === undefined) throw new Error('No bundle under the mouse anywhere')
    const told = (await tip.textContent()) ?? ''
    expect(told).toMatch(/ ↔ .+\d Datenfl/)
    await page.mouse.click(at.x, at.y)
    const heading = page.getByRole('heading', { name: / ↔ / })
    await heading.waitFor()
    expect(told.startsWith((await heading.textContent()) ?? '?')).toBe(true)
    await page.mouse.move(10, 500)
    await pictures('bundle')
    expect(await serious(page)).toEqual([])
    await page.locator('.react-flow').focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('Escape')
  })
})

describe('painted cards', () => {
  it('have their names from middle distance on, and pins at every distance', async () => {
    const { page } = app
    const pins = () => page.locator('[data-testid=map] [class*=pinned]').allTextContents()
    await wholeMap()
    expect((await pins()).length).toBeGreaterThan(0)
    await pictures('far')
    await zoomIn(5)
    expect(await distance()).toBe('middle')
    expect(await page.locator('.react-flow__node-card').count()).toBe(0)
    // Ink on a card's ground: the names are there. Blocks of colour alone have neither.
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-painted]')
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return false
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let dark = 0
      for (let at = 0; at < data.length; at += 4) {
        const [red = 255, green = 255, blue = 255] = [data[at], data[at + 1], data[at + 2]]
        if (red < 60 && green < 70 && blue < 80 && (data[at + 3] ?? 0) > 200) dark++
      }
      return dark > 1000
    })
    await pictures('middle')
    await zoomIn(4)
    expect(await distance()).toBe('near')
    await page.locator('.react-flow__node-card').first().waitFor()
    await pictures('near')
    expect(await serious(page)).toEqual([])
  })

  it('look what they are at another date, near and far', async () => {
    const { page } = app
    await page.getByTestId('time').click()
    await page.locator('input[type=range]').press('End')
    await page
      .getByTestId('time-change')
      .filter({ hasText: /\+[1-9].*−[1-9]/ })
      .waitFor()
    await pictures('date-near')
    await wholeMap()
    await pictures('date-far')
    await zoomIn(5)
    await pictures('date-middle')
    expect(await serious(page)).toEqual([])
  })
})
