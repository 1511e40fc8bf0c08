import { type Banded, banded, sum } from '../../analysis/bundle-figures'
import type { Flow, ToolId } from '../../inventory/nouns'
import type { DeckInput } from './deck-input'
import { strokeOf } from './line-looks'
import { CONTENT, type Slide } from './slide'
import { nameOf, toolsInUse, type Voice } from './voice'

const MOST_DRAWN = 8
const MOST_ROWS = 18
const COLUMN = { source: 40, flow: 365, target: 690, width: 230 } as const

/** Data that people carry: who to whom as boxes with lines that hold on to them, then all of it as a table. */
export function handPages({ inventory }: DeckInput, voice: Voice): readonly Slide[] {
  const { t, number } = voice
  const inUse = new Set(toolsInUse(inventory).map(({ id }) => id))
  const flows = [...inventory.flows.values()].filter(
    ({ status, source, target }) => status !== 'retired' && inUse.has(source) && inUse.has(target),
  )
  const carried = flows
    .filter(({ method }) => method === 'by-hand' || method === 'e-mail' || method === 'file')
    .sort(
      (a, b) => (b.hoursPerMonth ?? -1) - (a.hoursPerMonth ?? -1) || rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1),
    )
  const unknownMethod = flows.filter(({ method }) => method === 'unknown').length
  const methodNote = unknownMethod > 0 ? voice.plural('deck:hand.methodUnknown', unknownMethod) : ''
  if (carried.length === 0) {
    const slide = voice.slide(t('deck:hand.none'))
    const why = t(flows.length === 0 ? 'deck:hand.noFlows' : 'deck:hand.noneWhy')
    slide.text(CONTENT, t('deck:hand.none'), [{ text: why, size: 16, colour: 'muted' }])
    slide.note(methodNote)
    return [slide]
  }
  const hours = banded(
    carried.flatMap(({ hoursPerMonth }) => hoursPerMonth ?? []),
    sum,
  )
  const silent = carried.length - carried.filter(({ hoursPerMonth }) => hoursPerMonth !== undefined).length
  const headline = headlineOf(carried.length, hours, silent, voice)
  const silence = silent > 0 ? voice.plural('deck:hand.hoursUnknown', silent) : ''

  const drawn = carried.slice(0, MOST_DRAWN)
  const picture = voice.slide(headline)
  drawFlows(picture, drawn, inventory, voice)
  const rest = carried.length - drawn.length
  picture.note(
    [rest > 0 ? voice.plural('deck:hand.notDrawn', rest) : '', t('deck:hand.lines'), silence].filter(Boolean).join(' '),
  )

  const rows = carried.slice(0, MOST_ROWS)
  const list = voice.slide(voice.plural('deck:hand.list', carried.length))
  list.table(CONTENT, {
    name: t('deck:hand.table'),
    size: 10,
    columns: [
      { header: t('deck:column.source'), share: 24 },
      { header: t('deck:column.target'), share: 24 },
      { header: t('deck:column.data'), share: 28 },
      { header: t('deck:column.method'), share: 12 },
      { header: t('deck:column.hours'), share: 12, align: 'right' },
    ],
    rows: rows.map((flow) => [
      nameOf(inventory.tools, flow.source),
      nameOf(inventory.tools, flow.target),
      dataOf(flow, inventory),
      t(`common:method.${flow.method}`),
      flow.hoursPerMonth === undefined ? t('common:unknown') : number(flow.hoursPerMonth),
    ]),
  })
  const left = carried.length - rows.length
  list.note([left > 0 ? voice.plural('deck:hand.notListed', left) : '', silence, methodNote].filter(Boolean).join(' '))
  return [picture, list]
}

function headlineOf(count: number, hours: Banded, silent: number, voice: Voice): string {
  if (hours.expected === 0 && silent > 0) return voice.plural('deck:hand.headlineUnknown', count)
  const n = voice.number(hours.expected)
  return voice.plural('deck:hand.headline', count, { hours: silent > 0 ? voice.t('deck:atLeast', { value: n }) : n })
}

function rankOf({ method }: Flow): number {
  return method === 'by-hand' ? 0 : method === 'e-mail' ? 1 : 2
}

/** Data objects by name, else what the list called the flow. */
export function dataOf({ dataObjects, name }: Flow, { dataObjects: rows }: DeckInput['inventory']): string {
  const names = dataObjects.map((id) => nameOf(rows, id))
  return names.length > 0 ? names.join(', ') : (name ?? '')
}

/** Sources at the left, what is carried in the middle, targets at the right. */
function drawFlows(slide: Slide, flows: readonly Flow[], inventory: DeckInput['inventory'], voice: Voice): void {
  const { t, number } = voice
  const ordered = grouped(flows)
  const pitch = Math.min(60, CONTENT.height / ordered.length)
  const height = Math.min(38, pitch - 8)
  const top = (row: number) => CONTENT.y + row * pitch + (pitch - height) / 2
  const columnOf = (end: 'source' | 'target') => {
    const rowsOf = new Map<ToolId, number[]>()
    ordered.forEach((flow, row) => {
      const rows = rowsOf.get(flow[end])
      if (rows === undefined) rowsOf.set(flow[end], [row])
      else rows.push(row)
    })
    const wanted = [...rowsOf].map(([id, rows]) => ({ id, row: rows.reduce((all, row) => all + row, 0) / rows.length }))
    wanted.sort((a, b) => a.row - b.row)
    const places = spread(
      wanted.map(({ row }) => row),
      ordered.length,
    )
    return new Map(
      wanted.map(({ id }, i) => {
        const name = nameOf(inventory.tools, id)
        const at = { x: COLUMN[end], y: top(places[i] ?? 0), width: COLUMN.width, height }
        const box = slide.box(at, {
          name,
          shape: 'roundRect',
          fill: 'canvas',
          stroke: { colour: 'muted', width: 1 },
          text: [{ text: name, size: 12, bold: true, align: 'center' }],
        })
        return [id, box] as const
      }),
    )
  }
  const sources = columnOf('source')
  const targets = columnOf('target')
  ordered.forEach((flow, row) => {
    const hours =
      flow.hoursPerMonth === undefined ? t('deck:hand.noHours') : t('map:hours', { hours: number(flow.hoursPerMonth) })
    const data = dataOf(flow, inventory)
    const stroke = strokeOf(flow.method)
    const method = t(`common:method.${flow.method}`)
    const name = `${method}: ${hours}`
    const at = { x: COLUMN.flow, y: top(row), width: COLUMN.width, height }
    const pill = slide.box(at, {
      name,
      shape: 'roundRect',
      fill: 'panel',
      stroke: { ...stroke, width: 1.25 },
      text: [
        { text: name, size: 10, bold: true, align: 'center' },
        ...(data === '' ? [] : [{ text: data, size: 9, colour: 'muted' as const, align: 'center' as const }]),
      ],
    })
    const [source, target] = [sources.get(flow.source), targets.get(flow.target)]
    if (source === undefined || target === undefined) throw new Error(`A flow without its ends: ${flow.id}`)
    const both = flow.bothWays === true
    slide.connect([source, 'right'], [pill, 'left'], { ...stroke, name, ...(both ? { atStart: true } : {}) })
    slide.connect([pill, 'right'], [target, 'left'], { ...stroke, name, atEnd: true })
  })
}

/** Flows into the same tool one under the other, the target with most hours first. */
function grouped(flows: readonly Flow[]): readonly Flow[] {
  const hours = new Map<ToolId, number>()
  for (const { target, hoursPerMonth } of flows) hours.set(target, (hours.get(target) ?? 0) + (hoursPerMonth ?? 0))
  return [...flows].sort(
    (a, b) =>
      (hours.get(b.target) ?? 0) - (hours.get(a.target) ?? 0) ||
      (a.target < b.target ? -1 : a.target > b.target ? 1 : 0),
  )
}

/** Places for boxes of height 1 as near to what they want as they can be without overlapping; ascending in and out. */
export function spread(wanted: readonly number[], room: number): readonly number[] {
  const places: number[] = []
  for (const want of wanted) places.push(Math.max(want, (places.at(-1) ?? -1) + 1))
  for (let i = places.length - 1, most = room - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? 0, most)
    most = (places[i] ?? 0) - 1
  }
  return places
}
