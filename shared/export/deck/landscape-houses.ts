import { containerName } from '../../graph/container-name'
import { COMPANY_WIDE, type ContainerNode, NO_DEPARTMENT, NO_FUNCTION, NOT_JOINED } from '../../graph/graph'
import type { Department, Tool } from '../../inventory/nouns'
import type { DeckInput, DeckView } from './deck-input'
import { byMost, byName, toolsInUse, type Voice } from './voice'

/** A box of the landscape with its tools. */
export interface House {
  readonly name: string
  /** Holds what belongs nowhere. */
  readonly homeless: boolean
  readonly tools: readonly Tool[]
}

export interface Landscape {
  /** The biggest first; what belongs nowhere stands at the end. */
  readonly houses: readonly House[]
  readonly tools: number
  readonly flows: number
  /** Data flows and overlaps of each tool. */
  readonly links: ReadonlyMap<string, number>
}

/** So many boxes can be read on one page; finer ones are put together to what they lie in. */
const MOST_FINE = 12

/** What the landscape page shows: all tools in use by the department that owns them, or what the map's look shows. */
export function landscapeOf(input: DeckInput, voice: Voice): Landscape {
  const { inventory, findings, options } = input
  const links = new Map<string, number>(findings.overlapCount)
  const flows = [...inventory.flows.values()].filter(({ status }) => status !== 'retired')
  for (const { source, target } of flows) {
    for (const end of new Set([source, target])) links.set(end, (links.get(end) ?? 0) + 1)
  }
  const { view } = options
  if (view !== undefined) {
    return {
      houses: housesOfView(view, input, links, voice),
      tools: view.graph.tools.filter(({ id }) => !view.gone.has(id)).length,
      flows: view.graph.edges.reduce((sum, edge) => sum + edge.flows.length, 0),
      links,
    }
  }
  const tools = toolsInUse(inventory)
  return { houses: housesOf(input, tools, links, voice), tools: tools.length, flows: flows.length, links }
}

const HOMELESS: ReadonlySet<string> = new Set([COMPANY_WIDE, NO_DEPARTMENT, NO_FUNCTION, NOT_JOINED])

function housesOfView(
  { graph, byDepartment }: DeckView,
  { inventory }: DeckInput,
  links: ReadonlyMap<string, number>,
  { t }: Voice,
): readonly House[] {
  const nodes = new Map<string, ContainerNode>(graph.containers.map((node) => [node.id, node]))
  const fine = new Set(graph.tools.map(({ container }) => container)).size
  const houseOf = (id: string): string => {
    const parent = nodes.get(id)?.parent
    return byDepartment || fine <= MOST_FINE || parent === undefined ? id : houseOf(parent)
  }
  const held = new Map<string, Tool[]>()
  for (const { id, container } of graph.tools) {
    const tool = inventory.tools.get(id)
    if (tool === undefined) continue
    const house = houseOf(container)
    const list = held.get(house)
    if (list === undefined) held.set(house, [tool])
    else list.push(tool)
  }
  return [...held]
    .map(([id, tools]) => {
      const node = nodes.get(id)
      return {
        id,
        name: node === undefined ? id : containerName(node, t),
        homeless: HOMELESS.has(id),
        tools: [...tools].sort(byMost(({ id }) => links.get(id) ?? 0)),
      }
    })
    .sort((a, b) => Number(a.homeless) - Number(b.homeless) || b.tools.length - a.tools.length || byName(a, b))
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
