import { FILE_KINDS } from '../../../shared/import/table'
import { usableRowsOf } from '../../river/outline'
import type { TableEntry } from './import-state'

/**
 * The table of a file to be shown first: of those that are imported and have rows to take, one that lists tools rather
 * than anything else, and of several the one of which most columns are understood, then the longest, then the first.
 */
export function mostFitting(tables: readonly TableEntry[]): TableEntry | undefined {
  const [first, ...others] = tables
  if (first === undefined) return undefined
  return others.reduce((best, table) => (isBefore(measuresOf(table), measuresOf(best)) ? table : best), first)
}

/** What decides, the weightiest first; more is better. */
function measuresOf({ ticked, prepared: { decoded, mapping } }: TableEntry): readonly number[] {
  const usable = usableRowsOf(decoded)
  return [
    Number(ticked),
    Number(usable > 0),
    -FILE_KINDS.indexOf(mapping.kind),
    mapping.columns.filter((field) => field !== null).length,
    usable,
  ]
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((measure, i) => measure !== b[i])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}
