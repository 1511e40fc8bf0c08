/** What decides whether two records are the same: the list's own id, and the name in comparable form. */
export interface Identity {
  readonly externalId?: string
  readonly key: string
}

export interface StoredIdentity extends Identity {
  readonly id: string
  /** The file that brought it. */
  readonly file?: string
}

/** Rows of one file that are about the same record, by their index; `stored`: the record's id if it exists already. */
export interface RowGroup {
  readonly rows: readonly number[]
  readonly stored?: string
}

interface OpenGroup {
  rows: number[]
  stored?: string
  /** The key the record will have; undefined where the file's own name decides. */
  key: string
}

/** Running numbers ("17") mean something only within their own list; ids with letters in them mean it everywhere. */
const isWorldwide = (externalId: string): boolean => externalId.length >= 3 && /[^\d\s.,-]/.test(externalId)

/** True when an id in this file and the stored record's id come from the same list and can be compared. */
export function sameList(stored: Pick<StoredIdentity, 'externalId' | 'file'>, fileName: string): boolean {
  return stored.file === fileName || isWorldwide(stored.externalId ?? '')
}

/**
 * Finds out which rows are about the same record and which records exist already: by external id where both have one
 * from the same list, else by key. Rows with an id are looked at first, so that the order of the rows doesn't matter
 * for who gets whom; groups come in the order of their first rows. Linear in rows and records.
 */
export function matchRows(
  stored: readonly StoredIdentity[],
  incoming: readonly Identity[],
  fileName: string,
): readonly RowGroup[] {
  const byId = new Map<string, StoredIdentity>()
  const byKey = new Map<string, StoredIdentity[]>()
  for (const record of stored) {
    const { externalId, key } = record
    if (externalId !== undefined && sameList(record, fileName) && !byId.has(externalId)) byId.set(externalId, record)
    push(byKey, key, record)
  }

  const withId = new Map<string, OpenGroup>()
  const claimed = new Map<string, OpenGroup>()
  incoming.forEach(({ externalId, key }, index) => {
    if (externalId === undefined) return
    const group = withId.get(externalId)
    if (group !== undefined) {
      group.rows.push(index)
      return
    }
    const opened: OpenGroup = { rows: [index], key }
    withId.set(externalId, opened)
    const record = byId.get(externalId)
    if (record === undefined) return
    opened.stored = record.id
    claimed.set(record.id, opened)
  })
  for (const group of withId.values()) {
    if (group.stored !== undefined) continue
    const record = byKey
      .get(group.key)
      ?.find((each) => !claimed.has(each.id) && (each.externalId === undefined || each.file !== fileName))
    if (record === undefined) continue
    group.stored = record.id
    claimed.set(record.id, group)
  }

  // Rows without an id go to the first record that will have their key once the rows with ids are applied.
  const first = new Map<string, OpenGroup>()
  for (const record of stored) {
    const group = claimed.get(record.id)
    const key = group?.key ?? record.key
    if (!first.has(key)) first.set(key, group ?? { rows: [], stored: record.id, key })
  }
  for (const group of withId.values()) if (!first.has(group.key)) first.set(group.key, group)
  incoming.forEach(({ externalId, key }, index) => {
    if (externalId !== undefined) return
    const group = first.get(key)
    if (group === undefined) first.set(key, { rows: [index], key })
    else group.rows.push(index)
  })

  const groups = new Set([...withId.values(), ...first.values()].filter(({ rows }) => rows.length > 0))
  for (const group of groups) group.rows.sort((a, b) => a - b)
  return [...groups].sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

/** Adds to the list under a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
