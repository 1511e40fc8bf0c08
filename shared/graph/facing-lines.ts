import { GUTTER, type Point } from './geometry'
import type { Rect } from './graph'

/** The straight line between two cards that face each other with nothing but air between; none when they don't. */
export function straight(source: Rect, target: Rect): readonly [Point, Point] | undefined {
  const top = Math.max(source.y, target.y)
  const bottom = Math.min(source.y + source.height, target.y + target.height)
  if (bottom - top >= GUTTER) {
    const y = (top + bottom) / 2
    if (source.x + source.width < target.x)
      return [
        { x: source.x + source.width, y },
        { x: target.x, y },
      ]
    if (target.x + target.width < source.x)
      return [
        { x: source.x, y },
        { x: target.x + target.width, y },
      ]
  }
  const left = Math.max(source.x, target.x)
  const right = Math.min(source.x + source.width, target.x + target.width)
  if (right - left >= GUTTER) {
    const x = (left + right) / 2
    if (source.y + source.height < target.y)
      return [
        { x, y: source.y + source.height },
        { x, y: target.y },
      ]
    if (target.y + target.height < source.y)
      return [
        { x, y: source.y },
        { x, y: target.y + target.height },
      ]
  }
  return undefined
}

/** Ends of a curve that swings over the free space between two cards, sideways or (when there's no room) up or down. */
export function swing(
  source: Rect,
  target: Rect,
): { readonly from: Point; readonly to: Point; readonly flat: boolean } | undefined {
  const sy = source.y + source.height / 2
  const ty = target.y + target.height / 2
  const least = 3 * GUTTER
  if (target.x - source.x - source.width >= least) {
    return { from: { x: source.x + source.width, y: sy }, to: { x: target.x, y: ty }, flat: true }
  }
  if (source.x - target.x - target.width >= least) {
    return { from: { x: source.x, y: sy }, to: { x: target.x + target.width, y: ty }, flat: true }
  }
  const sx = source.x + source.width / 2
  const tx = target.x + target.width / 2
  if (target.y - source.y - source.height >= least) {
    return { from: { x: sx, y: source.y + source.height }, to: { x: tx, y: target.y }, flat: false }
  }
  if (source.y - target.y - target.height >= least) {
    return { from: { x: sx, y: source.y }, to: { x: tx, y: target.y + target.height }, flat: false }
  }
  return undefined
}
