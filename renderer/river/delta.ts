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
}

export type ListKinds = Readonly<Record<string, ListKind<never>>>

/** Items that the page doesn't have yet, to be kept until the answer says where they go. */
export interface DeltaPart {
  readonly list: string
  readonly wire: unknown
}

/**
 * What each list has become: absent is what it was. Otherwise for every item its place in the list as it was, or,
 * below zero, −1 − its place among the items that were sent ahead.
 */
export type DeltaOrders = Readonly<Record<string, Int32Array<ArrayBuffer>>>

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
      for (let start = 0; start < fresh.length; start += ITEMS_PER_PART) {
        const items = fresh.slice(start, start + ITEMS_PER_PART)
        const { wire, transfer } = kind.encode?.(items) ?? { wire: items, transfer: [] }
        send({ list: name, wire }, transfer)
      }
    }
    return orders
  }
}

function compare(before: readonly unknown[], next: readonly unknown[], keyOf: (item: unknown) => string) {
  const places = new Map(before.map((item, place) => [keyOf(item), place]))
  const fresh: unknown[] = []
  let same = before.length === next.length
  const order = Int32Array.from(next, (item, at) => {
    const place = places.get(keyOf(item))
    if (place !== undefined && equal(before[place], item)) {
      same &&= place === at
      return place
    }
    same = false
    fresh.push(item)
    return -fresh.length
  })
  return { order: same ? undefined : order, fresh }
}

/** The page's side. Lists that did not change are the same arrays as before, items that did not change the same objects. */
export function deltaReceiver(kinds: ListKinds): {
  take(part: DeltaPart): void
  listsOf(orders: DeltaOrders): Promise<Lists>
  forget(): void
} {
  let held: Record<string, readonly unknown[]> = {}
  let ahead = new Map<string, unknown[]>()
  return {
    take: ({ list, wire }) => {
      const items = ahead.get(list) ?? []
      ahead.set(list, items)
      const kind = kinds[list] as ListKind<unknown>
      for (const item of kind.decode?.(wire) ?? (wire as readonly unknown[])) items.push(item)
    },
    listsOf: async (orders) => {
      const came = ahead
      ahead = new Map()
      const pause = pacer()
      const next = { ...held }
      for (const [name, order] of Object.entries(orders)) {
        const [before, fresh] = [held[name] ?? [], came.get(name) ?? []]
        next[name] = Array.from(order, (place) => (place < 0 ? fresh[-1 - place] : before[place]))
        await pause()
      }
      held = next
      return next
    },
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
