import { describe, expect, it } from 'vitest'
import { readDrawing, shapeBox } from '../../../shared/export/svg-drawing'
import { evilCompany, SAMPLES } from './models/samples'
import { inputOf, mapOf } from './reports/kit'

const frame = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="-10 -20 100 50" font-family="Inter, 'A B'">${content}</svg>`

describe('a map read back as shapes', () => {
  it.each([
    ...SAMPLES.map(({ name, load }) => [name, load] as const),
    ['names that would break out', evilCompany] as const,
  ])('has every card, line and word of the file: %s', (_name, load) => {
    for (const language of ['de', 'en'] as const) {
      const svg = mapOf(inputOf(load(), language))
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
      ...{ kind: 'circle', dx: 5, dy: 6, x: 1, y: 2, r: 3 },
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
