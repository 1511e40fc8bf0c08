import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'
import { pictures, saved } from './look'

// What users say about names ("this is X, it does Y"), in the real app with the German sample.

const profile = makeProfile()
const folder = mkdtempSync(join(tmpdir(), 'toolscape-products-'))
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1440, 900)
  app.page.setDefaultTimeout(15_000)
  await app.command('language-de')
  await app.command('theme-light')
  await app.command('load-sample-de')
  await takeImport(app.page)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('what a name means', () => {
  it('is said on the tool’s page, changes what the start says, and undo takes it back', async () => {
    const { page } = app
    await app.command('new-tool')
    await page.getByRole('textbox', { name: 'Name des neuen Tools' }).waitFor()
    await page.keyboard.type('Zwölfender')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await settled(page)
    await openByName('Zwölfender')
    const recognised = page.getByTestId('recognised')
    await recognised.getByText('Der Katalog kennt diesen Namen nicht.').waitFor()
    const startBefore = await startWords()
    await openByName('Zwölfender')
    const is = recognised.getByRole('combobox', { name: 'Das ist …' })
    await is.click()
    await page.keyboard.type('Zendesk')
    await page.keyboard.press('Enter')
    await recognised.getByText('Zendesk', { exact: false }).first().waitFor()
    await recognised.getByText('100 % sicher').waitFor()
    await settled(page)
    await pictures(app, 'recognised')
    const startAfter = await startWords()
    expect(startAfter).not.toBe(startBefore)
    await app.command('undo')
    await settled(page)
    expect(await startWords()).toBe(startBefore)
    await app.command('redo')
    await settled(page)
  })

  it('is listed, goes out as a file, is taken back, and comes in again', async () => {
    const { page } = app
    await openByName('Zwölfender')
    const does = page.getByTestId('recognised').getByRole('combobox', { name: 'Es tut …' })
    await does.click()
    await page.keyboard.type('Team-Chat')
    await page.keyboard.press('Enter')
    await settled(page)
    await app.command('own-products')
    const dialog = page.getByRole('dialog')
    const entry = dialog.locator('[data-own-product="Zwölfender"]')
    await entry.getByText('ist Zendesk · tut: Team-Chat').waitFor()
    await app.picture('own-products-de')
    expect(await serious(app.page)).toEqual([])
    const text = await saved(app, folder, 'products.json', () =>
      dialog.getByRole('button', { name: 'Als Datei speichern' }).click(),
    )
    expect(JSON.parse(text)).toMatchObject({ products: [{ name: 'Zwölfender', product: 'Zendesk' }] })
    await entry.getByRole('button').click()
    await dialog.getByText('Sie haben noch keinen Namen erklärt.', { exact: false }).waitFor()
    await chooseFile('wrong.json', '{"format":"toolscape-mapping"}')
    await dialog.getByRole('button', { name: 'Aus einer Datei übernehmen' }).click()
    await page.getByText('„wrong.json“ enthält keine erklärten Namen', { exact: false }).waitFor()
    await chooseFile('products.json', text)
    await dialog.getByRole('button', { name: 'Aus einer Datei übernehmen' }).click()
    await entry.waitFor()
    await page.keyboard.press('Escape')
    await settled(page)
  })
})

async function chooseFile(name: string, content: string): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, content)
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

/** Finds a tool in the palette and opens its page. */
async function openByName(name: string): Promise<void> {
  const { page } = app
  await app.command('show-inventory')
  await app.command('palette')
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.getByTestId('detail').waitFor()
}

/** Everything that the screen "where to start" says. */
async function startWords(): Promise<string> {
  await app.command('show-start')
  await settled(app.page)
  await app.page.waitForTimeout(300)
  return app.page.locator('main').innerText()
}
