import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DatedSnapshot, newestFirst, snapshotsToPrune } from '../../electron/keep-snapshots'

const at = (sequence: number, time: string): DatedSnapshot => ({ name: `s${sequence}`, sequence, time })
const daysAgo = (days: number, sequence: number) =>
  at(sequence, new Date(Date.UTC(2026, 10, 22, 12) - days * 86_400_000).toISOString())

describe('snapshotsToPrune', () => {
  it('keeps ten of one day and drops the eleventh', () => {
    const all = Array.from({ length: 11 }, (_, i) => at(i + 1, `2026-11-22T10:${10 + i}:00Z`))
    expect(snapshotsToPrune(all)).toEqual(['s1'])
  })

  it('keeps one per day for two weeks of work and one per week for eight', () => {
    const all = Array.from({ length: 200 }, (_, i) => daysAgo(i, 200 - i))
    const gone = new Set(snapshotsToPrune(all))
    const kept = all.filter((snapshot) => !gone.has(snapshot.name))
    // 14 days, then the newest of each week that the 14 days do not already cover.
    expect(kept.slice(0, 14)).toEqual(all.slice(0, 14))
    expect(kept.length).toBeGreaterThanOrEqual(14 + 5)
    expect(kept.length).toBeLessThanOrEqual(14 + 8)
    expect(Date.parse(all[0]?.time ?? '') - Date.parse(kept.at(-1)?.time ?? '')).toBeGreaterThan(48 * 86_400_000)
  })

  it('does not count a holiday', () => {
    const all = Array.from({ length: 12 }, (_, i) => daysAgo(i * 30, 12 - i))
    expect(snapshotsToPrune(all)).toEqual([])
  })

  it('never drops the newest and keeps no more than there are places', () => {
    const snapshot = fc.record({ sequence: fc.integer({ min: 1, max: 999 }), day: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.uniqueArray(snapshot, { selector: (s) => s.sequence, minLength: 1 }), (list) => {
        const all = list.map(({ sequence, day }) => daysAgo(day, sequence))
        const gone = snapshotsToPrune(all)
        expect(gone).not.toContain(newestFirst(all)[0]?.name)
        expect(all.length - gone.length).toBeLessThanOrEqual(32)
        expect(all.length - gone.length).toBeGreaterThanOrEqual(Math.min(10, all.length))
      }),
    )
  })
})
