import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { standsStill } from './map-kit'

// Two clients side by side: the German sample in one workspace, the English one in another. Nothing may cross over.

const profile = makeProfile()
let app: RunningApp
/** Tools that only one of the samples has, read from what the app shows. */
const only = { german: 'proALPHA ERP', english: '' }
const shown = { german: '', english: '' }

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

describe('workspaces, in the real app', () => {
  it('begins with one, and the sample that fills it names it', async () => {
    expect(await openName()).toBe('My company')
    await app.command('language-de')
    await importSample('load-sample-de')
    await app.page.getByTestId('workspace').getByText('Muster Maschinenbau').waitFor()
    expect(await app.page.title()).toBe('Muster Maschinenbau – Toolscape')
    shown.german = await counts()
    expect(shown.german).toMatch(/^1\d\d Tools/)
    await app.page.getByTestId('workspace').click()
    await app.page.getByRole('menu').waitFor()
    await app.picture('workspaces-menu-de')
    await app.page.keyboard.press('Escape')
    await app.command('language-en')
  })

  it('makes a second one, empty, with nothing of the first in any screen', async () => {
    const { page } = app
    await app.command('show-map')
    await page.locator('.react-flow__node-card').first().click()
    await create('Northfield Services')
    expect(await openName()).toBe('Northfield Services')
    expect(await counts()).toMatch(/^0 tools 0 departments 0 data flows/)
    for (const screen of ['show-inventory', 'show-map', 'show-start'] as const) {
      await app.command(screen)
      await page.getByRole('button', { name: 'Try the German sample' }).waitFor()
      expect(await page.locator('main').innerText()).not.toContain(only.german)
    }
    await app.command('undo')
    expect(await counts()).toMatch(/^0 tools/)
  })

  it('holds the English sample there, and neither finds what the other has', async () => {
    await importSample('load-sample-en')
    shown.english = await counts()
    expect(shown.english).not.toBe(shown.german)
    const english = await toolsShown()
    await switchBy('Muster')
    expect(await counts()).toBe(inEnglish(shown.german))
    const german = await toolsShown()
    expect(english.size).toBeGreaterThan(50)
    expect(german.size).toBeGreaterThan(50)
    only.german = [...german].find((name) => !english.has(name)) ?? ''
    only.english = [...english].find((name) => !german.has(name)) ?? ''
    expect(await found(only.german)).toBe(true)
    expect(await found(only.english)).toBe(false)
    await switchBy('North')
    expect(await toolsShown()).toEqual(english)
    expect(await found(only.english)).toBe(true)
    expect(await found(only.german)).toBe(false)
  })

  it('switches in two keystrokes, and by one to the previous', async () => {
    const { page } = app
    await page.keyboard.press('Control+Shift+O')
    await page.getByRole('combobox', { name: 'Switch to which workspace?' }).waitFor()
    await app.picture('workspaces-switcher-en')
    await page.keyboard.press('Enter')
    await opened('Muster Maschinenbau')
    expect(await counts()).toBe(inEnglish(shown.german))
    await page.keyboard.press('Control+Tab')
    await opened('Northfield Services')
    expect(await counts()).toBe(shown.english)
  })

  it('switches from the native menu, which names them all', async () => {
    const names = await app.electron.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? []
      const inFile = items.flatMap((item) => item.submenu?.items ?? [])
      const list = inFile.find((item) => item.label === 'Workspaces')?.submenu?.items ?? []
      list.find((item) => item.label === 'Muster Maschinenbau')?.click()
      return list.filter((item) => item.id?.startsWith('workspace:')).map((item) => item.label)
    })
    expect(names.sort()).toEqual(['Muster Maschinenbau', 'Northfield Services'])
    await opened('Muster Maschinenbau')
  })

  it('opens the last one at the next start', async () => {
    await app.close()
    app = await startApp(profile.folder)
    await resize(app, 1440, 900)
    expect(await openName()).toBe('Muster Maschinenbau')
    expect(await counts()).toBe(inEnglish(shown.german))
    await app.page.keyboard.press('Control+Tab')
    await opened('Northfield Services')
  })

  it('renames, and says why a name is refused', async () => {
    const { page } = app
    await app.command('workspace-rename')
    const field = page.getByRole('textbox', { name: 'Name' })
    await field.fill('  muster maschinenbau ')
    await page.keyboard.press('Enter')
    await page.getByText('Another workspace has this name already.').waitFor()
    await app.picture('workspaces-refused-en')
    await field.fill('')
    await page.keyboard.press('Enter')
    await page.getByText('A workspace needs a name.').waitFor()
    await field.fill('Northfield & Söhne')
    await page.keyboard.press('Enter')
    await opened('Northfield & Söhne')
    expect(await counts()).toBe(shown.english)
  })

  it('duplicates: equal first, independent then', async () => {
    const { page } = app
    const places = await positions()
    await app.command('workspace-duplicate')
    await page.getByRole('dialog').waitFor()
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Northfield & Söhne (copy)')
    await app.picture('workspaces-duplicate-en')
    await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click()
    await opened('Northfield & Söhne (copy)')
    expect(await counts()).toBe(shown.english)
    expect(await positions()).toEqual(places)
    await page.getByText('The database had to be rebuilt').waitFor({ state: 'detached' })
    await importSample('load-sample-de')
    expect(await counts()).not.toBe(shown.english)
    await switchBy('Söhne')
    expect(await counts()).toBe(shown.english)
    expect(await positions()).toEqual(places)
  })

  it('deletes at once, and brings back with one click', async () => {
    const { page } = app
    const places = await positions()
    await app.command('workspace-delete')
    await opened('Northfield & Söhne (copy)')
    const note = page.getByText('“Northfield & Söhne” was deleted. It is kept for 30 days.')
    await note.waitFor()
    await app.picture('workspaces-deleted-en')
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await opened('Northfield & Söhne')
    expect(await counts()).toBe(shown.english)
    expect(await positions()).toEqual(places)
  })

  it('has what was deleted after a restart too', async () => {
    await app.command('workspace-delete')
    await opened('Northfield & Söhne (copy)')
    await app.close()
    app = await startApp(profile.folder)
    await resize(app, 1440, 900)
    const { page } = app
    await app.command('theme-dark')
    await page.getByTestId('workspace').click()
    await page.getByRole('menu').waitFor()
    await app.picture('workspaces-menu-dark-en')
    await page.getByRole('menuitem', { name: 'Deleted workspaces…' }).click()
    await page.getByRole('button', { name: 'Bring back' }).waitFor()
    await app.picture('workspaces-bring-back-dark-en')
    await page.getByRole('button', { name: 'Bring back' }).click()
    await opened('Northfield & Söhne')
    expect(await counts()).toBe(shown.english)
    await app.command('theme-light')
  })
})

function openName(): Promise<string> {
  return app.page.getByTestId('workspace').innerText()
}

async function opened(name: string): Promise<void> {
  await app.page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('[data-testid=workspace]')?.innerText === wanted,
    name,
  )
  await settled(app.page)
}

async function create(name: string): Promise<void> {
  await app.command('workspace-new')
  await app.page.getByRole('textbox', { name: 'Name' }).fill(name)
  await app.page.keyboard.press('Enter')
  await opened(name)
}

/** By keys alone: the list, some letters of the name, Enter. */
async function switchBy(letters: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+Shift+O')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type(letters)
  const name = await page.getByRole('option', { selected: true }).locator('b').innerText()
  await page.keyboard.press('Enter')
  await opened(name)
}

async function importSample(command: 'load-sample-de' | 'load-sample-en'): Promise<void> {
  await app.command(command)
  await takeImport(app.page)
}

/** `145 tools 21 departments 142 data flows`, once everything is computed and saved. */
async function counts(): Promise<string> {
  await settled(app.page)
  return (await app.page.locator('footer span').allTextContents()).slice(0, 3).join(' ')
}

function inEnglish(text: string): string {
  return text.replace('Tools', 'tools').replace('Abteilungen', 'departments').replace('Datenflüsse', 'data flows')
}

/** The names on every card of the map. */
async function toolsShown(): Promise<Set<string>> {
  await showAll()
  const titles = await app.page
    .locator('.react-flow__node-card [title]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('title') ?? ''))
  return new Set(titles.map((title) => title.split(' › ').at(-1) ?? ''))
}

/** Whether the search finds a tool of exactly this name. */
async function found(name: string): Promise<boolean> {
  const { page } = app
  await app.command('palette')
  const field = page.getByPlaceholder('Search tools, departments, commands')
  await field.waitFor()
  await field.fill(name)
  await page.waitForTimeout(300)
  const hits = await page.locator('[data-action]').allInnerTexts()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  return hits.some((text) => text.split('\n')[0] === name)
}

async function showAll(): Promise<void> {
  await app.command('show-map')
  await app.command('fit')
  await settled(app.page)
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await standsStill(app)
}

async function positions(): Promise<Record<string, string>> {
  await showAll()
  return app.page.evaluate(() => {
    const at: Record<string, string> = {}
    for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node')) {
      at[node.dataset.id ?? ''] = node.style.transform
    }
    return at
  })
}
