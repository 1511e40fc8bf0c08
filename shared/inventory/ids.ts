import type { TableName, Tables } from './inventory'

const PREFIX: Readonly<Record<TableName, string>> = {
  departments: 'd',
  functions: 'f',
  tools: 't',
  usages: 'u',
  dataObjects: 'o',
  flows: 'w',
  verdicts: 'v',
  pins: 'p',
  views: 'k',
  scenarios: 's',
  ownProducts: 'c',
  answers: 'a',
  preferences: 'e',
}

/** Hands out ids for new rows. Pure code has no randomness, so whoever makes rows is given one of these. */
export type IdSource = <T extends TableName>(table: T) => Tables[T]['id']

/**
 * Ids for the rows that the Change with this sequence number creates: `t12.3` is the third tool of Change 12.
 * Sequence numbers are never used twice in a workspace, so neither are ids, not even after a deletion or an undo.
 * @param sequence the sequence number the Change will get, a whole number ≥ 1
 */
export function idSource(sequence: number): IdSource {
  const used = new Map<TableName, number>()
  return <T extends TableName>(table: T) => {
    const count = (used.get(table) ?? 0) + 1
    used.set(table, count)
    return `${PREFIX[table]}${sequence}.${count}` as Tables[T]['id']
  }
}
