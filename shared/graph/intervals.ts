/** A part of a line, and how much it counts. */
export interface Interval {
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Many intervals on one line, prepared for being asked often. */
export interface Intervals {
  /** The weights of all that share more than an end with the piece of the line between these two places. */
  within(from: number, to: number): number
}

/** Intervals that may overlap, in any order. A question takes two binary searches. */
export function intervals(all: readonly Interval[]): Intervals {
  const begin = sums(all.map(({ from, weight }) => ({ at: from, weight })))
  const end = sums(all.map(({ to, weight }) => ({ at: to, weight })))
  if (all.length === 0) return { within: () => 0 }
  // Those that begin before the piece ends, less those that end before it begins.
  return { within: (from, to) => begin.below(to, false) - end.below(from, true) }
}

function sums(marks: { readonly at: number; readonly weight: number }[]) {
  marks.sort((a, b) => a.at - b.at)
  const places = Float64Array.from(marks, ({ at }) => at)
  const totals = new Float64Array(marks.length + 1)
  marks.forEach(({ weight }, index) => {
    totals[index + 1] = (totals[index] as number) + weight
  })
  return {
    /** Sum of the weights at places less than this one (or also at it). */
    below(place: number, inclusive: boolean): number {
      let low = 0
      let high = places.length
      while (low < high) {
        const middle = (low + high) >> 1
        const at = places[middle] as number
        if (at < place || (inclusive && at === place)) low = middle + 1
        else high = middle
      }
      return totals[low] as number
    },
  }
}
