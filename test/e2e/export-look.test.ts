import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'

// What the window exports is what it shows; and how pictures are made and whose they are is chosen in the dialog.

const profile = makeProfile()
const out = mkdtempSync(join(tmpdir(), 'toolscape-look-'))
let app: RunningApp

async function start() {
  app = await startApp(profile.folder)
  await resize(app, 1280, 860)
}

beforeAll(async () => {
  await start()
  await app.command('language-de')
  await app.command('theme-light')
  await app.command('load-sample-de')
  await takeImport(app.page)
  await app.command('show-map')
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await settled(app.page)
})
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(out, { recursive: true, force: true })
})

const dialog = () => app.page.getByTestId('export-dialog').getByRole('dialog')
const radio = (name: RegExp | string) => dialog().getByRole('radio', { name })

async function open() {
  await app.command('export')
  await dialog().waitFor()
}

async function closed() {
  await app.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

async function exported(name: string, press: () => Promise<unknown>): Promise<Buffer> {
  const file = join(out, name)
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await press()
  // It is written beside and renamed: as soon as it is there, it is whole.
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true)
  return readFileSync(file)
}

const save = (name: string) =>
  exported(name, async () => {
    await dialog().getByTestId('export-save').click()
    await dialog().waitFor({ state: 'detached' })
  })

async function pick(button: RegExp, entry: string) {
  await app.page.getByRole('toolbar').getByRole('button', { name: button }).click()
  await app.page.getByRole('menuitem', { name: entry, exact: true }).click()
}

const arrange = (by: string) => app.page.locator(`.mantine-SegmentedControl-root label[for$="-${by}"]`).click()

describe('what the map shows', () => {
  it('is what leaves: arrangement, colours and sizes, and so it is said', async () => {
    const { page } = app
    await arrange('function')
    await pick(/^Farbe/, 'Vertragsende')
    await pick(/^Größe|^Keine Kreise|^Ohne/, 'Nutzer')
    await settled(page)
    const shown = await page.getByTestId('legend').textContent()
    await open()
    await dialog().getByText('Nach Funktion · Farbe: Vertragsende · Größe: Nutzer').waitFor()
    await app.picture('export-look')
    const svg = (await save('jetzt.svg')).toString()
    for (const word of ['Nach Funktion · Farbe: Vertragsende · Größe: Nutzer', '>Vertragsende<', 'data-id="fn:']) {
      expect(svg).toContain(word)
    }
    // The same groups as in the window's legend, with the same counts.
    const legend = [...svg.matchAll(/>([^<>]+)<\/text><text [^>]*font-weight="600"[^>]*>(\d+)</g)]
    expect(legend.length).toBeGreaterThan(3)
    for (const [, what, count] of legend)
      expect(shown?.replace(/\s+/g, '')).toContain(`${what}${count}`.replace(/\s+/g, ''))
    // The menu's own command shows the same.
    const again = (await exported('menu.svg', () => app.command('export-map'))).toString()
    expect(again).toBe(svg)
  })

  it('or what a saved view shows, or everything', async () => {
    const { page } = app
    await app.command('save-view')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Verträge nach Funktion')
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await arrange('department')
    await pick(/^Farbe/, 'KI')
    await settled(page)
    await open()
    await radio('Eine gespeicherte Ansicht').check()
    await dialog().getByRole('combobox', { name: 'Gespeicherte Ansicht' }).selectOption('Verträge nach Funktion')
    await dialog().getByText('Nach Funktion · Farbe: Vertragsende · Größe: Nutzer').waitFor()
    await app.picture('export-view')
    const view = (await save('ansicht.svg')).toString()
    expect(view).toContain('Verträge nach Funktion')
    expect(view).toContain('data-id="fn:')
    await open()
    await radio(/^Alles$/).check()
    await dialog().getByText('Nach Abteilung · Farbe: Bereich').waitFor()
    const all = (await save('alles.svg')).toString()
    expect(all).toContain('Nach Abteilung · Farbe: Bereich')
    expect(all).not.toContain('data-id="fn:')
  })
})

describe('how pictures are made', () => {
  it('PNG says its pixels, and greys out what is too large', async () => {
    await open()
    await radio(/^Karte als Bild \(PNG\)/).check()
    const size = dialog().getByTestId('export-size')
    await size.getByText('Megapixel').waitFor()
    expect(await size.textContent()).toMatch(/^[\d.]+ × [\d.]+ Pixel, [\d,]+ Megapixel\./)
    expect(await radio('4×').isDisabled()).toBe(true)
    expect(await size.textContent()).toContain('Ausgegraut')
    await dialog().getByText('1×', { exact: true }).click()
    await dialog().getByRole('switch', { name: 'Durchsichtiger Grund' }).check()
    await size.getByText('Megapixel').waitFor()
    await app.picture('export-png')
    const told = /^([\d.]+) × ([\d.]+)/.exec((await size.textContent()) ?? '')
    const png = await save('karte.png')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      [told?.[1], told?.[2]].map((number) => Number(number?.replaceAll('.', ''))),
    )
  })

  it('PDF has paper and sheets; choices are there again after a restart', async () => {
    await open()
    await radio(/^Karte auf Papier/).check()
    await dialog().getByText('A4', { exact: true }).click()
    await dialog().getByText('Auf mehreren Blättern', { exact: true }).click()
    await dialog().getByText('Bis zu neun Blätter A4').waitFor()
    await app.picture('export-pdf')
    const raw = (await save('karte.pdf')).toString('latin1')
    expect([...raw.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeGreaterThan(3)
    await app.close()
    await start()
    await settled(app.page)
    await open()
    await radio(/^Karte auf Papier/).check()
    expect(await radio('A4').isChecked()).toBe(true)
    expect(await radio('Auf mehreren Blättern').isChecked()).toBe(true)
    await radio(/^Karte als Bild \(PNG\)/).check()
    expect(await radio('1×').isChecked()).toBe(true)
    await closed()
  })
})

describe('whose it is', () => {
  it('a name and a colour that can be read on paper, each a change that undo takes back', async () => {
    const { page } = app
    await open()
    await radio(/^Management-Zusammenfassung \(Webseite\)/).check()
    const fields = dialog().getByTestId('export-company')
    await fields.locator('summary').click()
    await fields.getByLabel('Name', { exact: true }).fill('Größe & Söhne')
    await page.keyboard.press('Enter')
    await fields.locator('summary').getByText('Größe & Söhne').waitFor()
    const own = fields.getByLabel('Eigene Farbe (Hex)')
    await own.fill('#ffe000')
    await fields.getByText('Zu hell: 1,3 : 1').waitFor()
    await page.keyboard.press('Enter')
    await app.picture('export-company-light')
    expect(await serious(page)).toEqual([])
    await own.fill('0B7A75')
    await page.keyboard.press('Enter')
    await fields.getByText(/^Kontrast auf weißem Papier: 5,\d : 1$/).waitFor()
    await fields.getByRole('button', { name: 'Magenta' }).click()
    await expect.poll(() => fields.getByRole('button', { name: 'Magenta' }).getAttribute('aria-pressed')).toBe('true')
    await app.picture('export-company')
    const html = (await save('zusammenfassung.html')).toString()
    expect(html).toContain('Größe &amp; Söhne')
    expect(html).toContain('--company:#A21C66')
    await app.command('undo')
    await settled(page)
    await open()
    await radio(/^Inventarbuch \(Webseite\)/).check()
    const book = (await save('buch.html')).toString()
    expect(book).toContain('--company:#0B7A75')
    expect(app.complaints).toEqual([])
  })

  it('reads well in English, in the dark and in a small window', async () => {
    for (const [language, theme] of [
      ['en', 'dark'],
      ['de', 'light'],
    ] as const) {
      await app.command(`language-${language}`)
      await app.command(`theme-${theme}`)
      await resize(app, 1024, 700)
      await open()
      await radio(/PNG/).check()
      await dialog().getByTestId('export-company').locator('summary').click()
      await dialog()
        .getByTestId('export-size')
        .getByText(/megapixel/i)
        .waitFor()
      await app.picture(`export-look-${language}-${theme}`)
      expect(await serious(app.page)).toEqual([])
      const button = await dialog().getByTestId('export-save').boundingBox()
      expect((button?.y ?? 9999) + (button?.height ?? 0)).toBeLessThanOrEqual(700)
      await closed()
    }
  })
})
