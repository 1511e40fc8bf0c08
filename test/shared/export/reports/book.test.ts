import { describe, expect, it } from 'vitest'
import { toBookHtml } from '../../../../shared/export/reports/to-book-html'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import { anInventory } from '../../../builders'
import { EVIL, evilCompany } from '../models/samples'
import { htmlFault, inputOf, sample, textOf } from './kit'

/** The chapters by their headings, as text. */
function chaptersOf(html: string): ReadonlyMap<string, string> {
  const chapters = html.split('<section class="chapter').slice(1)
  return new Map(
    chapters.map((each) => [textOf(/<h2>(.*?)<\/h2>/.exec(each)?.[1] ?? ''), textOf(`<section class="${each}`)]),
  )
}

const names = (rows: ReadonlyMap<unknown, { readonly name: string }>) => [...rows.values()].map(({ name }) => name)

describe('the book', () => {
  it.each(['muster-maschinenbau', 'northfield-services'] as const)(
    'of %s has every department and tool once',
    (name) => {
      const inventory = sample(name)
      for (const language of ['de', 'en'] as const) {
        const html = toBookHtml(inputOf(inventory, language))
        expect(htmlFault(html)).toBeUndefined()
        expect(html).not.toMatch(/NaN|undefined|\{\{|(?:reports|analysis|common|detail):[a-z]/)
        const without = language === 'de' ? 'Tools ohne Abteilung' : 'Tools without a department'
        const homeless = [...inventory.tools.values()].some(({ owner }) => owner === undefined)
        expect([...chaptersOf(html).keys()].sort()).toEqual(
          [...names(inventory.departments), ...(homeless ? [without] : [])].sort(),
        )
        const headings = [...html.matchAll(/<h3>(.*?)(?: <span.*?)?<\/h3>/g)].map(([, text]) => textOf(text ?? ''))
        expect(headings.sort()).toEqual(names(inventory.tools).sort())
        // The table of contents leads to each chapter.
        const anchors = [...html.matchAll(/ href="#(d\d+)"/g)].map(([, anchor]) => anchor)
        expect(anchors).toEqual([...html.matchAll(/class="chapter[ own]*" id="(d\d+)"/g)].map(([, id]) => id))
      }
    },
  )

  it('says of a tool everything that is known, and nothing of what is not', () => {
    const inventory = anInventory()
      .department('Einkauf', { parent: 'Verwaltung', headcount: 1_200 })
      .tool('Onventis', {
        owner: 'Einkauf',
        usedBy: ['Lager'],
        functions: ['Bestellung'],
        vendor: 'Onventis GmbH',
        businessOwner: 'Frau Öz',
        users: 1_250,
        annualCost: { minor: 1_234_500, currency: 'EUR' },
        contractEnd: '2027-12-31',
        criticality: 3,
        personalData: 'no',
        dataClass: 'internal',
        tags: ['rot', 'grün'],
        notes: 'Läuft.',
        extra: { Kostenstelle: '4300' },
        origin: { file: 'liste.csv', row: 7 },
      })
      .flow('Onventis', 'SAP', {
        method: 'by-hand',
        dataObjects: ['Bestellungen'],
        frequency: 'weekly',
        hoursPerMonth: 2.5,
      })
      .flow('SAP', 'Onventis', { method: 'api', bothWays: true })
      .flow('Onventis', 'Excel', { directionKnown: false })
      .build()
    const chapters = chaptersOf(toBookHtml(inputOf(inventory, 'de')))
    const einkauf = chapters.get('Einkauf') ?? ''
    for (const words of [
      'Teil von Verwaltung · 1.200 Beschäftigte · 1 Tool · 12.345 € im Jahr bekannt, von 1 von 1 Tool',
      'Hersteller Onventis GmbH',
      'Frau Öz',
      'Nutzer 1.250',
      'Kosten im Jahr 12.345 €',
      '31.12.2027',
      '3 von 4',
      'intern',
      'rot, grün',
      'Notizen Läuft.',
      'Genutzt von Lager',
      'Kostenstelle 4300',
      'liste.csv, Zeile 7',
      'Gibt Daten an SAP · Bestellungen · Von Hand · wöchentlich · 2,5 h / Monat',
      'Tauscht Daten mit SAP · API',
      'Verbunden mit (Richtung unbekannt) Excel',
    ])
      expect(einkauf).toContain(words)
    expect(einkauf).not.toMatch(/Technisch verantwortlich|Betrieb|Frist|Webadresse|Beschreibung|KI|Überschneidet/)
    expect(chapters.get('Lager')).toContain('Nutzt außerdem, von anderen Abteilungen: Onventis')
    expect(chapters.get('Tools ohne Abteilung')).toContain('Bekommt Daten von Onventis · Bestellungen')
    expect(chapters.get('Verwaltung')).toContain('Zu dieser Abteilung gehört kein Tool.')
  })

  it('names both sides of an overlap, with the reasons', () => {
    const inventory = anInventory()
      .tool('Slack', { functions: ['Chat'], owner: 'IT' })
      .tool('Teams', { functions: ['Chat'], owner: 'IT' })
      .build()
    const text = textOf(toBookHtml(inputOf(inventory, 'en')))
    expect(text).toContain('Overlaps with Teams · Redundant 65% · Same function, Same departments')
    expect(text).toContain('Overlaps with Slack · Redundant 65%')
  })

  it('takes evil names for text and keeps them readable', () => {
    const html = toBookHtml(inputOf(evilCompany(), 'de'))
    expect(htmlFault(html)).toBeUndefined()
    expect(html).not.toMatch(/<(?:script|img|iframe|object|link|base|form|a href="(?!#))\b/)
    const text = textOf(html)
    // What XML forbids is left out of it.
    const shown = (name: string) => name.replace(/\p{Cc}/gu, (found) => (/\s/.test(found) ? ' ' : ''))
    for (const name of EVIL) expect(text).toContain(shown(name).replace(/\s+/g, ' '))
  })

  it('of nothing is a cover', () => {
    const html = toBookHtml(inputOf(EMPTY_INVENTORY, 'en'))
    expect(htmlFault(html)).toBeUndefined()
    expect(chaptersOf(html).size).toBe(0)
  })
})
