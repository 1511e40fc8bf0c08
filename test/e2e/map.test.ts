import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, ROOT, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { standsStill } from './map-kit'

// The map of real and invented companies: its arrangements, what is seen from far away, what is new, tidying up.

const DATA = resolve(ROOT, '../shared/data')
const profile = makeProfile()
let app: RunningApp

/** A company of 1,000 tools as lists, the same every time. */
function generated(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  let state = 7
  const below = (count: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * count)
  }
  const departments = Array.from({ length: 24 }, (_, at) => `Division ${String.fromCharCode(65 + at)}`)
  const jobs = ['Ticketing', 'Payroll', 'CRM', 'Document management', 'Team chat', 'Accounting', 'Time tracking', 'CAD']
  const tools = Array.from({ length: 1000 }, (_, at) => ({
    name: `System ${at + 1}`,
    department: departments[Math.min(23, below(6) * below(5) + below(4))] as string,
    job: jobs[below(jobs.length)] as string,
  }))
  const files = [
    [
      'departments.csv',
      [
        'Department,Parent',
        ...departments.map((name, at) => `${name},${at % 6 < 2 ? '' : (departments[at - (at % 6)] as string)}`),
      ],
    ],
    [
      'applications.csv',
      [
        'Application,Owning team,What it does,Users',
        ...tools.map((tool) => `${tool.name},${tool.department},${tool.job},${1 + below(300)}`),
      ],
    ],
    [
      'integrations.csv',
      [
        'Source,Target,Data,Method,Hours per month',
        ...Array.from({ length: 1500 }, () => {
          const by = below(4)
          const ends = `${tools[below(1000)]?.name},${tools[below(1000)]?.name}`
          return `${ends},Orders,${by === 0 ? 'by hand' : by === 1 ? 'file' : 'API'},${by === 0 ? 1 + below(30) : ''}`
        }),
      ],
    ],
  ] as const
  return files.map(([name, lines]) => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  })
}

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

async function commitImport(): Promise<void> {
  await takeImport(app.page)
}

async function open(files: readonly string[]): Promise<void> {
  await app.close()
  profile.remove()
  mkdirSync(profile.folder, { recursive: true })
  app = await startApp(profile.folder, files)
  await resize(app, 1440, 900)
  await commitImport()
  await wholeMap()
}

async function wholeMap(): Promise<void> {
  await app.command('show-map')
  await settled(app.page)
  await app.command('fit')
  await standsStill(app)
}

async function arrange(by: string): Promise<void> {
  await app.page.locator(`.mantine-SegmentedControl-root label[for$="-${by}"]`).click()
  await settled(app.page)
  await standsStill(app)
  await app.command('fit')
  await standsStill(app)
}

/** Every node's place on the map, relative to what it lies in. */
function positions(): Promise<Record<string, string>> {
  return app.page.evaluate(() => {
    const found: Record<string, string> = {}
    for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node')) {
      found[node.dataset.id ?? ''] = node.style.transform
    }
    return found
  })
}

/** From one place to another: `x,y`. */
function shift(from: string | undefined, to: string | undefined): string {
  const [a, b] = [from, to].map((place) => [...(place ?? '').matchAll(/-?[\d.]+/g)].map(Number))
  return [0, 1].map((axis) => (b?.[axis] ?? Number.NaN) - (a?.[axis] ?? Number.NaN)).join(',')
}

/** Pairs of texts seen from far away that lie on each other. */
function coveredTexts(): Promise<readonly string[]> {
  return app.page.evaluate(() => {
    const texts = [...document.querySelectorAll('[data-testid=far] > div')].map((element) => ({
      text: element.textContent,
      rect: element.getBoundingClientRect(),
    }))
    return texts.flatMap((a, at) =>
      texts
        .slice(at + 1)
        .filter(
          ({ rect }) =>
            rect.left < a.rect.right - 1 &&
            a.rect.left < rect.right - 1 &&
            rect.top < a.rect.bottom - 1 &&
            a.rect.top < rect.bottom - 1,
        )
        .map((b) => `${a.text} × ${b.text}`),
    )
  })
}

async function pictures(name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.command(`theme-${theme}`)
    await app.page.waitForTimeout(300)
    await app.picture(`map-${name}-${theme}`)
  }
  await app.command('theme-light')
}

describe('the German sample', () => {
  it('keeps the places of every arrangement while another one is shown', async () => {
    await app.command('language-de')
    await app.command('load-sample-de')
    await commitImport()
    await wholeMap()
    const places: Record<string, Record<string, string>> = {}
    for (const by of ['department', 'function', 'direction']) {
      await arrange(by)
      places[by] = await positions()
      await pictures(`sample-${by}`)
    }
    expect(Object.keys(places.department ?? {})).not.toEqual(Object.keys(places.function ?? {}))
    for (const by of ['department', 'function', 'direction']) {
      await arrange(by)
      expect(await positions()).toEqual(places[by])
    }
    await arrange('department')
  })

  it('puts every department in the one above it', async () => {
    const nested = await app.page.evaluate(() => {
      const boxes = [...document.querySelectorAll<HTMLElement>('.react-flow__node-container')].map((node) =>
        node.getBoundingClientRect(),
      )
      return boxes.filter((one) =>
        boxes.some((other) => other !== one && other.left < one.left && other.right > one.right && other.top < one.top),
      ).length
    })
    expect(nested).toBeGreaterThan(5)
  })

  it('shows the surroundings of one tool, further with every step', async () => {
    const { page } = app
    await page.locator('.react-flow__node-card').first().waitFor()
    await page.evaluate(() => {
      const card = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')].find((each) =>
        each.textContent?.startsWith('proALPHA'),
      )
      card?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    })
    await page
      .getByRole('heading', { name: /proALPHA/ })
      .first()
      .waitFor()
    await page.waitForTimeout(300)
    await app.picture('map-sample-selected')
    await page.getByRole('button', { name: 'Rund um dieses Tool' }).click()
    await settled(page)
    await page.waitForTimeout(800)
    const near = await page.locator('.react-flow__node-card').count()
    expect(near).toBeGreaterThan(3)
    await app.command('fit')
    await pictures('sample-around-1')
    const places = await positions()
    await page.getByRole('button', { name: 'Einen Schritt mehr' }).click()
    await settled(page)
    await page.waitForTimeout(800)
    expect(await page.locator('.react-flow__node-card').count()).toBeGreaterThan(near)
    const after = await positions()
    const cards = Object.keys(places).filter((id) => !id.startsWith('around:'))
    for (const id of cards) expect(after[id], id).toBe(places[id])
    await app.command('fit')
    await pictures('sample-around-2')
    await arrange('department')
  })

  it('tidies up what was moved, in one step that can be undone', async () => {
    const { page } = app
    // From the card by way of its department to nothing.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const before = await positions()
    const header = page.locator('.react-flow__node-container .container-header').last()
    const box = await header.boundingBox()
    if (box === null) throw new Error('No department on the screen')
    await page.mouse.move(box.x + 20, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + 90, box.y + 60, { steps: 6 })
    await page.mouse.up()
    await settled(page)
    const moved = await positions()
    expect(moved).not.toEqual(before)
    await app.command('tidy')
    await page.waitForTimeout(1200)
    await settled(page)
    expect(await positions()).toEqual(before)
    await app.command('undo')
    await settled(page)
    await page.waitForTimeout(300)
    expect(await positions()).toEqual(moved)
    await app.command('undo')
    await settled(page)
  })

  it('marks what is new until the map was left, and moves nothing for it', async () => {
    const { page } = app
    const before = await positions()
    const list = join(profile.folder, 'mehr.csv')
    writeFileSync(
      list,
      'Anwendung;Fachbereich;Schnittstellen zu\nNeues Planungstool;Einkauf;proALPHA ERP\nWerkzeugkasten;IT;\n',
    )
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, list)
    await app.command('import')
    await commitImport()
    await wholeMap()
    const after = await positions()
    const marks = () => page.locator('[title="neu"]').count()
    expect(await marks()).toBe(2)
    expect(Object.keys(after).length).toBe(Object.keys(before).length + 2)
    // A department that grows pushes what it would cover, by the least distance: as a whole, nothing moves within it.
    const shifts = new Set(
      Object.keys(before).flatMap((id) => (after[id] === before[id] ? [] : [shift(before[id], after[id])])),
    )
    expect(shifts.size).toBeLessThanOrEqual(1)
    await app.picture('map-sample-new')
    await app.command('show-inventory')
    await app.command('show-map')
    await page.waitForTimeout(500)
    expect(await marks()).toBe(0)
  })
})

describe.skipIf(!existsSync(DATA))('real companies (../shared/data is there)', () => {
  it.each([
    ['nexatech', ['nexatech_applications.csv', 'nexatech_interfaces.csv', 'nexatech_organizations.csv']],
    ['hmpps', ['hmpps_systems.csv', 'hmpps_flows.csv']],
  ])('%s in every arrangement', async (name, files) => {
    await open(files.map((file) => join(DATA, file)))
    for (const by of ['department', 'function', 'direction']) {
      await arrange(by)
      await pictures(`${name}-${by}`)
      expect(await coveredTexts()).toEqual([])
    }
  })
})

describe('a company of 1,000 tools', () => {
  it('shows departments and bundled flows from far away, no text on another', async () => {
    await open(generated(`${profile.folder}-lists`))
    expect(await app.page.locator('[data-testid=far] > div').count()).toBeGreaterThan(10)
    for (const by of ['department', 'function', 'direction']) {
      await arrange(by)
      expect(await coveredTexts()).toEqual([])
      await pictures(`generated-${by}`)
    }
    expect(await app.page.locator('*').count()).toBeLessThan(2500)
  })
})
