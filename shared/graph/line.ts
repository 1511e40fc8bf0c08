import type { Point } from './geometry'

/** The course of a line. `swing`: one curve from the first to the last point; `corners`: straight pieces. */
export interface LinePlan {
  readonly kind: 'swing' | 'corners'
  /** Of a swing: whether it leaves and arrives sideways. */
  readonly flat: boolean
  readonly points: readonly Point[]
}

/** Points along a swing: a cubic curve whose handles reach halfway. */
export function swingPoint({ points, flat }: LinePlan, t: number): Point {
  const from = points[0] as Point
  const to = points.at(-1) as Point
  const along = (1 - t) ** 2 * (1 + 2 * t)
  const across = (1 - t) * (1 - t) * (1 - t) + 1.5 * (1 - t) * (1 - t) * t + 1.5 * (1 - t) * t * t
  const [partX, partY] = flat ? [across, along] : [along, across]
  return { x: to.x + (from.x - to.x) * partX, y: to.y + (from.y - to.y) * partY }
}
