import { describe, expect, it } from 'vitest'
import { tilePaper, toMapPageHtml } from '../../../../shared/export/reports/to-map-page-html'
import { CARD_HEIGHT, CARD_WIDTH } from '../../../../shared/graph/geometry'
import { evilCompany } from '../models/samples'
import { htmlFault, inputOf, mapOf, sample, textOf } from './kit'

const input = inputOf(sample('northfield-services'), 'en', { company: { name: 'A & B' }, filters: ['IT only'] })
const svg = mapOf(input)

describe('the map on paper', () => {
  it.each(['A4', 'A3', 'A0'] as const)('on %s has one picture and a title block', (paper) => {
    const html = toMapPageHtml(svg, { ...input, paper })
    expect(htmlFault(html)).toBeUndefined()
    expect(html.match(/<svg/g)).toHaveLength(1)
    expect(textOf(html)).toContain('A & B – Map of the software landscape as of 15/06/2026 Filters: IT only')
  })

  it('in tiles shows each part once, and all of them together everything', () => {
    const html = toMapPageHtml(svg, { ...input, paper: 'A0', tiled: true })
    expect(htmlFault(html)).toBeUndefined()
    const views = [...html.matchAll(/viewBox="([^"]*)" aria-hidden/g)].map(([, box]) =>
      (box ?? '').split(' ').map(Number),
    )
    expect(views).toHaveLength(9)
    const [x, y, width, height] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number) as [
      number,
      number,
      number,
      number,
    ]
    const [first, last] = [views[0] as number[], views[8] as number[]] as [number[], number[]]
    expect(first[0]).toBeLessThanOrEqual(x + 0.01)
    expect(first[1]).toBeLessThanOrEqual(y + 0.01)
    expect((last[0] ?? 0) + (last[2] ?? 0)).toBeGreaterThanOrEqual(x + width - 0.05)
    expect((last[1] ?? 0) + (last[3] ?? 0)).toBeGreaterThanOrEqual(y + height - 0.05)
    views.forEach(([left = 0, top = 0, wide = 0, high = 0], at) => {
      expect(left).toBeCloseTo((first[0] ?? 0) + (at % 3) * wide, 0)
      expect(top).toBeCloseTo((first[1] ?? 0) + Math.floor(at / 3) * high, 0)
    })
    // Every sheet has the cards that lie on it, even in part, and no others.
    const sheets = html.split('<section class="tile">').slice(1)
    const cards = [...svg.matchAll(/data-id="([^"]*)" transform="translate\((\S+) (\S+)\)"/g)]
    expect(cards.length).toBe(input.inventory.tools.size)
    for (const [, id, cardX, cardY] of cards) {
      const shown = sheets.map((sheet) => sheet.includes(`data-kind="tool" data-id="${id}"`))
      const lies = views.map(([left = 0, top = 0, wide = 0, high = 0]) => {
        const [dx, dy] = [Number(cardX) - left, Number(cardY) - top]
        return dx < wide && dx + CARD_WIDTH > 0 && dy < high && dy + CARD_HEIGHT > 0
      })
      lies.forEach((there, at) => {
        if (there) expect(shown[at]).toBe(true)
      })
      expect(shown.filter(Boolean).length).toBeLessThanOrEqual(4)
    }
    const flows = new Set([...svg.matchAll(/data-kind="flow" data-id="([^"]*)"/g)].map(([, id]) => id))
    for (const id of flows) expect(html).toContain(`data-kind="flow" data-id="${id}"`)
  })

  it('takes as many sheets as make the picture largest, whatever its shape, and none of them empty', () => {
    for (const [width, height] of [
      [1000, 700],
      [6000, 900],
      [500, 4000],
      [1400, 1000],
    ] as const) {
      for (const paper of ['A4', 'A3', 'A0'] as const) {
        const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"></svg>`
        const html = toMapPageHtml(picture, { ...input, paper, tiled: true })
        expect(html).toContain(paper === 'A4' ? 'size:297mm 210mm' : 'size:420mm 297mm')
        const tiles = [...html.matchAll(/viewBox="([^"]*)" aria-hidden/g)].map(([, box]) =>
          (box ?? '').split(' ').map(Number),
        )
        expect(tiles.length).toBeGreaterThan(1)
        expect(tiles.length).toBeLessThanOrEqual(9)
        for (const [x = 0, y = 0, wide = 0, high = 0] of tiles) {
          expect(Math.min(x + wide, width) - Math.max(x, 0)).toBeGreaterThan(0)
          expect(Math.min(y + high, height) - Math.max(y, 0)).toBeGreaterThan(0)
        }
        expect(tilePaper(paper)).toBe(paper === 'A4' ? 'A4' : 'A3')
      }
    }
  })

  it('says in its title block what is shown', () => {
    for (const tiled of [false, true]) {
      const html = toMapPageHtml(svg, {
        ...input,
        paper: 'A3',
        tiled,
        told: ['By function', 'Colour: Status'],
        title: 'Contracts',
      })
      for (const word of ['Contracts', 'By function', 'Colour: Status', 'IT only']) expect(html).toContain(word)
    }
  })

  it('takes evil names for text, and refuses a picture without a frame', () => {
    const evil = inputOf(evilCompany(), 'de', { company: { name: '</b><script>' }, filters: ['"><img src=x>'] })
    for (const tiled of [false, true]) {
      const html = toMapPageHtml(mapOf(evil), { ...evil, title: '<script>', paper: 'A0', tiled })
      expect(htmlFault(html)).toBeUndefined()
      expect(html).not.toMatch(/<(?:script|img)\b/)
    }
    expect(() => toMapPageHtml('<svg></svg>', { ...input, paper: 'A0', tiled: true })).toThrow('viewBox')
  })
})
