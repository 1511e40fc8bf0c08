import { commonCurrency } from '../../analysis/item-figures'
import type { Rect } from '../../graph/graph'
import { fitText, textWidth } from '../../graph/text-width'
import type { Department, Tool } from '../../inventory/nouns'
import type { DeckInput } from './deck-input'
import { CONTENT, type Slide } from './slide'
import { byMost, byName, knownCost, toolsInUse, type Voice } from './voice'

interface House {
  readonly name: string
  readonly homeless: boolean
  readonly tools: readonly Tool[]
}

/** More tools than this can't be read on one page. */
const MOST_TOOLS = 60
const GAP = 8
const MOST_HOUSES = 20
const CHIP = 17

/**
 * The landscape: departments as boxes with their tools in them. With many tools each department says how many it has and
 * names those with most data flows and overlaps; what is left out is said.
 */
export function landscapePage(input: DeckInput, voice: Voice): Slide {
  const { inventory, findings } = input
  const { t, counted } = voice
  const tools = toolsInUse(inventory)
  const flows = [...inventory.flows.values()].filter(({ status }) => status !== 'retired')
  const links = new Map<string, number>(findings.overlapCount)
  for (const { source, target } of flows) {
    for (const end of new Set([source, target])) links.set(end, (links.get(end) ?? 0) + 1)
  }
  const houses = housesOf(input, tools, links, voice)
  const owning = houses.filter(({ homeless }) => !homeless).length
  const owned = houses.reduce((sum, house) => sum + (house.homeless ? 0 : house.tools.length), 0)
  const counts = {
    tools: counted('tools', tools.length),
    owned: voice.number(owned),
    departments: counted('departments', owning),
    flows: counted('flows', flows.length),
  }
  const headline = owning === 0 ? 'headlinePlain' : owned < tools.length ? 'headlineSome' : 'headline'
  const slide = voice.slide(t(`deck:landscape.${headline}`, counts))
  if (tools.length === 0) {
    slide.text(CONTENT, t('deck:landscape.empty'), [{ text: t('deck:landscape.empty'), size: 16, colour: 'muted' }])
    return slide
  }
  const plan = tools.length <= MOST_TOOLS ? planFull(houses) : undefined
  const shown = plan === undefined ? drawCounts(slide, houses, links, voice) : drawFull(slide, houses, plan)
  const retired = inventory.tools.size - tools.length
  const idle = inventory.departments.size - owning
  slide.note(
    [
      shown < tools.length ? t('deck:landscape.leftOut', { shown: voice.number(shown), all: counts.tools }) : '',
      plan === undefined ? t('deck:landscape.behind') : '',
      idle > 0 ? voice.plural('deck:landscape.idle', idle) : '',
      retired > 0 ? voice.plural('deck:landscape.retired', retired) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
  return slide
}

/** Departments with the tools they own, the biggest first; tools that nobody owns stand together at the end. */
function housesOf(
  { inventory }: DeckInput,
  tools: readonly Tool[],
  links: ReadonlyMap<string, number>,
  { t }: Voice,
): readonly House[] {
  const owned = new Map<Department | undefined, Tool[]>()
  for (const tool of tools) {
    const owner = tool.owner === undefined ? undefined : inventory.departments.get(tool.owner)
    const list = owned.get(owner)
    if (list === undefined) owned.set(owner, [tool])
    else list.push(tool)
  }
  const sorted = (list: readonly Tool[]) => [...list].sort(byMost(({ id }) => links.get(id) ?? 0))
  const departments = [...owned.keys()].flatMap((department) => department ?? [])
  departments.sort((a, b) => (owned.get(b)?.length ?? 0) - (owned.get(a)?.length ?? 0) || byName(a, b))
  const houses = departments.map((department) => ({
    name: department.name,
    homeless: false,
    tools: sorted(owned.get(department) ?? []),
  }))
  const homeless = owned.get(undefined)
  return homeless === undefined
    ? houses
    : [...houses, { name: t('common:noDepartment'), homeless: true, tools: sorted(homeless) }]
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
function planFull(houses: readonly House[]): FullPlan | undefined {
  let best: { plan: FullPlan; cut: number } | undefined
  for (const [toolHeight, size] of TYPE) {
    for (const columns of [3, 4, 5, 6]) {
      for (const inner of [1, 2, 3]) {
        const width = (CONTENT.width - GAP * (columns - 1)) / columns
        const toolWidth = (width - 8 - 4 * (inner - 1)) / inner
        if (toolWidth < 84) continue
        const places = placeHouses(houses, columns, width, inner, toolHeight)
        if (Math.max(...places.map(({ at }) => at.y + at.height)) > CONTENT.y + CONTENT.height) continue
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
      const y = CONTENT.y + Math.max(...heights)
      return { at: { x: CONTENT.x, y, width: CONTENT.width, height }, inner: beside }
    }
    const column = heights.indexOf(Math.min(...heights))
    const y = heights[column] ?? 0
    heights[column] = y + height + GAP
    return { at: { x: CONTENT.x + column * (width + GAP), y: CONTENT.y + y, width, height }, inner }
  })
}

function drawFull(slide: Slide, houses: readonly House[], { toolHeight, size, places }: FullPlan): number {
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
        drawTool(slide, { x, y, width, height: toolHeight }, tool, size)
      })
    })
  })
  return houses.reduce((sum, { tools }) => sum + tools.length, 0)
}

/** Draws as many departments as fit and gives the number of tools that are named. */
function drawCounts(slide: Slide, houses: readonly House[], links: ReadonlyMap<string, number>, voice: Voice): number {
  const tooMany = houses.length > MOST_HOUSES
  const shown = tooMany ? houses.slice(0, MOST_HOUSES - 1) : houses
  const cells = shown.length + (tooMany ? 1 : 0)
  const columns = cells <= 6 ? 3 : cells <= 12 ? 4 : 5
  const rows = Math.ceil(cells / columns)
  const width = (CONTENT.width - GAP * (columns - 1)) / columns
  const height = Math.min(150, (CONTENT.height - GAP * (rows - 1)) / rows)
  const place = (i: number): Rect => ({
    x: CONTENT.x + (i % columns) * (width + GAP),
    y: CONTENT.y + Math.floor(i / columns) * (height + GAP),
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
        drawTool(slide, chip, tool, 9, ` · ${voice.number(links.get(tool.id) ?? 0)}`)
        named += 1
      })
    })
  })
  if (tooMany) {
    const rest = houses.slice(shown.length)
    const tools = rest.reduce((sum, house) => sum + house.tools.length, 0)
    const text = voice.plural('deck:landscape.more', rest.length, { tools: voice.counted('tools', tools) })
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

function drawTool(slide: Slide, at: Rect, { name }: Tool, size: number, count = ''): void {
  const text = fitText(name, at.width - 8 - textWidth(count, size), size)
  slide.box(at, {
    name,
    shape: 'roundRect',
    fill: 'panel',
    stroke: { colour: 'hairline', width: 0.75 },
    inset: [4, 1],
    text: [{ text: `${text}${count}`, size }],
  })
}
