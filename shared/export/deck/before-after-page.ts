import type { Bundle } from '../../analysis/findings'
import { compareScenario } from '../../analysis/scenario/compare-scenario'
import { decisionsOf, type Simulation, simulateScenario } from '../../analysis/scenario/simulate-scenario'
import type { Inventory } from '../../inventory/inventory'
import type { Flow, FlowMethod, Tool, ToolId } from '../../inventory/nouns'
import type { Scenario, ScenarioId, TakenBundle } from '../../inventory/scenario'
import { type FiguresSaid, figuresStrip } from './before-after-figures'
import type { DeckInput } from './deck-input'
import { strokeOf, WORST_FIRST } from './line-looks'
import { CONTENT, type Slide } from './slide'
import { byMost, nameOf, type Voice } from './voice'

/** Boxes in a column at most; what is more is counted in the last one. */
const MOST = 8
const TOP = 194
const HALF = { width: 430, tools: 190, others: 160 } as const

/**
 * The first bundle before and after it is taken: its tools with what they exchange data with, then the target with the
 * rest as ghosts. As somebody planned it in a scenario; otherwise all of them move to the one with most users.
 */
export function beforeAfterPages(input: DeckInput, voice: Voice): readonly Slide[] {
  const [bundle] = input.findings.bundles
  if (bundle === undefined) return []
  const { inventory, findings } = input
  const planned = plannedFor(bundle, inventory)
  const taken = planned ?? defaultFor(bundle, inventory)
  if (taken === undefined) return []
  const scenario: Scenario = { id: 'deck' as ScenarioId, name: bundle.name[voice.language], bundles: [taken] }
  const members = new Map([[bundle.functionKey, bundle.tools]])
  const simulation = simulateScenario(inventory, scenario, findings.assigned, members)
  const comparison = compareScenario(inventory, scenario, simulation)
  const target = 'tool' in taken.target ? taken.target.tool : simulation.added[0]
  const targetName = 'tool' in taken.target ? nameOf(inventory.tools, taken.target.tool) : taken.target.newPlatform

  const { t } = voice
  const { gone, relieved, added } = simulation
  const change =
    gone.length === 0
      ? voice.plural('deck:change.only', relieved.length)
      : voice.plural('deck:change.gone', gone.length)
  const slide = voice.slide(
    t('deck:change.headline', {
      name: bundle.name[voice.language],
      target: targetName,
      change: added.length === 0 ? change : t('deck:change.new', { change }),
    }),
  )
  const said: FiguresSaid = figuresStrip(slide, comparison, voice)
  const neighbours = neighboursOf(bundle, inventory)
  const moves = decisionsOf(taken, bundle.tools)
  const common = { bundle, neighbours, target, voice, moves }
  drawHalf(slide, CONTENT.x, t('deck:change.before'), { ...common, inventory, after: undefined })
  drawHalf(slide, CONTENT.x + 450, t('deck:change.after'), { ...common, inventory, after: simulation })
  const hours = bundle.terms.find(({ code }) => code === 'hours-freed')
  const handStays = hours !== undefined && comparison.hoursFreed.expected < hours.value
  slide.note(
    [
      t(planned === undefined ? 'deck:change.assumed' : 'deck:change.planned', { target: targetName }),
      relieved.length > 0 ? voice.plural('deck:change.stays', relieved.length) : '',
      handStays ? t('deck:change.handStays', { hours: voice.number(hours.value) }) : '',
      said.note,
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
  return [slide]
}

/** What a scenario that isn't carried out yet says of this bundle, the one with a pilot first. */
function plannedFor({ functionKey }: Bundle, inventory: Inventory): TakenBundle | undefined {
  const open = [...inventory.scenarios.values()].filter(({ carriedOut }) => carriedOut === undefined)
  open.sort((a, b) => Number(b.pilot !== undefined) - Number(a.pilot !== undefined))
  const taken = open.flatMap(({ bundles }) => bundles).filter((each) => each.functionKey === functionKey)
  return taken.find(({ target }) => !('tool' in target) || inventory.tools.has(target.tool))
}

function defaultFor({ functionKey, tools, flows }: Bundle, inventory: Inventory): TakenBundle | undefined {
  const rows = tools.flatMap((id) => inventory.tools.get(id) ?? [])
  const touching = flows.flatMap((id) => inventory.flows.get(id) ?? [])
  const links = (id: ToolId) => touching.filter(({ source, target }) => source === id || target === id).length
  const [biggest] = [...rows].sort(byMost(({ users, id }) => (users ?? 0) * 1000 + links(id)))
  return biggest === undefined ? undefined : { functionKey, target: { tool: biggest.id }, decisions: [] }
}

/** The tools outside the bundle that exchange data with it, most data flows first. */
function neighboursOf(bundle: Bundle, inventory: Inventory): readonly Tool[] {
  const members = new Set(bundle.tools)
  const links = new Map<ToolId, number>()
  for (const { source, target, status } of inventory.flows.values()) {
    if (status === 'retired' || members.has(source) === members.has(target)) continue
    const other = members.has(source) ? target : source
    links.set(other, (links.get(other) ?? 0) + 1)
  }
  const rows = [...links.keys()].flatMap((id) => inventory.tools.get(id) ?? [])
  return rows.filter(({ status }) => status !== 'retired').sort(byMost(({ id }) => links.get(id) ?? 0))
}

interface Half {
  readonly bundle: Bundle
  readonly neighbours: readonly Tool[]
  readonly target: ToolId | undefined
  readonly inventory: Inventory
  readonly after: Simulation | undefined
  readonly moves: ReadonlyMap<ToolId, string>
  readonly voice: Voice
}

function drawHalf(slide: Slide, x: number, heading: string, half: Half): void {
  const { bundle, neighbours, target, inventory, after, voice, moves } = half
  slide.text({ x, y: TOP - 24, width: HALF.width, height: 18 }, heading, [{ text: heading, size: 13, bold: true }])
  const isNew = target !== undefined && !bundle.tools.includes(target)
  // A new platform has its row in both pictures, so that everything else stays where it was.
  const column: readonly ToolId[] = isNew ? [target, ...bundle.tools] : targetFirst(bundle.tools, target)
  const gone = new Set(after?.gone)
  const pitch = Math.min(
    52,
    (CONTENT.y + CONTENT.height - TOP) / Math.max(1, Math.min(MOST, Math.max(column.length, neighbours.length))),
  )
  const boxes = new Map<ToolId, number>()
  const most = Math.min(MOST, Math.max(column.length, neighbours.length))
  const draw = (ids: readonly ToolId[], left: number, width: number) => {
    // The shorter column stands in the middle of the longer one.
    const top = TOP + ((most - Math.min(MOST, ids.length)) / 2) * pitch
    const shown = ids.length > MOST ? ids.slice(0, MOST - 1) : ids
    shown.forEach((id, row) => {
      const isTarget = after !== undefined && id === target
      if (isNew && id === target && after === undefined) return
      const isGone = gone.has(id)
      const name = (after?.after ?? inventory).tools.get(id)?.name ?? nameOf(inventory.tools, id)
      const fate = isGone ? voice.t(`deck:change.${moves.get(id) === 'retire' ? 'retired' : 'moved'}`) : ''
      const stays = after?.relieved.includes(id) === true ? voice.t('deck:change.relieved') : fate
      const box = slide.box(
        { x: left, y: top + row * pitch, width, height: pitch - 8 },
        {
          name,
          shape: 'roundRect',
          fill: isTarget ? 'accent' : isGone ? 'panel' : 'canvas',
          stroke: isGone
            ? { colour: 'muted', width: 1, dash: 'dash' }
            : { colour: isTarget ? 'accent' : 'muted', width: 1 },
          inset: [6, 1],
          text: [
            {
              text: name,
              size: 11,
              bold: true,
              colour: isTarget ? 'onAccent' : isGone ? 'muted' : 'ink',
              align: 'center',
            },
            ...(stays === '' ? [] : [{ text: stays, size: 9, colour: 'muted' as const, align: 'center' as const }]),
          ],
        },
      )
      boxes.set(id, box)
    })
    if (ids.length === shown.length) return
    const text = voice.plural('deck:change.more', ids.length - shown.length)
    const at = { x: left, y: top + shown.length * pitch, width, height: pitch - 8 }
    slide.text(at, text, [{ text, size: 10, colour: 'muted', align: 'center' }], 'ctr')
  }
  draw(column, x, HALF.tools)
  draw(
    neighbours.map(({ id }) => id),
    x + HALF.width - HALF.others,
    HALF.others,
  )
  const members = new Set<ToolId>(column)
  for (const [pair, flows] of pairsOf((after?.after ?? inventory).flows.values(), members)) {
    const [member, other] = pair.split('\n') as [ToolId, ToolId]
    const [from, to] = [boxes.get(member), boxes.get(other)]
    if (from === undefined || to === undefined) continue
    const method =
      WORST_FIRST.find((each) => flows.some((flow) => flow.method === each)) ?? ('unknown' satisfies FlowMethod)
    slide.connect([from, 'right'], [to, 'left'], {
      ...strokeOf(method),
      name: `${voice.counted('flows', flows.length)}: ${voice.t(`common:method.${method}`)}`,
      ...(flows.some((flow) => flow.source === other || flow.bothWays === true) ? { atStart: true } : {}),
      ...(flows.some((flow) => flow.source === member || flow.bothWays === true) ? { atEnd: true } : {}),
    })
  }
}

function targetFirst(tools: readonly ToolId[], target: ToolId | undefined): readonly ToolId[] {
  return target === undefined ? tools : [target, ...tools.filter((id) => id !== target)]
}

/** Living flows between a member and somebody else, by both their ids. */
function pairsOf(flows: Iterable<Flow>, members: ReadonlySet<ToolId>): ReadonlyMap<string, readonly Flow[]> {
  const pairs = new Map<string, Flow[]>()
  for (const flow of flows) {
    const { source, target, status } = flow
    if (status === 'retired' || members.has(source) === members.has(target)) continue
    const key = members.has(source) ? `${source}\n${target}` : `${target}\n${source}`
    const list = pairs.get(key)
    if (list === undefined) pairs.set(key, [flow])
    else list.push(flow)
  }
  return pairs
}
