import { textWidth } from '../../graph/text-width'
import type { DeckView } from './deck-input'
import { CONTENT, type Slide } from './slide'
import type { Colour } from './text-block'
import type { Voice } from './voice'

const SIZE = 9
const ROW = 14
const SWATCH = 9
const BETWEEN = 12
const MOST_ROWS = 2

/** What the colours of the tools mean, at the foot of the page; gives the height that it takes. What has no room is counted. */
export function drawLegend(slide: Slide, { title, entries }: DeckView['legend'], { number, t }: Voice): number {
  if (entries.length === 0) return 0
  const texts = entries.map(({ label, count }) => `${label} ${number(count)}`)
  const more = (left: number) => t('deck:landscape.moreColours', { n: number(left) })
  const rows = wrap([title, ...texts], more(entries.length))
  const height = rows.length * ROW + 6
  const top = CONTENT.y + CONTENT.height - rows.length * ROW
  let shown = 0
  rows.forEach((row, line) => {
    for (const { at, x } of row) {
      const y = top + line * ROW
      const text = at === 0 ? title : (texts[at - 1] ?? '')
      const width = widthOf(text, at === 0)
      const left = CONTENT.x + x
      if (at > 0) {
        const entry = entries[at - 1]
        const colour = (entry?.colour ?? 'muted') as Colour
        // What isn't known is told by more than its grey.
        slide.box(
          { x: left, y: y + 2, width: SWATCH, height: SWATCH },
          {
            name: text,
            fill: entry?.unknown === true ? 'panel' : colour,
            stroke: { colour, width: 1, ...(entry?.unknown === true ? { dash: 'sysDash' as const } : {}) },
          },
        )
        shown += 1
      }
      const from = at === 0 ? left : left + SWATCH + 4
      slide.text({ x: from, y, width, height: ROW }, text, [{ text, size: SIZE, bold: at === 0 }], 'ctr')
    }
  })
  const left = entries.length - shown
  if (left > 0) {
    const text = more(left)
    const end = CONTENT.x + CONTENT.width - widthOf(text, false)
    const y = top + (rows.length - 1) * ROW
    slide.text(
      { x: end, y, width: widthOf(text, false), height: ROW },
      text,
      [{ text, size: SIZE, colour: 'muted' }],
      'ctr',
    )
  }
  return height
}

/** The texts in rows of the page's width, each with its place; the last row leaves room for the count of the rest. */
function wrap(texts: readonly string[], rest: string) {
  const rows: { at: number; x: number }[][] = [[]]
  let x = 0
  for (const [at, text] of texts.entries()) {
    const needed = widthOf(text, at === 0) + (at === 0 ? 0 : SWATCH + 4)
    const last = rows.length === MOST_ROWS
    const room = CONTENT.width - (last && at < texts.length - 1 ? widthOf(rest, false) + BETWEEN : 0)
    if (x + needed > room) {
      if (last) break
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ at, x })
    x += needed + BETWEEN
  }
  return rows
}

function widthOf(text: string, bold: boolean): number {
  return Math.ceil(textWidth(text, SIZE, bold)) + 4
}
