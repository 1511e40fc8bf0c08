import type { Point } from './geometry'
import type { LinePlan } from './line'

/** Sideways offsets of the tracks of one street, middle first; more lines than that share tracks. */
const TRACKS = [0, 4, -4, 8, -8]
/** Two lines may follow each other on one track with this much between them. */
const BETWEEN = 12

interface Piece {
  readonly line: number
  /** Index of the piece's first point. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/**
 * The same lines, with inner pieces that would lie on each other moved to tracks side by side.
 * @param tracks sideways offsets of the tracks, middle first
 */
export function spreadTracks(plans: readonly LinePlan[], tracks: readonly number[] = TRACKS): readonly LinePlan[] {
  const streets = new Map<string, Piece[]>()
  plans.forEach(({ kind, points }, line) => {
    if (kind === 'swing') return
    for (let at = 1; at + 2 < points.length; at++) {
      const a = points[at] as Point
      const b = points[at + 1] as Point
      const flat = a.y === b.y
      const key = flat ? `h${a.y}` : `v${a.x}`
      const [one, other] = flat ? [a.x, b.x] : [a.y, b.y]
      const piece = { line, at, from: Math.min(one, other), to: Math.max(one, other) }
      const street = streets.get(key)
      if (street === undefined) streets.set(key, [piece])
      else street.push(piece)
    }
  })
  const moved = plans.map(({ points }) => points.map((point) => ({ ...point })))
  for (const [key, street] of streets) {
    const axis = key.startsWith('h') ? 'y' : 'x'
    const ends: number[] = tracks.map(() => Number.NEGATIVE_INFINITY)
    for (const piece of street.sort((a, b) => a.from - b.from || b.to - a.to || a.line - b.line)) {
      let track = ends.findIndex((end) => end + BETWEEN <= piece.from)
      if (track < 0) track = ends.indexOf(Math.min(...ends))
      ends[track] = Math.max(ends[track] as number, piece.to)
      const points = moved[piece.line] as { x: number; y: number }[]
      for (const point of [points[piece.at], points[piece.at + 1]]) {
        if (point !== undefined) point[axis] += tracks[track] as number
      }
    }
  }
  return plans.map((plan, line) => (plan.kind === 'swing' ? plan : { ...plan, points: moved[line] as Point[] }))
}
