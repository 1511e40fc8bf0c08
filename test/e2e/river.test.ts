import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport, takeWhatIsNew } from './app'
import { standsStill } from './map-kit'

// The main job, as a newcomer does it: an empty window, a sample, the counts, the map, the ranking, a restart.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

/** `145 tools 21 departments 142 data flows`, once everything is computed and saved. */
async function counts(): Promise<string> {
  await settled(app.page)
  return (await app.page.locator('footer span').allTextContents()).slice(0, 3).join(' ')
}
const german = { tools: 0, text: '' }

describe('the whole river, in the real app', () => {
  it('starts empty and says what to do next', async () => {
    const { page } = app
    await expect(page.getByRole('button', { name: 'Try the German sample' }).isVisible()).resolves.toBe(true)
    await app.picture('empty-en')
    await app.command('language-de')
    await page.getByRole('button', { name: 'Importieren', exact: true }).waitFor()
    await app.picture('empty-de')
  })

  it('imports the German sample: semicolons, Windows-1252, decimal commas', async () => {
    const { page } = app
    await app.command('load-sample-de')
    await page.getByText('anwendungen.csv').first().waitFor()
    await page.getByTestId('import-commit').waitFor()
    await app.picture('import-de')
    await takeImport(page)
    german.text = await counts()
    const [, tools, departments, flows] = /(\d+) Tools? (\d+) Abteilung\w* (\d+) Datenfl/.exec(german.text) ?? []
    expect(Number(tools)).toBeGreaterThanOrEqual(120)
    expect(Number(departments)).toBeGreaterThanOrEqual(12)
    expect(Number(flows)).toBeGreaterThanOrEqual(60)
    german.tools = Number(tools)
  })

  it('draws every tool and every department', async () => {
    const { page } = app
    await app.command('show-map')
    await app.command('fit')
    await page.locator('.react-flow__node-card').first().waitFor()
    await page.waitForTimeout(400)
    expect(await page.locator('.react-flow__node-card').count()).toBe(german.tools)
    expect(await page.locator('[role=group] [data-method]').count()).toBeGreaterThan(50)
    await app.picture('map-de')
  })

  it('ranks where to start, with umlauts whole and terms that add up', async () => {
    const { page } = app
    await app.command('show-start')
    await page.getByTestId('bundle').first().waitFor()
    expect(await page.getByTestId('bundle').count()).toBeGreaterThan(5)
    const equation = await page.getByTestId('equation').innerText()
    const [lever, effort, score] = [...equation.matchAll(/-?\d+(?:,\d+)?/g)].map(([n]) => Number(n.replace(',', '.')))
    expect((lever ?? 0) - (effort ?? 0)).toBeCloseTo(score ?? Number.NaN, 0)
    await app.picture('start-de')
  })

  it('undoes the whole import at once, and makes it again', async () => {
    const { page } = app
    await app.command('undo')
    await page.waitForFunction(() => document.querySelector('footer')?.textContent?.startsWith('0 Tools'))
    await app.command('redo')
    await settled(page)
    expect(await counts()).toBe(german.text)
  })

  it('has everything, and every position, after a restart', async () => {
    const before = await positions()
    await app.close()
    app = await startApp(profile.folder)
    await resize(app, 1440, 900)
    expect(await counts()).toBe(german.text)
    expect(await positions()).toEqual(before)
    await app.command('undo')
    await app.page.waitForFunction(() => document.querySelector('footer')?.textContent?.startsWith('0 Tools'))
    await app.command('redo')
    await settled(app.page)
  })

  it('keeps a department where it was dragged, with its tools, and moves nothing else', async () => {
    const before = await positions()
    const id = await outermost()
    const inside = await dragBy(id, -90, -70)
    const after = await positions()
    const moved = Object.keys(before).filter((node) => before[node] !== after[node])
    expect(moved.sort()).toEqual([id, ...inside].sort())
    await app.close()
    app = await startApp(profile.folder)
    await resize(app, 1440, 900)
    expect(await positions()).toEqual(after)
    await app.command('undo')
    await settled(app.page)
    expect(await positions()).toEqual(before)
    await app.command('redo')
    await settled(app.page)
    expect(await positions()).toEqual(after)
  })

  it('imports the English sample beside it', async () => {
    const { page } = app
    await app.command('language-en')
    await app.command('load-sample-en')
    await page.getByTestId('import-commit').waitFor()
    await app.picture('import-en')
    await takeImport(page)
    const [, tools] = /(\d+) tools/.exec(await counts()) ?? []
    expect(Number(tools)).toBeGreaterThan(german.tools + 100)
    await showAll()
    await app.picture('map-both-en')
    await app.command('show-inventory')
    await page.getByRole('grid').waitFor()
    await app.picture('inventory-en')
  })

  it('says nothing new when the same lists come again', async () => {
    const { page } = app
    const before = await counts()
    const places = await positions()
    await app.command('load-sample-en')
    await page.getByText('applications.csv').first().waitFor()
    await takeWhatIsNew(page)
    expect(await counts()).toBe(before)
    expect(await positions()).toEqual(places)
  })

  it('exports what it shows', async () => {
    const { page, electron } = app
    const target = `${profile.folder}/out.svg`
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await app.command('export-map')
    await page.getByText('Saved as', { exact: false }).first().waitFor()
    const svg = readFileSync(target, 'utf8')
    const shown = Object.keys(await positions())
    for (const id of shown) expect(svg).toContain(`data-id="${id}"`)
  })
})

async function showAll(): Promise<void> {
  await app.command('show-map')
  await app.command('fit')
  await settled(app.page)
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await standsStill(app)
}

/** Every node's place on the map: `x,y` relative to its parent, as React Flow holds it. */
async function positions(): Promise<Record<string, string>> {
  await showAll()
  return app.page.evaluate(() => {
    const found: Record<string, string> = {}
    for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node')) {
      found[node.dataset.id ?? ''] = node.style.transform
    }
    return found
  })
}

/** The department at the top left: there is room to drag it away from all others. */
async function outermost(): Promise<string> {
  const id = await app.page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.react-flow__node-container')]
    const corner = (node: HTMLElement) => {
      const { left, top } = node.getBoundingClientRect()
      return left + 3 * top
    }
    return boxes.sort((a, b) => corner(a) - corner(b))[0]?.dataset.id
  })
  if (id === undefined) throw new Error('There is no department on the map')
  return id
}

/** Drags a department by its header, on the screen; gives back the tools that lie in it. */
async function dragBy(id: string, x: number, y: number): Promise<readonly string[]> {
  const { page } = app
  const node = page.locator(`.react-flow__node-container[data-id="${id}"]`)
  const box = await node.boundingBox()
  if (box === null) throw new Error('The department is not on the screen')
  const inside = await page.evaluate(
    ({ left, top, right, bottom }) => {
      const cards = [...document.querySelectorAll<HTMLElement>('.react-flow__node-card')]
      return cards
        .filter((card) => {
          const at = card.getBoundingClientRect()
          return at.left >= left && at.top >= top && at.right <= right && at.bottom <= bottom
        })
        .map((card) => card.dataset.id ?? '')
    },
    { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height },
  )
  const grip = { x: box.x + box.width / 2, y: box.y + 3 }
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x + x / 2, grip.y + y / 2, { steps: 5 })
  await page.mouse.move(grip.x + x, grip.y + y, { steps: 5 })
  await page.mouse.up()
  await settled(page)
  return inside
}
