/** What deciding about a snapshot needs: its name, its Change, and when it was made (ISO, UTC). */
export interface DatedSnapshot {
  readonly name: string
  readonly sequence: number
  readonly time: string
}

const RECENT = 10
const DAYS = 14
const WEEKS = 8

/** Newest first. The Change decides before the clock: clocks are set back. */
export function newestFirst<T extends DatedSnapshot>(snapshots: readonly T[]): readonly T[] {
  return [...snapshots].sort((a, b) => b.sequence - a.sequence || (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
}

/**
 * Which snapshots may go: all but the 10 newest, the newest of each of the last 14 days that have one, and the newest
 * of each of the last 8 weeks that have one. Days without work don't count, so a holiday costs no history.
 */
export function snapshotsToPrune(snapshots: readonly DatedSnapshot[]): readonly string[] {
  const sorted = newestFirst(snapshots)
  const kept = new Set(sorted.slice(0, RECENT).map((snapshot) => snapshot.name))
  for (const name of newestPer(sorted, dayOf, DAYS)) kept.add(name)
  for (const name of newestPer(sorted, weekOf, WEEKS)) kept.add(name)
  return sorted.filter((snapshot) => !kept.has(snapshot.name)).map((snapshot) => snapshot.name)
}

function newestPer(sorted: readonly DatedSnapshot[], period: (time: string) => string, count: number): string[] {
  const names = new Map<string, string>()
  for (const { name, time } of sorted) {
    const key = period(time)
    if (!names.has(key) && names.size < count) names.set(key, name)
  }
  return [...names.values()]
}

function dayOf(time: string): string {
  return time.slice(0, 10)
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function weekOf(time: string): string {
  const day = Math.floor(Date.parse(time) / 86_400_000)
  return String(Math.floor((day + 3) / 7))
}
