import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFile } from '../../renderer/files/decode-file'
import { leanixSnapshot } from '../fixtures/peer-files'
import { headless, makeProfile, type RunningApp, settled, startApp } from './app'
import { importKit } from './import-kit'

// What leaves as a workbook comes back as what it was, in the real app: users, attachment and concern of every department
// and the masters of data objects among it.

const folder = mkdtempSync(join(tmpdir(), 'toolscape-round-'))
const profile = makeProfile()
let app: RunningApp
const kit = importKit(() => app, folder)

const FILES = {
  'tools.csv':
    'Name;Abteilung;Hersteller;Status\nJira;IT;Atlassian;aktiv\nSAP;Finanzen;SAP SE;aktiv\nFax;;;abgeschaltet\n',
  'departments.csv': 'Abteilung;Übergeordnete Abteilung;Mitarbeiter\nIT;;12\nFinanzen;;8\nBuchhaltung;Finanzen;3\n',
  'flows.csv': 'Quelle;Ziel;Datenobjekte;Übertragungsart;Stunden pro Monat\nJira;SAP;Rechnungen;Von Hand;2,5\n',
  'nutzung.csv':
    'Tool;Abteilung;Nutzer;Bindung;Bedenken\nJira;Finanzen;1.200;hoch;"Zu teuer; ""neu"""\nJira;Buchhaltung;3;;\nSAP;Finanzen;8;gering;=1+1\n',
  'datenobjekte.csv': 'Datenobjekt;Führendes System\nRechnungen;SAP\nVerträge;Fax\n',
} as const

beforeAll(async () => {
  app = await startApp(profile.folder)
})
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** The workbook's own lists as texts, by sheet. */
function sheetsIn(path: string) {
  const lists = decodeFile('all.xlsx', new Uint8Array(readFileSync(path))).filter(({ presetKind }) => presetKind)
  return Object.fromEntries(lists.map(({ part = '', table }) => [part, [table.header, ...table.rows]]))
}

describe('a workbook', () => {
  const out = (name: string) => join(folder, name)
  for (const language of ['de', 'en'] as const) {
    it(`comes back as it left (${language})`, async () => {
      for (const [name, text] of Object.entries(FILES)) writeFileSync(out(name), text)
      const [first, second] = [out(`first-${language}.xlsx`), out(`second-${language}.xlsx`)]
      const from = Object.keys(FILES).flatMap((name) => ['--import', out(name)])
      expect(await headless([...from, '--export', `workbook=${first}`, '--lang', language])).toMatchObject({ code: 0 })
      expect(await headless(['--import', first, '--export', `workbook=${second}`, '--lang', language])).toMatchObject({
        code: 0,
      })
      const sheets = sheetsIn(first)
      expect(Object.keys(sheets)).toHaveLength(6)
      expect(Object.values(sheets).map((rows) => rows.length)).toEqual([4, 4, 2, 4, 1, 3])
      expect(sheetsIn(second)).toEqual(sheets)
    })
  }

  it('is imported in the window with all of its lists, and shows who uses what', async () => {
    const { page } = app
    await kit.open({ name: 'alles.xlsx', content: readFileSync(out('first-de.xlsx')) })
    const sums = page.getByRole('list', { name: 'Tables in alles.xlsx' })
    await sums.waitFor()
    for (const sheet of ['Tools', 'Abteilungen', 'Datenflüsse', 'Nutzung', 'Datenobjekte']) {
      await expect
        .poll(() => sums.getByRole('checkbox', { name: `Import ${sheet}`, exact: true }).isChecked())
        .toBe(true)
    }
    for (const aside of ['Überschneidungen', 'Register']) {
      expect(await sums.getByRole('checkbox', { name: `Import ${aside}`, exact: true }).isChecked()).toBe(false)
    }
    // The tools are shown first, whatever the order of the sheets.
    expect(await sums.getByRole('button', { name: 'Tools', exact: true }).getAttribute('aria-current')).toBe('true')
    await sums.getByRole('button', { name: 'Nutzung' }).click()
    await page.getByRole('combobox', { name: 'Kind of list of Nutzung' }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Kind of list of Nutzung' }).inputValue()).toBe('usages')
    expect(await kit.sums()).toContain('3')
    await app.picture('import-own-workbook')
    await kit.commit()
    expect(await kit.counts()).toContain('3 tools')

    await app.command('show-inventory')
    await page.getByRole('gridcell', { name: 'Jira' }).first().click()
    await page.keyboard.press('Control+Enter')
    const usages = page.getByTestId('usages')
    await usages.waitFor()
    expect(await usages.getByRole('textbox', { name: 'Users in Finanzen' }).inputValue()).toMatch(/^1.200$/)
    expect(await usages.getByRole('combobox', { name: 'Attachment of Finanzen' }).inputValue()).toBe('3')
    expect(await usages.getByRole('textbox', { name: 'Concern of Finanzen' }).inputValue()).toBe('Zu teuer; "neu"')
    await app.picture('detail-usages')
  })
})

describe('a snapshot of LeanIX', () => {
  it('shows its applications first and leaves the ReadMe out', async () => {
    const { page } = app
    await kit.open({ name: 'snapshot.xlsx', content: leanixSnapshot() })
    const tables = page.getByRole('list', { name: 'Tables in snapshot.xlsx' })
    await tables.waitFor()
    await expect
      .poll(() => tables.getByRole('button', { name: 'Application', exact: true }).getAttribute('aria-current'))
      .toBe('true')
    expect(await tables.getByRole('checkbox', { name: 'Import ReadMe', exact: true }).isChecked()).toBe(false)
    await app.picture('import-leanix')
    await kit.leave()
    await settled(page)
  })
})
