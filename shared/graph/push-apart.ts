import { byCodeUnits } from '../inventory/code-units'
import { overlaps, PUSH_CLEARANCE } from './geometry'
import type { Rect } from './graph'

/** A container that has its place already. */
export interface Settler {
  readonly id: string
  readonly rect: Rect
  /** It grew for new tools: it stays, and what it covers gives way. */
  readonly grew: boolean
}

/**
 * The new rectangles of the containers that must give way so that no two overlap; empty when none does. Who grew stays,
 * otherwise who comes first by id. What is covered moves by the least distance along one axis, and in turn pushes
 * what it would cover. Each container is settled once, so this ends.
 */
export function pushApart(containers: readonly Settler[]): ReadonlyMap<string, Rect> {
  const moved = new Map<string, Rect>()
  const seeds = colliding(containers).sort((a, b) => Number(b.grew) - Number(a.grew) || byCodeUnits(a.id, b.id))
  const settled: Rect[] = []
  const done = new Set<string>()
  for (const seed of seeds) {
    const queue = [seed]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (done.has(next.id)) continue
      const rect = nearestFree(next.rect, settled)
      if (rect !== next.rect) moved.set(next.id, rect)
      done.add(next.id)
      settled.push(rect)
      queue.push(...containers.filter((other) => !done.has(other.id) && overlaps(rect, other.rect)))
    }
  }
  return moved
}

/** Those that overlap another one, found by a sweep from left to right. */
function colliding(containers: readonly Settler[]): Settler[] {
  const found = new Set<Settler>()
  let open: Settler[] = []
  for (const next of [...containers].sort((a, b) => a.rect.x - b.rect.x || byCodeUnits(a.id, b.id))) {
    open = open.filter((other) => other.rect.x + other.rect.width > next.rect.x)
    for (const other of open) {
      if (overlaps(other.rect, next.rect)) found.add(other).add(next)
    }
    open.push(next)
  }
  return [...found]
}

/** The rectangle itself when it's free, else slid along one axis to the nearest place that is. */
function nearestFree(rect: Rect, settled: readonly Rect[]): Rect {
  if (!settled.some((other) => overlaps(rect, other))) return rect
  let best = rect
  let bestDistance = Number.POSITIVE_INFINITY
  for (const slide of [slideRight, slideDown, slideLeft, slideUp]) {
    let next = rect
    for (let blocker = blocking(next, settled); blocker !== undefined; blocker = blocking(next, settled)) {
      next = slide(next, blocker)
    }
    const distance = Math.abs(next.x - rect.x) + Math.abs(next.y - rect.y)
    if (distance < bestDistance) {
      best = next
      bestDistance = distance
    }
  }
  return best
}

function blocking(rect: Rect, settled: readonly Rect[]): Rect | undefined {
  return settled.find((other) => overlaps(rect, other))
}

const slideRight = (rect: Rect, by: Rect): Rect => ({ ...rect, x: by.x + by.width + PUSH_CLEARANCE })
const slideLeft = (rect: Rect, by: Rect): Rect => ({ ...rect, x: by.x - rect.width - PUSH_CLEARANCE })
const slideDown = (rect: Rect, by: Rect): Rect => ({ ...rect, y: by.y + by.height + PUSH_CLEARANCE })
const slideUp = (rect: Rect, by: Rect): Rect => ({ ...rect, y: by.y - rect.height - PUSH_CLEARANCE })
