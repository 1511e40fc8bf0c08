import { equal } from '../../shared/graph/keep-identity'
import { pacer } from '../database/breathe'

/** Lists by name; together they are what a worker has worked out. */
export type Lists = Readonly<Record<string, readonly unknown[]>>

/** How the items of a list are told apart, and how they travel. An item whose key and content are known isn't sent. */
export interface ListKind<T> {
  keyOf(item: T): string
  /** A shorter form for the way; what is in `transfer` is handed over, not copied. */
  encode?(items: readonly T[]): { readonly wire: unknown; readonly transfer: Transferable[] }
  decode?(wire: unknown): readonly T[]
  /** How many go in one message, where it isn't the usual number. */
  readonly perPart?: number
}

export type ListKinds = Readonly<Record<string, ListKind<never>>>

/** Items that the page doesn't have yet, to be kept until the answer says where they go. */
export interface DeltaPart {
  readonly list: string
  readonly wire: unknown
}

/**
 * What each list has become: absent is what it was. Otherwise runs of items, each as its first item's place and how
 * many follow each other: a place in the list as it was, or, below zero, −1 − a place among the items sent ahead.
 */
export type DeltaOrders = Readonly<Record<string, Int32Array<ArrayBuffer>>>

/** So many items are put into a list between two looks at the clock. */
const ITEMS_BETWEEN_LOOKS = 5_000

/** So many items go in one message: unpacking them takes the page's thread a few milliseconds. */
const ITEMS_PER_PART = 400

/**
 * The worker's side: remembers what the page has and sends what differs, in small parts. What equals something that was
 * sent before stays the same object for the page, so that whoever draws it can tell by identity that nothing changed.
 */
export function deltaSender(
  kinds: ListKinds,
): (lists: Lists, send: (part: DeltaPart, transfer?: Transferable[]) => void) => DeltaOrders {
  const sent = new Map<string, readonly unknown[]>()
  return (lists, send) => {
    const orders: Record<string, Int32Array<ArrayBuffer>> = {}
    for (const [name, next] of Object.entries(lists)) {
      const kind = kinds[name] as ListKind<unknown>
      const before = sent.get(name)
      sent.set(name, next)
      if (before === next) continue
      const { order, fresh } = compare(before ?? [], next, kind.keyOf)
      if (before !== undefined && order === undefined) continue
      orders[name] = order ?? new Int32Array()
      const perPart = kind.perPart ?? ITEMS_PER_PART
      for (let start = 0; start < fresh.length; start += perPart) {
        const items = fresh.slice(start, start + perPart)
        const { wire, transfer } = kind.encode?.(items) ?? { wire: items, transfer: [] }
        send({ list: name, wire }, transfer)
      }
    }
    return orders
  }
}

/** So far ahead is looked for the same object before the items are told apart by their keys. */
const LOOK_AHEAD = 32

function compare(before: readonly unknown[], next: readonly unknown[], keyOf: (item: unknown) => string) {
  // Most items are the very objects of last time, in the same order: these need no keys.
  const places = new Int32Array(next.length).fill(-1)
  const isKept = new Uint8Array(before.length)
  let expected = 0
  for (const [at, item] of next.entries()) {
    const end = Math.min(before.length, expected + LOOK_AHEAD)
    for (let place = expected; place < end; place += 1) {
      if (before[place] !== item) continue
      places[at] = place
      isKept[place] = 1
      expected = place + 1
      break
    }
  }
  const byKey = new Map<string, number>()
  for (const [place, item] of before.entries()) if (isKept[place] === 0) byKey.set(keyOf(item), place)
  const fresh: unknown[] = []
  let same = before.length === next.length
  for (const [at, item] of next.entries()) {
    if ((places[at] as number) < 0) {
      const place = byKey.size === 0 ? undefined : byKey.get(keyOf(item))
      if (place !== undefined && equal(before[place], item)) places[at] = place
      else {
        fresh.push(item)
        places[at] = -fresh.length
      }
    }
    same &&= places[at] === at
  }
  return { order: same ? undefined : runsOf(places), fresh }
}

function runsOf(places: Int32Array): Int32Array<ArrayBuffer> {
  const runs: number[] = []
  let [first, count] = [0, 0]
  for (const place of places) {
    if (count > 0 && place === (first < 0 ? first - count : first + count)) {
      count += 1
      continue
    }
    if (count > 0) runs.push(first, count)
    first = place
    count = 1
  }
  if (count > 0) runs.push(first, count)
  return Int32Array.from(runs)
}

/** The page's side. Lists that did not change are the same arrays as before, items that did not change the same objects. */
export function deltaReceiver(kinds: ListKinds): {
  take(part: DeltaPart): void
  /** Sets the parts that came so far aside for these orders; what it gives back puts the lists together. In turn only. */
  taken(orders: DeltaOrders): () => Promise<Lists>
  listsOf(orders: DeltaOrders): Promise<Lists>
  forget(): void
} {
  let held: Record<string, readonly unknown[]> = {}
  let ahead = new Map<string, unknown[]>()
  /** Lists are made in the order of the answers: each goes by what the one before has become. */
  let turn: Promise<unknown> = Promise.resolve()
  const listsOf = async (orders: DeltaOrders, came: ReadonlyMap<string, readonly unknown[]>): Promise<Lists> => {
    const pause = pacer()
    const next = { ...held }
    for (const [name, order] of Object.entries(orders)) {
      const [before, fresh] = [held[name] ?? [], came.get(name) ?? []]
      const items: unknown[] = []
      for (let at = 0; at < order.length; at += 2) {
        const [first, count] = [order[at] as number, order[at + 1] as number]
        const [from, start] = first < 0 ? [fresh, -1 - first] : [before, first]
        for (let place = start; place < start + count; place += 1) {
          items.push(from[place])
          if (items.length % ITEMS_BETWEEN_LOOKS === 0) await pause()
        }
      }
      next[name] = items
      await pause()
    }
    held = next
    return next
  }
  const taken = (orders: DeltaOrders) => {
    const came = ahead
    ahead = new Map()
    return () => {
      const made = turn.then(() => listsOf(orders, came))
      turn = made.catch(() => undefined)
      return made
    }
  }
  return {
    take: ({ list, wire }) => {
      const items = ahead.get(list) ?? []
      ahead.set(list, items)
      const kind = kinds[list] as ListKind<unknown>
      for (const item of kind.decode?.(wire) ?? (wire as readonly unknown[])) items.push(item)
    },
    taken,
    listsOf: (orders) => taken(orders)(),
    forget: () => {
      held = {}
      ahead = new Map()
    },
  }
}

const maps = new WeakMap<readonly unknown[], ReadonlyMap<unknown, unknown>>()

/** A map of these entries; the same map for the same list. Long lists are put together with pauses. */
export async function mapOf<K, V>(entries: readonly (readonly [K, V])[]): Promise<ReadonlyMap<K, V>> {
  const known = maps.get(entries)
  if (known !== undefined) return known as ReadonlyMap<K, V>
  const pause = pacer()
  const map = new Map<K, V>()
  for (const [at, [key, value]] of entries.entries()) {
    map.set(key, value)
    if (at % 1_000 === 999) await pause()
  }
  maps.set(entries, map)
  return map
}
