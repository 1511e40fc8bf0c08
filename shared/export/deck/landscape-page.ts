import { commonCurrency } from '../../analysis/item-figures'
import type { Rect } from '../../graph/graph'
import { fitText, textWidth } from '../../graph/text-width'
import type { Tool } from '../../inventory/nouns'
import type { DeckInput, DeckView } from './deck-input'
import { type House, landscapeOf } from './landscape-houses'
import { drawLegend } from './landscape-legend'
import { CONTENT, type Slide } from './slide'
import type { Colour } from './text-block'
import { knownCost, toolsInUse, type Voice } from './voice'

/** More tools than this can't be read on one page. */
const MOST_TOOLS = 60
const GAP = 8
const MOST_HOUSES = 20
const CHIP = 17

/**
 * The landscape: departments as boxes with their tools in them, or what the map's look shows instead, in its colours.
 * With many tools each box says how many it has and names those with most data flows and overlaps; what is left out is
 * said.
 */
export function landscapePage(input: DeckInput, voice: Voice): Slide {
  const { inventory, options } = input
  const { t, counted } = voice
  const { view } = options
  const { houses, tools, flows, links } = landscapeOf(input, voice)
  const drawn = houses.reduce((sum, house) => sum + house.tools.length, 0)
  const owning = houses.filter(({ homeless }) => !homeless).length
  const gone = view?.gone ?? new Set<string>()
  const owned = houses
    .filter(({ homeless }) => !homeless)
    .reduce((sum, house) => sum + house.tools.filter(({ id }) => !gone.has(id)).length, 0)
  const counts = {
    tools: counted('tools', tools),
    owned: voice.number(owned),
    departments: counted('departments', owning),
    flows: counted('flows', flows),
  }
  const plain = owning === 0 || view?.byDepartment === false
  const headline = plain ? 'headlinePlain' : owned < tools ? 'headlineSome' : 'headline'
  const slide = voice.slide(t(`deck:landscape.${headline}`, counts))
  const looks = looksOf(view)
  const legend = view === undefined ? 0 : drawLegend(slide, view.legend, voice)
  const area = { ...CONTENT, height: CONTENT.height - legend }
  if (drawn === 0) {
    const empty = t(inventory.tools.size === 0 ? 'deck:landscape.empty' : 'deck:landscape.nothing')
    slide.text(area, empty, [{ text: empty, size: 16, colour: 'muted' }])
  }
  const plan = drawn === 0 || drawn > MOST_TOOLS ? undefined : planFull(houses, area)
  const shown =
    plan === undefined ? drawCounts(slide, houses, area, links, looks, voice) : drawFull(slide, houses, plan, looks)
  const retired = inventory.tools.size - toolsInUse(inventory).length
  const idle = inventory.departments.size - owning
  const whole = view === undefined || (view.byDepartment && view.filters.length === 0)
  slide.note(
    [
      view === undefined ? '' : t('deck:landscape.shows', { what: view.told.join(' · ') }),
      view === undefined || view.filters.length === 0
        ? ''
        : t('deck:cover.filters', { filters: view.filters.join(' · ') }),
      shown < drawn ? t('deck:landscape.leftOut', { shown: voice.number(shown), all: counted('tools', drawn) }) : '',
      plan === undefined && drawn > 0 ? t('deck:landscape.behind') : '',
      whole && idle > 0 ? voice.plural('deck:landscape.idle', idle) : '',
      whole && retired > 0 ? voice.plural('deck:landscape.retired', retired) : '',
    ]
      .filter((part) => part !== '')
      .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
      .join(' '),
  )
  return slide
}

/** Where a department stands, and how many tools it has side by side. */
interface Place {
  readonly at: Rect
  readonly inner: number
}

interface FullPlan {
  readonly toolHeight: number
  readonly size: number
  readonly places: readonly Place[]
}

const HEADER = 22

/**
 * Where all departments and tools find room: as few shortened names as can be, then the largest type; undefined when they
 * find none.
 */
function planFull(houses: readonly House[], area: Rect): FullPlan | undefined {
  let best: { plan: FullPlan; cut: number } | undefined
  for (const [toolHeight, size] of TYPE) {
    for (const columns of [3, 4, 5, 6]) {
      for (const inner of [1, 2, 3]) {
        const width = (area.width - GAP * (columns - 1)) / columns
        const toolWidth = (width - 8 - 4 * (inner - 1)) / inner
        if (toolWidth < 84) continue
        const places = placeHouses(houses, area, columns, width, inner, toolHeight)
        if (Math.max(...places.map(({ at }) => at.y + at.height)) > area.y + area.height) continue
        const names = houses.flatMap(({ tools }) => tools.map(({ name }) => name))
        const cut = names.filter((name) => textWidth(name, size) > toolWidth - 8).length
        if (best === undefined || cut < best.cut) best = { plan: { toolHeight, size, places }, cut }
      }
    }
  }
  return best?.plan
}

/** Height of a tool's box and size of its name, the largest first. */
const TYPE = [
  [24, 11],
  [21, 10],
  [18, 9],
  [16, 8],
] as const

/** Each department under the shortest column so far; many tools without one stand across the whole page below. */
function placeHouses(
  houses: readonly House[],
  area: Rect,
  columns: number,
  width: number,
  inner: number,
  toolHeight: number,
): readonly Place[] {
  const heights = Array.from({ length: columns }, () => 0)
  return houses.map(({ tools, homeless }) => {
    const across = homeless && tools.length > inner * 2
    const beside = across ? inner * columns : inner
    const height = HEADER + Math.ceil(tools.length / beside) * (toolHeight + 4) + 6
    if (across) {
      const y = Math.max(...heights)
      heights.fill(y + height + GAP)
      return { at: { x: area.x, y: area.y + y, width: area.width, height }, inner: beside }
    }
    const column = heights.indexOf(Math.min(...heights))
    const y = heights[column] ?? 0
    heights[column] = y + height + GAP
    return { at: { x: area.x + column * (width + GAP), y: area.y + y, width, height }, inner }
  })
}

function drawFull(
  slide: Slide,
  houses: readonly House[],
  { toolHeight, size, places }: FullPlan,
  looks: ToolLooks,
): number {
  houses.forEach((house, i) => {
    const place = places[i]
    if (place === undefined) return
    const { at: rect, inner } = place
    slide.group(rect, house.name, () => {
      drawHouse(slide, rect, house, ` · ${house.tools.length}`)
      const width = (rect.width - 8 - 4 * (inner - 1)) / inner
      house.tools.forEach((tool, n) => {
        const x = rect.x + 4 + (n % inner) * (width + 4)
        const y = rect.y + HEADER + Math.floor(n / inner) * (toolHeight + 4)
        drawTool(slide, { x, y, width, height: toolHeight }, tool, size, looks)
      })
    })
  })
  return houses.reduce((sum, { tools }) => sum + tools.length, 0)
}

/** Draws as many departments as fit and gives the number of tools that are named. */
function drawCounts(
  slide: Slide,
  houses: readonly House[],
  area: Rect,
  links: ReadonlyMap<string, number>,
  looks: ToolLooks,
  voice: Voice,
): number {
  const tooMany = houses.length > MOST_HOUSES
  const shown = tooMany ? houses.slice(0, MOST_HOUSES - 1) : houses
  const cells = shown.length + (tooMany ? 1 : 0)
  const columns = cells <= 6 ? 3 : cells <= 12 ? 4 : 5
  const rows = Math.ceil(cells / columns)
  const width = (area.width - GAP * (columns - 1)) / columns
  const height = Math.min(150, (area.height - GAP * (rows - 1)) / rows)
  const place = (i: number): Rect => ({
    x: area.x + (i % columns) * (width + GAP),
    y: area.y + Math.floor(i / columns) * (height + GAP),
    width,
    height,
  })
  let named = 0
  shown.forEach((house, i) => {
    const rect = place(i)
    slide.group(rect, house.name, () => {
      const cost = voice.cost(knownCost(house.tools, currencyOf(house.tools)))
      const facts = [voice.counted('tools', house.tools.length), ...(cost === undefined ? [] : [cost])].join(' · ')
      drawHouse(slide, rect, house, '', facts)
      const room = Math.floor((height - 34) / (CHIP + 2))
      house.tools.slice(0, room).forEach((tool, n) => {
        const chip = { x: rect.x + 5, y: rect.y + 32 + n * (CHIP + 2), width: rect.width - 10, height: CHIP }
        drawTool(slide, chip, tool, 9, looks, ` · ${voice.number(links.get(tool.id) ?? 0)}`)
        named += 1
      })
    })
  })
  if (tooMany) {
    const rest = houses.slice(shown.length)
    const plainly = looks.byDepartment && !rest.some(({ homeless }) => homeless)
    const tools = rest.reduce((sum, house) => sum + house.tools.length, 0)
    const text = voice.plural(`deck:landscape.${plainly ? 'more' : 'moreBoxes'}`, rest.length, {
      tools: voice.counted('tools', tools),
    })
    slide.box(place(shown.length), {
      name: text,
      shape: 'roundRect',
      stroke: { colour: 'muted', width: 1, dash: 'dash' },
      text: [{ text, size: 11, colour: 'muted', align: 'center' }],
    })
  }
  return named
}

function currencyOf(tools: readonly Tool[]): string {
  return commonCurrency(tools.flatMap(({ annualCost }) => annualCost ?? []))
}

/** A department with its name, and what there is to say of it, in the box itself. */
function drawHouse(slide: Slide, at: Rect, { homeless, name }: House, count: string, facts?: string): void {
  const room = at.width - 12
  const shown = fitText(name, room - textWidth(count, 11, true), 11, true)
  const title = { text: `${shown}${count}`, size: 11, bold: true }
  const said = facts === undefined ? [] : [{ text: fitText(facts, room, 9), size: 9, colour: 'muted' as const }]
  slide.box(at, {
    name,
    shape: 'roundRect',
    fill: 'canvas',
    stroke: homeless ? { colour: 'muted', width: 1, dash: 'dash' } : { colour: 'hairline', width: 1 },
    anchor: 't',
    text: [title, ...said],
  })
}

function drawTool(slide: Slide, at: Rect, tool: Tool, size: number, looks: ToolLooks, count = ''): void {
  const { name } = tool
  const text = fitText(name, at.width - 8 - textWidth(count, size), size)
  const colour = looks.colours.get(tool.id) as Colour | undefined
  const gone = looks.gone.has(tool.id)
  slide.box(at, {
    name,
    shape: 'roundRect',
    fill: 'panel',
    stroke: {
      ...(colour === undefined ? { colour: 'hairline', width: 0.75 } : { colour, width: 1.25 }),
      ...(gone ? { dash: 'dash' } : {}),
    },
    inset: [4, 1],
    text: [{ text: `${text}${count}`, size, ...(gone ? { colour: 'muted' } : {}) }],
  })
}

/** How the map's look draws the tools. */
type ToolLooks = Pick<DeckView, 'colours' | 'gone' | 'byDepartment'>

function looksOf(view: DeckView | undefined): ToolLooks {
  return view ?? { colours: new Map(), gone: new Set(), byDepartment: true }
}
