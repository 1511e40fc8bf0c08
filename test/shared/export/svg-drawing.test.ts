import { describe, expect, it } from 'vitest'
import { readDrawing, shapeBox } from '../../../shared/export/svg-drawing'
import type { Inventory } from '../../../shared/inventory/inventory'
import { COLOUR_ATTRIBUTES, SIZE_ATTRIBUTES, type SizeAttribute } from '../../../shared/inventory/map-look'
import { changing, FULL_LOOK, lookedAt } from './full-look'
import { evilCompany, SAMPLES } from './models/samples'
import { inputOf, mapOf } from './reports/kit'

const frame = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="-10 -20 100 50" font-family="Inter, 'A B'">${content}</svg>`

/** That nothing of a map is missed, and that each part of it has a place in the picture. */
function expectRead(svg: string): void {
  const drawing = readDrawing(svg)
  if (drawing === undefined) throw new Error('not understood')
  const shapes = drawing.pieces.flatMap((piece) => piece.shapes)
  for (const kind of ['rect', 'circle', 'path', 'text'] as const)
    expect(shapes.filter((shape) => shape.kind === kind).length).toBe(
      svg.match(new RegExp(`<${kind}\\b`, 'g'))?.length ?? 0,
    )
  // Put together again the pieces are the file but for its frame.
  const { from } = drawing.pieces[0] as { from: number }
  expect(svg.slice(0, from) + drawing.pieces.map((piece) => svg.slice(piece.from, piece.to)).join('')).toBe(
    svg.slice(0, svg.lastIndexOf('</svg>')),
  )
  for (const shape of shapes) {
    const box = shapeBox(shape)
    if (box === undefined) throw new Error(`no place: ${JSON.stringify(shape)}`)
    expect(box.x).toBeGreaterThan(drawing.view.x - 60)
    expect(box.y).toBeGreaterThan(drawing.view.y - 60)
  }
}

describe('a map read back as shapes', () => {
  it.each([
    ...SAMPLES.map(({ name, load }) => [name, load] as const),
    ['names that would break out', evilCompany] as const,
  ])('has every card, line and word of the file: %s', (_name, load) => {
    for (const language of ['de', 'en'] as const) expectRead(mapOf(inputOf(load(), language)))
  })

  it('has everything that a look puts on it', () => {
    for (const { load } of SAMPLES) {
      const inventory = changing(load())
      const svg = lookedAt(inventory, FULL_LOOK)
      // Ghosts, marks of known and unknown values, counts of what is hidden, words, and a legend that grows with the map.
      for (const part of [
        / stroke-width="2" stroke-dasharray="6 4"\/>/,
        / (?:fill|stroke)-opacity="0.4"/,
        / fill-opacity="0.12"/,
        / stroke-opacity="0.6" stroke-width="1.5" stroke-dasharray="3 2"/,
        / fill-opacity="0.09"/,
        />\d+ Tools? \(\+\d/,
        />neu</,
        />weg</,
        / scale\((?!1\))[\d.]+\)/,
      ])
        expect(part.test(svg), String(part)).toBe(true)
      expectRead(svg)
    }
    const small = changing(SAMPLES[1]?.load() as Inventory)
    COLOUR_ATTRIBUTES.forEach((colourBy, at) => {
      const sizeBy = SIZE_ATTRIBUTES[at % SIZE_ATTRIBUTES.length] as SizeAttribute
      const dark = at % 2 === 1
      const options = { theme: dark ? 'dark' : 'light', transparent: dark } as const
      expectRead(lookedAt(small, { ...FULL_LOOK, colourBy, sizeBy }, options))
    })
  })

  it('knows what shows through, and what is drawn larger', () => {
    const svg = frame(
      [
        '<g transform="translate(5 6) scale(1.5)"><g transform="translate(10 20)"><circle cx="1" cy="2" r="3" fill="#17202B" fill-opacity="0.12" stroke="#5B6675" stroke-opacity="0.6"/></g>',
        '<text x="2" y="10" font-size="10" fill="#000000">AB</text></g>',
        '<rect width="1" height="1" fill="none" fill-opacity="0.5" stroke="#000000" stroke-opacity="1"/>',
      ].join(''),
    )
    const [circle, text, rect] = readDrawing(svg)?.pieces.flatMap(({ shapes }) => shapes) ?? []
    expect(circle).toMatchObject({ dx: 20, dy: 36, zoom: 1.5, x: 1, r: 3, fill: '#17202B1F', stroke: '#5B667599' })
    expect(circle && shapeBox(circle)).toEqual({ x: 20 - 4.5, y: 36 - 3, width: 12, height: 12 })
    expect(text).toMatchObject({ dx: 5, dy: 6, zoom: 1.5, x: 2, size: 10 })
    expect(text && shapeBox(text)).toEqual({ x: 8, y: 6 - 2 * 1.5, width: 33, height: 24 })
    expect(rect).toMatchObject({ zoom: 1, stroke: '#000000' })
    expect(rect).not.toHaveProperty('fill')
  })

  it('says where shapes lie, what they inherit, and what their text is', () => {
    const svg = frame(
      [
        '<g transform="translate(5 6)" fill="none" stroke="#112233" stroke-width="2"><circle cx="1" cy="2" r="3"/>',
        '<g transform="translate(10 0)"><rect width="4" height="5" rx="2" fill="#FFFFFF"/></g></g>',
        '<text x="7" y="8" font-size="10" font-weight="600" text-anchor="end" fill="#000000" text-decoration="line-through">A &lt;b&gt; &#38;  c</text>',
        '<path d="M0 0L10 20Q30 -5 7 7" fill="none" stroke="#445566" stroke-dasharray="0.1 5" stroke-linecap="round"/>',
      ].join(''),
    )
    const drawing = readDrawing(svg)
    expect(drawing).toMatchObject({ view: { x: -10, y: -20, width: 100, height: 50 }, font: "Inter, 'A B'" })
    const [circle, rect, text, path] = drawing?.pieces.flatMap(({ shapes }) => shapes) ?? []
    expect(circle).toEqual({
      ...{ kind: 'circle', dx: 5, dy: 6, zoom: 1, x: 1, y: 2, r: 3 },
      ...{ stroke: '#112233', strokeWidth: 2, dash: [], round: false },
    })
    expect(rect).toMatchObject({
      kind: 'rect',
      dx: 15,
      dy: 6,
      width: 4,
      height: 5,
      rx: 2,
      fill: '#FFFFFF',
      stroke: '#112233',
    })
    expect(text).toMatchObject({ text: 'A <b> & c', anchor: 'end', weight: '600', struck: true })
    expect(path).toMatchObject({ dash: [0.1, 5], round: true, stroke: '#445566' })
    expect(path && shapeBox(path)).toEqual({ x: -1, y: -6, width: 32, height: 27 })
  })

  it.each([
    ['no picture', 'text'],
    ['another element', frame('<image href="x"/>')],
    ['a script', frame('<script>1</script>')],
    ['a handler', frame('<rect width="1" height="1" onclick="1"/>')],
    ['a style', frame('<rect width="1" height="1" style="fill:red"/>')],
    ['a unit', frame('<rect width="10%" height="1"/>')],
    ['another transform', frame('<g transform="rotate(3)"></g>')],
    ['a stretching', frame('<g transform="translate(0 0) scale(1 2)"></g>')],
    ['an opacity of a whole group', frame('<g opacity="0.5"></g>')],
    ['an opacity beyond all', frame('<rect width="1" height="1" fill="#000000" fill-opacity="1.5"/>')],
    ['an opacity of a named colour', frame('<rect width="1" height="1" fill="red" fill-opacity="0.5"/>')],
    ['a picture within', frame('<svg viewBox="0 0 1 1"></svg>')],
    ['words outside a text', frame('words')],
    ['an open group', frame('<g>')],
    ['a comment', frame('<!-- -->')],
    ['no frame', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['more after its end', `${frame('')}<p></p>`],
  ])('is left to others when it has %s', (_what, svg) => {
    expect(readDrawing(svg)).toBeUndefined()
  })
})
