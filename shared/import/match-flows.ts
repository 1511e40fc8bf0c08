import type { Flow, ToolId } from '../inventory/nouns'
import type { FlowDraft } from './drafts'
import { push, sameList } from './match-rows'
import { nameKey } from './normalise'

/** One flow that a row of a list means: its draft, with its ends found. A row with several targets means several. */
export interface FlowItem {
  readonly draft: FlowDraft
  readonly source: ToolId
  readonly target: ToolId
}

/** An item with what it is looked up by, and its place in the list. */
interface Placed extends FlowItem {
  readonly at: number
  readonly pairAndName: string
}

/** Items that mean the same flow, in the order of the rows; `stored`: that flow if it exists already. */
export interface FlowGroup {
  readonly items: FlowItem[]
  readonly stored?: Flow
}

interface Open {
  items: Placed[]
  stored?: Flow
}

const SEPARATOR = '\u0000'
const pairAndName = (source: ToolId, target: ToolId, name: string | undefined): string =>
  `${source}${SEPARATOR}${target}${SEPARATOR}${name === undefined ? '' : nameKey(name)}`

/**
 * Finds out which items mean the same flow and which flows exist already: by external id within one list, else by
 * source, target, name and method. An item that knows the method completes a stored flow that doesn't; one that doesn't
 * know it means the only flow there is between the two under that name. Items that would make a new flow complete one
 * between the two of which the direction isn't known yet, whichever way it was written. Linear in items and flows.
 */
export function matchFlows(
  stored: readonly Flow[],
  given: readonly FlowItem[],
  fileName: string,
): readonly FlowGroup[] {
  const items = given.map(({ draft, source, target }, at): Placed => {
    return { draft, source, target, at, pairAndName: pairAndName(source, target, draft.name) }
  })
  const opened = new Map<string, Open>()
  const byId = new Map<string, Flow>()
  const byName = new Map<string, Flow[]>()
  for (const flow of stored) {
    push(byName, pairAndName(flow.source, flow.target, flow.name), flow)
    const file = flow.origin?.file
    if (flow.externalId === undefined) continue
    const list = { externalId: flow.externalId, ...(file === undefined ? {} : { file }) }
    if (sameList(list, fileName)) byId.set([flow.externalId, flow.source, flow.target].join(SEPARATOR), flow)
  }
  const open = (flow: Flow): Open => {
    const group = opened.get(flow.id) ?? { items: [], stored: flow }
    opened.set(flow.id, group)
    return group
  }
  /** Groups by pair and name with the method they will have. */
  const known = new Map<string, { method: string; group: () => Open; flow?: Flow }[]>()
  const fresh: Open[] = []

  // First the items with an id of their own: those whose flow has the same id, then those that find it by name.
  const withId = new Map<string, Open>()
  const idItems = items.filter(({ draft }) => draft.externalId !== undefined)
  const idKeyOf = (item: FlowItem) => [item.draft.externalId, item.source, item.target].join(SEPARATOR)
  for (const item of idItems) {
    const flow = byId.get(idKeyOf(item))
    if (flow !== undefined) withId.set(idKeyOf(item), open(flow))
  }
  for (const item of idItems) {
    const idKey = idKeyOf(item)
    let group = withId.get(idKey)
    if (group === undefined) {
      const flow = unclaimed(item)
      group = flow === undefined ? { items: [] } : open(flow)
      if (flow === undefined) fresh.push(group)
      withId.set(idKey, group)
    }
    group.items.push(item)
  }
  function unclaimed({ draft, pairAndName: key }: Placed): Flow | undefined {
    return byName
      .get(key)
      ?.find(
        (flow) =>
          !opened.has(flow.id) &&
          (flow.externalId === undefined || flow.origin?.file !== fileName) &&
          (flow.method === (draft.method ?? 'unknown') || flow.method === 'unknown'),
      )
  }

  // Then, with what those will be, the ones without: known methods before unknown ones.
  const register = (key: string, method: string, group: () => Open, flow?: Flow) =>
    push(known, key, flow === undefined ? { method, group } : { method, group, flow })
  for (const flow of stored) {
    const own = opened.get(flow.id)?.items ?? []
    const name = own.find(({ draft }) => draft.name !== undefined)?.draft.name ?? flow.name
    const method = own.find(({ draft }) => draft.method !== undefined)?.draft.method ?? flow.method
    register(pairAndName(flow.source, flow.target, name), method, () => open(flow), flow)
  }
  for (const group of fresh) {
    const [first] = group.items
    if (first === undefined) continue
    const method = group.items.find(({ draft }) => draft.method !== undefined)?.draft.method ?? 'unknown'
    register(first.pairAndName, method, () => group)
  }
  const isKnown = ({ draft }: FlowItem) => draft.method !== undefined && draft.method !== 'unknown'
  const without = items.filter(({ draft }) => draft.externalId === undefined)
  const waiting: Placed[] = []
  for (const item of without.filter(isKnown)) {
    const key = item.pairAndName
    const same = known.get(key)?.find(({ method }) => method === item.draft.method)
    if (same === undefined) waiting.push(item)
    else same.group().items.push(item)
  }
  for (const item of waiting) {
    const key = item.pairAndName
    const entries = known.get(key) ?? []
    let entry = entries.find(({ method }) => method === item.draft.method)
    entry ??= entries.find(({ method, flow }) => method === 'unknown' && flow !== undefined && !opened.has(flow.id))
    if (entry === undefined) {
      const group: Open = { items: [] }
      fresh.push(group)
      entry = { method: item.draft.method ?? 'unknown', group: () => group }
      push(known, key, entry)
    } else entry.method = item.draft.method ?? entry.method
    entry.group().items.push(item)
  }
  for (const item of without.filter((each) => !isKnown(each))) {
    const key = item.pairAndName
    const entries = known.get(key) ?? []
    let entry = entries.find(({ method }) => method === 'unknown') ?? (entries.length === 1 ? entries[0] : undefined)
    if (entry === undefined) {
      const group: Open = { items: [] }
      fresh.push(group)
      entry = { method: 'unknown', group: () => group }
      push(known, key, entry)
    }
    entry.group().items.push(item)
  }

  const inOrder = ({ items: own }: Open) => {
    if (own.length > 1) own.sort((a, b) => a.at - b.at)
  }
  const byFirst = (a: Open, b: Open) => (a.items[0]?.at ?? 0) - (b.items[0]?.at ?? 0)
  fresh.forEach(inOrder)
  fresh.sort(byFirst)
  completeLoose(
    stored.filter((flow) => flow.directionKnown === false && (opened.get(flow.id)?.items.length ?? 0) === 0),
    fresh,
    ({ pairAndName: key }) => known.get(key)?.length ?? 0,
  )
  const groups = [...new Set([...opened.values(), ...fresh])].filter((group) => group.items.length > 0)
  groups.forEach(inOrder)
  return groups.sort(byFirst)
}

const pairOf = ({ source, target }: Pick<Flow, 'source' | 'target'>): string =>
  (source < target ? [source, target] : [target, source]).join(SEPARATOR)

/** Gives groups that have no flow yet the flows of unknown direction between the same two tools; each to one group. */
function completeLoose(loose: readonly Flow[], fresh: readonly Open[], alike: (item: Placed) => number): void {
  if (loose.length === 0) return
  const byPair = new Map<string, Flow[]>()
  for (const flow of loose) push(byPair, pairOf(flow), flow)
  for (const group of fresh) {
    const [first] = group.items
    const flows = first === undefined ? undefined : byPair.get(pairOf(first))
    if (first === undefined || flows === undefined) continue
    const method = group.items.find(({ draft }) => (draft.method ?? 'unknown') !== 'unknown')?.draft.method
    const index = flows.findIndex((flow) => {
      if (flow.name !== undefined && nameKey(flow.name) !== nameKey(first.draft.name ?? '')) return false
      return flow.method === 'unknown' || flow.method === method || (method === undefined && alike(first) <= 1)
    })
    const [flow] = index < 0 ? [] : flows.splice(index, 1)
    if (flow !== undefined) group.stored = flow
  }
}
