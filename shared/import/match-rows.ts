/** What decides whether two records are the same: the list's own id, and the name in comparable form. */
export interface Identity {
  readonly externalId?: string
  readonly key: string
}

export interface StoredIdentity extends Identity {
  readonly id: string
  /** The file that brought it. */
  readonly file?: string
  /** The record keeps its name whatever the file calls it. */
  readonly keepsKey?: boolean
}

export interface IncomingIdentity extends Identity {
  /** By what `Redirect` is asked; the key where nothing else is said. */
  readonly alias?: string
}

/** What a name that no record has stands for: a stored record, or the record of another name, be it stored or not. */
export type Redirect = (key: string) => { readonly stored: string } | { readonly key: string } | undefined

/** Rows of one file that are about the same record, by their index; `stored`: the record's id if it exists already. */
export interface RowGroup {
  readonly rows: readonly number[]
  readonly stored?: string
  /** Those of the rows that got here by another name than the record's. */
  readonly renamed: ReadonlySet<number>
}

interface OpenGroup {
  rows: number[]
  stored?: string
  /** The key the record will have. */
  key: string
  renamed: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** Running numbers ("17") mean something only within their own list; ids with letters in them mean it everywhere. */
const isWorldwide = (externalId: string): boolean => externalId.length >= 3 && /[^\d\s.,-]/.test(externalId)

/** An id with a letter in it ("e6") means the same in all parts of its file: sheets, or the lists of a model. */
const hasLetter = (externalId: string): boolean => /\p{L}/u.test(externalId)
const withoutPart = (file: string | undefined): string | undefined => file?.split(' › ')[0]

/** True when an id in this file and the stored record's id come from the same list and can be compared. */
export function sameList(stored: Pick<StoredIdentity, 'externalId' | 'file'>, fileName: string): boolean {
  const { file, externalId = '' } = stored
  if (file === fileName || isWorldwide(externalId)) return true
  return hasLetter(externalId) && withoutPart(file) === withoutPart(fileName)
}

/**
 * Finds out which rows are about the same record and which records exist already: by external id where both have one
 * from the same list, else by key, else by what `redirect` makes of a key that nothing has. Rows with an id are looked
 * at first, so that the order of the rows doesn't matter for who gets whom; groups come in the order of their first
 * rows. Linear in rows and records.
 */
export function matchRows(
  stored: readonly StoredIdentity[],
  incoming: readonly IncomingIdentity[],
  fileName: string,
  redirect: Redirect = () => undefined,
): readonly RowGroup[] {
  const byId = new Map<string, StoredIdentity>()
  const byKey = new Map<string, StoredIdentity[]>()
  const records = new Map<string, StoredIdentity>()
  for (const record of stored) {
    const { externalId, key } = record
    if (externalId !== undefined && sameList(record, fileName) && !byId.has(externalId)) byId.set(externalId, record)
    push(byKey, key, record)
    records.set(record.id, record)
  }

  const claimed = new Map<string, OpenGroup>()
  const aliasOf = ({ alias, key }: IncomingIdentity) => alias ?? key
  const leadsTo = (record: StoredIdentity, from: string): boolean => {
    const seen = new Set<string>()
    for (let key = from; !seen.has(key); ) {
      seen.add(key)
      const next = redirect(key)
      if (next === undefined) return false
      if ('stored' in next) return next.stored === record.id
      if (next.key === record.key) return true
      key = next.key
    }
    return false
  }
  const claim = (group: OpenGroup, record: StoredIdentity) => {
    const identity = group.rows[0] === undefined ? undefined : incoming[group.rows[0]]
    group.stored = record.id
    // A row that uses another name of the record doesn't rename it.
    if (record.keepsKey || (identity !== undefined && leadsTo(record, aliasOf(identity)))) group.key = record.key
    claimed.set(record.id, group)
  }
  const withId = new Map<string, OpenGroup>()
  incoming.forEach(({ externalId, key }, index) => {
    if (externalId === undefined) return
    const group = withId.get(externalId)
    if (group !== undefined) {
      group.rows.push(index)
      return
    }
    const opened = { rows: [index], key, renamed: NONE }
    withId.set(externalId, opened)
    const record = byId.get(externalId)
    if (record !== undefined) claim(opened, record)
  })
  for (const group of withId.values()) {
    if (group.stored !== undefined) continue
    const record = byKey
      .get(group.key)
      ?.find((each) => !claimed.has(each.id) && (each.externalId === undefined || each.file !== fileName))
    if (record !== undefined) claim(group, record)
  }

  // Rows without an id go to the first record that will have their key once the rows with ids are applied.
  const first = new Map<string, OpenGroup>()
  const isRedirected = (index: number | undefined) => {
    const identity = index === undefined ? undefined : incoming[index]
    return identity !== undefined && redirect(aliasOf(identity)) !== undefined
  }
  const idle: OpenGroup[] = []
  for (const record of stored) {
    let group = claimed.get(record.id)
    if (group === undefined) {
      group = { rows: [], stored: record.id, key: record.key, renamed: NONE }
      idle.push(group)
    }
    if (!first.has(group.key)) first.set(group.key, group)
    claimed.set(record.id, group)
  }
  const lost: OpenGroup[] = []
  for (const group of withId.values()) {
    if (group.stored === undefined && isRedirected(group.rows[0])) lost.push(group)
    else if (!first.has(group.key)) first.set(group.key, group)
  }
  const waiting: number[] = []
  incoming.forEach((identity, index) => {
    if (identity.externalId !== undefined) return
    const group = first.get(identity.key)
    if (group !== undefined) group.rows.push(index)
    else if (isRedirected(index)) waiting.push(index)
    else first.set(identity.key, { rows: [index], key: identity.key, renamed: NONE })
  })

  /** Where a name leads that no record has. */
  const follow = (from: string): OpenGroup | undefined => {
    const seen = new Set<string>()
    for (let key = from; !seen.has(key); ) {
      seen.add(key)
      const next = redirect(key)
      if (next === undefined) return undefined
      if ('stored' in next) return claimed.get(next.stored)
      const group = first.get(next.key)
      if (group !== undefined) return group
      key = next.key
    }
    return undefined
  }
  const join = (rows: readonly number[], group: OpenGroup) => {
    group.rows.push(...rows)
    group.renamed = new Set([...group.renamed, ...rows])
  }
  const own: OpenGroup[] = []
  for (const group of lost) {
    const [index] = group.rows
    const identity = index === undefined ? undefined : incoming[index]
    const meant = identity === undefined ? undefined : follow(aliasOf(identity))
    if (meant !== undefined && meant !== group) join(group.rows, meant)
    else {
      own.push(group)
      if (!first.has(group.key)) first.set(group.key, group)
    }
  }
  for (const index of waiting) {
    const identity = incoming[index]
    if (identity === undefined) continue
    const named = first.get(identity.key)
    const meant = named ?? follow(aliasOf(identity))
    if (named !== undefined) named.rows.push(index)
    else if (meant !== undefined) join([index], meant)
    else first.set(identity.key, { rows: [index], key: identity.key, renamed: NONE })
  }

  const joined = new Set(lost)
  for (const group of own) joined.delete(group)
  const kept = [...withId.values()].filter((group) => !joined.has(group))
  const groups = [...new Set([...kept, ...idle, ...first.values()])].filter(({ rows }) => rows.length > 0)
  for (const group of groups) if (group.rows.length > 1) group.rows.sort((a, b) => a - b)
  return groups.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

/** Adds to the list under a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
