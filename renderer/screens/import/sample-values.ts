import type { Table } from '../../../shared/import/table'

const LOOK_AT_ROWS = 500
const LONGEST = 80

/** A few different cells of a column, in the order they come, long ones cut. Looks at the first rows only. */
export function sampleValues({ rows }: Table, column: number, wanted = 3): readonly string[] {
  const found = new Set<string>()
  for (let i = 0; i < rows.length && i < LOOK_AT_ROWS && found.size < wanted; i += 1) {
    const text = (rows[i]?.[column] ?? '').replace(/\s+/g, ' ').trim()
    if (text !== '') found.add(text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text)
  }
  return [...found]
}
