import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'

// A tool's own page, the lists beside the inventory, the gaps and the history, in the real app.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  app.page.setDefaultTimeout(15_000)
  await app.command('language-de')
  await app.command('load-sample-de')
  await takeImport(app.page)
  await app.command('theme-light')
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
})

const detail = () => app.page.getByTestId('detail')
const list = (screen: string) => app.page.locator(`nav [data-screen=${screen}]`).click()
const title = () => detail().getByRole('heading', { level: 1 }).innerText()
const row = (name: string) => app.page.locator('[role=grid] [data-row]').filter({ hasText: name }).first()

/** All there is to see of a screen: both sizes, both colours, both languages. */
async function pictures(name: string): Promise<void> {
  const { page } = app
  await app.picture(`${name}-de-light-1440`)
  await app.command('theme-dark')
  await resize(app, 1024, 700)
  await page.waitForTimeout(200)
  await app.picture(`${name}-de-dark-1024`)
  await app.command('theme-light')
  await app.command('language-en')
  await page.waitForTimeout(200)
  await app.picture(`${name}-en-light-1024`)
  await resize(app, 1440, 900)
  await app.command('language-de')
  await page.waitForTimeout(200)
}

describe('a tool’s own page', () => {
  it('opens from the inventory, and Escape goes back to the same row', async () => {
    const { page } = app
    await app.command('show-inventory')
    const name = page.locator('[role=grid] tr[data-tool] [data-column=name]').nth(2)
    await name.click()
    const wanted = (await name.innerText()).split('\n')[0] ?? ''
    await page.keyboard.press('Control+Enter')
    expect(await title()).toBe(wanted)
    await pictures('detail')
    await page.keyboard.press('Alt+PageDown')
    expect(await title()).not.toBe(wanted)
    await page.keyboard.press('Alt+PageUp')
    expect(await title()).toBe(wanted)
    await page.keyboard.press('Escape')
    await detail().waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid')
    await page.getByRole('button', { name: 'Details', exact: true }).click()
    expect(await title()).toBe(wanted)
    await page.keyboard.press('Escape')
  })

  it('opens from the map, and Escape goes back to the map with the tool still selected', async () => {
    const { page } = app
    await app.command('show-map')
    await app.command('fit')
    const card = page.locator('.react-flow__node-card').first()
    await card.waitFor()
    await page.waitForTimeout(400)
    await card.dblclick({ force: true })
    await detail().waitFor()
    const name = await title()
    await page.keyboard.press('Escape')
    await detail().waitFor({ state: 'detached' })
    await page.locator('.react-flow').waitFor()
    expect(await page.locator('aside h2').innerText()).toBe(name)
    await page.locator('.react-flow').focus()
    await page.keyboard.press('Enter')
    expect(await title()).toBe(name)
    await page.keyboard.press('Escape')
  })

  it('edits a field: Enter writes it once, Escape restores it, undo takes it back', async () => {
    const { page } = app
    await openByName('DATEV')
    const vendor = detail().getByRole('textbox', { name: 'Technisch verantwortlich' })
    const before = await vendor.inputValue()
    await vendor.fill('Niemand')
    await page.keyboard.press('Escape')
    expect(await vendor.inputValue()).toBe(before)
    await vendor.fill('F. Neumann')
    await page.keyboard.press('Enter')
    await settled(page)
    await page.getByTestId('tool-history').getByText('F. Neumann').first().waitFor()
    expect(await page.getByTestId('tool-history').innerText()).toContain(`${before || 'leer'} → F. Neumann`)
    await app.picture('detail-edited-de')
    await detail().getByRole('heading', { level: 1 }).click()
    await app.command('undo')
    await page.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('[data-field=technicalOwner] input')?.value === text,
      before,
    )
    const users = detail().getByRole('textbox', { name: 'Nutzer', exact: true })
    await users.fill('viele')
    await page.keyboard.press('Enter')
    await detail().getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    expect(await detail().getByRole('alert').count()).toBe(0)
    await page.keyboard.press('Escape')
    await detail().waitFor({ state: 'detached' })
  })

  it('adds a data flow by hand, and the map shows it', async () => {
    const { page } = app
    const before = await flowsCounted()
    await openByName('DATEV')
    await detail().getByRole('combobox', { name: 'Hinzufügen, wohin Daten gehen' }).click()
    await page.keyboard.type('EASY')
    await page.keyboard.press('Enter')
    const flows = page.getByTestId('flows')
    await flows.getByRole('combobox', { name: 'Weg' }).selectOption('by-hand')
    await flows.getByRole('textbox', { name: 'Stunden im Monat' }).fill('7,5')
    await page.keyboard.press('Enter')
    await flows.getByRole('textbox', { name: 'Datenobjekte' }).fill('Belege, Journale')
    await page.keyboard.press('Enter')
    await settled(page)
    await flows.scrollIntoViewIfNeeded()
    await app.picture('detail-flow-de')
    expect(await flows.innerText()).toContain('7,5 h / Monat')
    expect(await flowsCounted()).toBe(before + 1)
    await detail().getByRole('button', { name: 'Auf der Karte zeigen' }).click()
    await settled(page)
    await page.locator('[role=group] [aria-label*="7,5 h / Monat"][aria-label*="Journale"]').first().waitFor({
      state: 'attached',
    })
    await page.waitForTimeout(400)
    await app.picture('detail-flow-on-map-de')
  })
})

describe('the lists', () => {
  it('deletes a department: says what hung on it, and takes it back', async () => {
    const { page } = app
    await list('departments')
    await row('Einkauf').locator('[data-column=name]').click()
    await page.waitForTimeout(200)
    await pictures('departments')
    const before = await page.locator('nav [data-screen=departments]').innerText()
    await page.keyboard.press('Delete')
    await page.getByText(/Einkauf gelöscht\. .*ohne Abteilung/).waitFor()
    await app.picture('department-deleted-de')
    expect(await page.locator('nav [data-screen=departments]').innerText()).not.toBe(before)
    await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Rückgängig' }).last().click()
    await row('Einkauf').waitFor()
    expect(await page.locator('nav [data-screen=departments]').innerText()).toBe(before)
  })

  it('adds, renames and counts by keyboard', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Abteilung hinzufügen' }).click()
    await page.keyboard.type('Labor')
    await page.keyboard.press('Enter')
    await row('Labor').waitFor()
    expect(await page.locator('[role=grid] [data-row]').filter({ hasText: 'Labor' }).count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-row]')].some((each) => /Labor.*12/s.test(each.textContent ?? '')),
    )
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.keyboard.type('Messlabor')
    await page.keyboard.press('Enter')
    await row('Messlabor').waitFor()
    await settled(page)
  })

  it('shows functions, data objects and data flows, and edits a flow in place', async () => {
    const { page } = app
    for (const screen of ['functions', 'dataObjects', 'flows']) {
      await list(screen)
      await page.locator('[role=grid] [data-row]').first().waitFor()
      await pictures(`list-${screen}`)
    }
    const hours = page.locator('[role=grid] [data-row] [data-column=hours]').first()
    await hours.dblclick()
    await page.keyboard.type('3,5')
    await page.keyboard.press('Enter')
    expect(await hours.innerText()).toBe('3,5')
    await app.command('undo')
    await settled(page)
  })
})

it('fills a gap: asks what matters most, takes the answer, goes on, and undo reopens it', async () => {
  const { page } = app
  const known = page.getByTestId('known')
  const before = await known.innerText()
  await known.click()
  const gaps = page.getByTestId('gaps')
  await gaps.waitFor()
  await pictures('gaps')
  const question = () => gaps.locator('p').nth(1).innerText()
  // The first question that is answered by typing.
  for (let tries = 0; tries < 40 && !/kostet|nutzen|Vertrag/.test(await question()); tries++) {
    await gaps.getByRole('button', { name: /Überspringen|Weiter/ }).click()
  }
  const asked = await question()
  await gaps.getByRole('textbox').fill(/Vertrag/.test(asked) ? '31.12.2028' : '120')
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (text) => !document.querySelector('[data-testid=gaps]')?.textContent?.includes(text),
    asked,
  )
  await gaps.getByText('1 Angabe ergänzt').waitFor()
  await settled(page)
  await page.keyboard.press('Escape')
  await gaps.waitFor({ state: 'detached' })
  await app.command('undo')
  await settled(page)
  expect(await known.innerText()).toBe(before)
})

describe('the history', () => {
  it('lists the import with its files, and what an edit changed', async () => {
    const { page } = app
    await list('history')
    const imported = page.locator('[data-change]').filter({ hasText: 'anwendungen.csv' })
    await imported.waitFor()
    expect(await imported.innerText()).toContain('schnittstellen.csv')
    await imported.click()
    await page.getByText(/\d+ neu, /).waitFor()
    await page.waitForTimeout(200)
    await pictures('history')
    await page
      .locator('[data-change]')
      .filter({ hasText: /^Name von Labor/ })
      .first()
      .click()
    await page.getByText('Messlabor', { exact: true }).first().waitFor()
    await app.picture('history-edit-de')
  })

  it('undoes up to a Change with the count said before, and does it all again', async () => {
    const { page } = app
    const before = await page.locator('footer span').allTextContents()
    await page.locator('[data-change]').filter({ hasText: 'Neue Abteilung Labor' }).first().click()
    const button = page.getByRole('button', { name: /Die letzten 3 Änderungen rückgängig machen/ })
    await button.click()
    await page.getByText('3 Änderungen rückgängig gemacht.').waitFor()
    await settled(page)
    expect(await page.locator('footer span').allTextContents()).not.toEqual(before)
    await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Wiederholen' }).click()
    await page.waitForFunction((text) => document.querySelector('footer')?.textContent?.includes(text), before[1] ?? '')
    // Places may be worked out and saved once more: what counts is where it comes to rest.
    await page.waitForFunction((texts) => {
      const shown = [...document.querySelectorAll('footer span')].map(({ textContent }) => textContent)
      return JSON.stringify(shown) === texts
    }, JSON.stringify(before))
  })
})

/** Finds a tool in the palette and opens its page. */
async function openByName(name: string): Promise<void> {
  const { page } = app
  await app.command('show-inventory')
  await app.command('palette')
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await detail().waitFor()
}

async function flowsCounted(): Promise<number> {
  await settled(app.page)
  const text = (await app.page.locator('footer span').allTextContents())[2] ?? ''
  return Number(text.replace(/\D/g, ''))
}
