import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { encodeDeck } from '../../../../renderer/files/deck-write'
import { openZip } from '../../../../renderer/files/zip'
import { MOST_PAGES, ROWS_PER_PAGE } from '../../../../shared/export/deck/appendix-pages'
import type { DeckPart } from '../../../../shared/export/deck/package-xml'
import { heightOf, type TextLine } from '../../../../shared/export/deck/text-block'
import { toDeckParts } from '../../../../shared/export/deck/to-deck'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import type { Scenario, ScenarioId } from '../../../../shared/inventory/scenario'
import { anInventory } from '../../../builders'
import { wellFormed } from '../../../fixtures/well-formed'
import { arbitraryInventory } from '../../analysis/arbitrary-inventory'
import { EVIL, evilCompany, SAMPLES } from '../models/samples'
import { inputFor, nexatech, noRealData } from './deck-kit'
import { orderFaults } from './element-order'
import { all, child, type Element, everything, readXml, relationsOf, slidesOf, wordsOf } from './read-deck'

const PAGE = { x: 12_192_000, y: 6_858_000 }

/** Everything that would make an office program repair the file, or hide something on it. */
function faultsOf(parts: readonly DeckPart[]): readonly string[] {
  const texts = new Map(parts.map(({ path, text }) => [path, text]))
  const faults: string[] = texts.size === parts.length ? [] : ['a path twice']
  for (const { path, text } of parts) {
    const fault = wellFormed(text)
    if (fault !== undefined) faults.push(`${path}: ${fault}`)
    if (path.endsWith('.rels') || path === '[Content_Types].xml') continue
    const root = readXml(text)
    faults.push(...orderFaults(root).map((each) => `${path}: ${each}`))
    const relations = relationsOf(path, texts)
    for (const target of relations.values()) if (!texts.has(target)) faults.push(`${path}: no ${target}`)
    for (const { attributes } of everything(root)) {
      const id = attributes['r:id']
      if (id !== undefined && !relations.has(id)) faults.push(`${path}: no relation ${id}`)
    }
    if (path.startsWith('ppt/slide')) faults.push(...shapeFaults(root).map((each) => `${path}: ${each}`))
  }
  const types = readXml(texts.get('[Content_Types].xml') ?? '')
  const typed = all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1))
  const content = [...texts.keys()].filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml')
  if ([...typed].sort().join() !== [...content].sort().join()) faults.push('types and parts differ')
  return faults
}

function shapeFaults(root: Element): readonly string[] {
  const faults: string[] = []
  const ids = all(root, 'p:cNvPr').map(({ attributes }) => attributes.id)
  if (new Set(ids).size !== ids.length) faults.push('an id twice')
  const shapes = new Map(all(root, 'p:sp').map((shape) => [all(shape, 'p:cNvPr')[0]?.attributes.id, shape]))
  for (const connector of all(root, 'p:cxnSp')) {
    const line = frameOf(connector)
    for (const [end, isEnd] of [
      ['a:stCxn', false],
      ['a:endCxn', true],
    ] as const) {
      const held = all(connector, end)[0]
      const shape = shapes.get(held?.attributes.id)
      if (shape === undefined) {
        faults.push(`a connector whose ${end} is on no shape`)
        continue
      }
      const site = siteOf(shape, Number(held?.attributes.idx))
      const tip = tipOf(connector, line, isEnd)
      if (Math.abs(site.x - tip.x) > 2 || Math.abs(site.y - tip.y) > 2)
        faults.push(`a line that does not touch its ${end}`)
    }
  }
  for (const frame of [...all(root, 'a:xfrm'), ...all(root, 'p:xfrm')]) {
    const { x, y, width, height } = boxOf(frame)
    if (![x, y, width, height].every(Number.isSafeInteger)) faults.push('a place that is no whole number')
    if (x < 0 || y < 0 || x + width > PAGE.x + 2 || y + height > PAGE.y + 2)
      faults.push(`beyond the page: ${x} ${y} ${width} ${height}`)
  }
  for (const shape of shapes.values()) {
    const [frame] = all(shape, 'a:xfrm')
    if (frame === undefined) continue
    const { width, height } = boxOf(frame)
    const insets = all(shape, 'a:bodyPr')[0]?.attributes ?? {}
    const room = (from: number, ...sides: readonly string[]) =>
      sides.reduce((rest, side) => rest - Number(insets[side] ?? 0), from) / 12_700
    const needed = heightOf(linesOf(shape), room(width, 'lIns', 'rIns') + 0.01)
    if (needed > room(height, 'tIns', 'bIns') + 0.1) faults.push(`text that is higher than its box: ${wordsOf(shape)}`)
  }
  for (const table of all(root, 'a:tbl')) {
    const columns = all(table, 'a:gridCol').length
    if (all(table, 'a:tr').some((row) => row.children.length !== columns)) faults.push('a row with other columns')
  }
  return faults
}

/** The paragraphs of a shape as they were fitted. */
const linesOf = (shape: Element): readonly TextLine[] =>
  all(shape, 'a:p').flatMap((paragraph) => {
    const run = all(paragraph, 'a:rPr')[0]?.attributes
    if (run === undefined) return []
    const before = Number(all(paragraph, 'a:spcPts')[0]?.attributes.val ?? 0) / 100
    const bullet = all(paragraph, 'a:buChar').length > 0
    return [{ text: wordsOf(paragraph), size: Number(run.sz) / 100, bold: run.b === '1', bullet, before }]
  })

const boxOf = (frame: Element) => ({
  x: Number(child(frame, 'a:off')?.attributes.x),
  y: Number(child(frame, 'a:off')?.attributes.y),
  width: Number(child(frame, 'a:ext')?.attributes.cx),
  height: Number(child(frame, 'a:ext')?.attributes.cy),
})
const frameOf = (shape: Element) => boxOf(all(shape, 'a:xfrm')[0] as Element)

/** Sites of a rectangle count from the top against the clock. */
function siteOf(shape: Element, site: number): { x: number; y: number } {
  const { x, y, width, height } = frameOf(shape)
  return [
    { x: x + width / 2, y },
    { x, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x: x + width, y: y + height / 2 },
  ][site] as { x: number; y: number }
}

function tipOf(connector: Element, { x, y, width, height }: ReturnType<typeof frameOf>, isEnd: boolean) {
  const { flipH, flipV } = (all(connector, 'a:xfrm')[0] as Element).attributes
  return { x: x + ((flipH === '1') === isEnd ? 0 : width), y: y + ((flipV === '1') === isEnd ? 0 : height) }
}

const titleOf = (slide: Element) =>
  wordsOf(all(slide, 'p:sp').find((shape) => /itle/.test(all(shape, 'p:ph')[0]?.attributes.type ?? '')) as Element)
const titles = (parts: readonly DeckPart[]) => slidesOf(parts).map(titleOf)
const rowsOf = (slide: Element) => all(slide, 'a:tr').map((row) => row.children.map((cell) => wordsOf(cell)))

describe('the deck', () => {
  const companies: readonly (readonly [string, () => Inventory])[] = [
    ...SAMPLES.map(({ name, load }) => [name, load] as const),
    ['names that would break out', evilCompany],
    ['nothing at all', () => EMPTY_INVENTORY],
  ]

  for (const [name, load] of companies) {
    it(`is a sound package in both languages: ${name}`, () => {
      for (const language of ['de', 'en'] as const) {
        const parts = toDeckParts(inputFor(load(), language))
        expect(faultsOf(parts)).toEqual([])
        const words = slidesOf(parts).map(wordsOf).join('\n')
        expect(words).not.toMatch(/undefined|NaN|\[object|\{\{|\b(?:deck|analysis|common|map):\w/)
      }
    })
  }

  it.skipIf(noRealData !== undefined)(`is sound for a real company${noRealData ? ` (${noRealData})` : ''}`, () => {
    expect(faultsOf(toDeckParts(inputFor(nexatech(), 'de')))).toEqual([])
  })

  test.prop([arbitraryInventory], { numRuns: 8 })(
    'is sound for any inventory, and the same every time',
    (inventory) => {
      const parts = toDeckParts(inputFor(inventory, 'de'))
      expect(faultsOf(parts)).toEqual([])
      expect(toDeckParts(inputFor(inventory, 'de'))).toEqual(parts)
    },
  )

  it('numbers masters, layouts and slides as office programs demand', () => {
    const parts = new Map(toDeckParts(inputFor(evilCompany())).map(({ path, text }) => [path, text]))
    const presentation = readXml(parts.get('ppt/presentation.xml') ?? '')
    const master = readXml(parts.get('ppt/slideMasters/slideMaster1.xml') ?? '')
    const idsOf = (root: Element, name: string) => all(root, name).map(({ attributes }) => Number(attributes.id))
    const high = [...idsOf(presentation, 'p:sldMasterId'), ...idsOf(master, 'p:sldLayoutId')]
    const slides = idsOf(presentation, 'p:sldId')
    expect(high.every((id) => id >= 2 ** 31 && id < 2 ** 32)).toBe(true)
    expect(slides.every((id) => id >= 256 && id < 2 ** 31)).toBe(true)
    expect(new Set([...high, ...slides]).size).toBe(high.length + slides.length)
    expect(all(presentation, 'p:sldSz')[0]?.attributes).toEqual({ cx: '12192000', cy: '6858000' })
  })

  it('keeps names as they are, as text and nothing else', () => {
    const words = slidesOf(toDeckParts(inputFor(evilCompany())))
      .map(wordsOf)
      .join('\n')
    for (const name of EVIL) {
      expect(words).toContain(name.replace(/[\p{Cc} ]+/gu, ' ').trim())
    }
  })

  it('names every tool in the appendix, and counts what goes beyond it', () => {
    const { load } = SAMPLES[0] as (typeof SAMPLES)[number]
    const slides = slidesOf(toDeckParts(inputFor(load(), 'de')))
    const listed = slides
      .filter((slide) => titleOf(slide).startsWith('Anhang: Tools'))
      .flatMap((slide) => rowsOf(slide).slice(1))
    expect(listed.length).toBe(load().tools.size)
    const cells = listed.map(([name = '']) => name)
    for (const { name, partOf } of load().tools.values()) {
      const label = (partOf === undefined ? name : `${name} (${partOf})`).replace(/ +/g, ' ')
      const isShown = (cell: string) => cell === label || (cell.endsWith('…') && label.startsWith(cell.slice(0, -1)))
      expect(cells.find(isShown), label).toBeDefined()
    }

    const builder = anInventory()
    const most = MOST_PAGES.tools * ROWS_PER_PAGE
    for (let i = 0; i < most + 7; i++) builder.tool(`Tool ${i}`)
    const many = slidesOf(toDeckParts(inputFor(builder.build(), 'en')))
    const pages = many.filter((slide) => titleOf(slide).startsWith('Appendix: Tools'))
    expect(pages.flatMap((slide) => rowsOf(slide).slice(1)).length).toBe(most)
    expect(wordsOf(pages.at(-1) as Element)).toContain('7 more rows are left out')
  })

  it('says in its headlines what the numbers are', () => {
    const builder = anInventory()
    for (const [i, department] of ['IT', 'Vertrieb', 'Service'].entries()) {
      builder.tool(`Desk ${i}`, {
        functions: ['Ticketing'],
        owner: department,
        annualCost: { minor: 2_800_000, currency: 'EUR' },
      })
    }
    builder.flow('Desk 0', 'Desk 1', { method: 'by-hand', hoursPerMonth: 12.5 })
    builder.flow('Desk 1', 'Desk 2', { method: 'e-mail' })
    const said = titles(toDeckParts(inputFor(builder.build(), 'de')))
      .join('\n')
      .replaceAll('\u00a0', ' ')
    expect(said).toContain('3 Tools für Ticketing in 3 Abteilungen kosten 84.000 € im Jahr')
    expect(said).toContain('2 Datenflüsse laufen von Hand, per E-Mail oder als Datei: mindestens 12,5 Stunden im Monat')
  })

  it('shows points that add up to the sums beside them', () => {
    const { load } = SAMPLES[1] as (typeof SAMPLES)[number]
    const pages = slidesOf(toDeckParts(inputFor(load(), 'en'))).filter((slide) => titleOf(slide).startsWith('Place '))
    expect(pages.length).toBe(3)
    for (const page of pages) {
      const rows = rowsOf(page).map((row) => [row[0], Number(row.at(-1))] as const)
      const at = (word: string) => rows.findIndex(([name]) => name === word)
      const sum = (from: number, to: number) => rows.slice(from, to).reduce((all, [, points]) => all + points, 0)
      expect(sum(1, at('Lever'))).toBeCloseTo(rows[at('Lever')]?.[1] ?? Number.NaN, 6)
      expect(sum(at('Lever') + 1, at('Effort'))).toBeCloseTo(rows[at('Effort')]?.[1] ?? Number.NaN, 6)
    }
  })

  it('takes target and pilot from a scenario, and leaves the card empty without one', () => {
    const base = anInventory()
      .tool('Alt', { functions: ['CRM'], users: 90 })
      .tool('Neu', { functions: ['CRM'], users: 5 })
      .build()
    const key = [...base.functions.keys()][0] as string
    const target = [...base.tools.values()].find(({ name }) => name === 'Neu')
    const scenario: Scenario = {
      id: 's' as ScenarioId,
      name: 'CRM zuerst',
      bundles: [{ functionKey: key, target: { tool: target?.id as never }, decisions: [] }],
      pilot: {
        status: 'pilot',
        measure: 'Abtippen',
        baseline: 20,
        unit: 'Stunden',
        date: '2027-03-31',
        owner: 'Frau Öz',
      },
    }
    const planned = toDeckParts(inputFor({ ...base, scenarios: new Map([[scenario.id, scenario]]) }, 'de'))
    expect(titles(planned)).toContain('CRM mit Neu: 1 Tool entfällt')
    const card = slidesOf(planned).find((slide) => titleOf(slide).startsWith('Pilot CRM zuerst'))
    const fields = new Map(rowsOf(card as Element).map(([name, value]) => [name, value]))
    expect(fields.get('Was gemessen wird')).toBe('Abtippen')
    expect(fields.get('Ausgangswert: heute')).toBe('20 Stunden')
    expect(fields.get('Entschieden wird am')).toBe('31.03.2027')
    expect(fields.get('Erfolgskriterium')).toBe('')

    const fresh = {
      ...scenario,
      bundles: [{ functionKey: key, target: { newPlatform: 'Plattform X' }, decisions: [] }],
    }
    const renewed = toDeckParts(inputFor({ ...base, scenarios: new Map([[scenario.id, fresh]]) }, 'de'))
    expect(titles(renewed)).toContain('CRM mit Plattform X: 2 Tools entfallen, eine neue Plattform kommt hinzu')
    expect(faultsOf(renewed)).toEqual([])

    const plain = toDeckParts(inputFor(base, 'de'))
    expect(titles(plain)).toContain('CRM mit Alt: 1 Tool entfällt')
    const empty = slidesOf(plain).find((slide) => titleOf(slide).startsWith('Pilot CRM'))
    expect(rowsOf(empty as Element).every(([, value]) => value === '')).toBe(true)
  })

  it('carries the company, its colour and the filters', () => {
    const company = { name: 'A & B <GmbH>', colour: '#f5c400' }
    const parts = toDeckParts(inputFor(evilCompany(), 'en', { company, filters: ['Department: IT'] }))
    const theme = parts.find(({ path }) => path === 'ppt/theme/theme1.xml')?.text ?? ''
    expect(theme).toContain('<a:accent1><a:srgbClr val="F5C400"/></a:accent1>')
    const [cover = ''] = slidesOf(parts).map(wordsOf)
    expect(cover).toContain('A & B <GmbH>')
    expect(cover).toContain('Filters that were active: Department: IT')
    const bad = toDeckParts(inputFor(evilCompany(), 'en', { company: { name: 'X', colour: '"/><x' } }))
    expect(faultsOf(bad)).toEqual([])
    expect(bad.find(({ path }) => path === 'ppt/theme/theme1.xml')?.text).toContain('<a:srgbClr val="2456D6"/>')
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 60 })], { numRuns: 10 })('survives any name', (name) => {
    const inventory = anInventory()
      .tool(name, { owner: name })
      .tool(`${name}!`)
      .flow(name, `${name}!`, { method: 'file' })
      .build()
    expect(faultsOf(toDeckParts(inputFor(inventory, 'en', { company: { name }, filters: [name] })))).toEqual([])
  })

  it('is packed whole, the list of types first', () => {
    const parts = toDeckParts(inputFor(evilCompany(), 'de'))
    const archive = openZip(encodeDeck(parts))
    expect(archive.names).toEqual(parts.map(({ path }) => path))
    expect(archive.names[0]).toBe('[Content_Types].xml')
    for (const { path, text } of parts) expect(new TextDecoder().decode(archive.read(path))).toBe(text)
    expect(encodeDeck(parts)).toEqual(encodeDeck(toDeckParts(inputFor(evilCompany(), 'de'))))
  })
})
