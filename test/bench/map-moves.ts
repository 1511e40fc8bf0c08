import type { Page } from 'playwright-core'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Milliseconds between frames, and processor time of all processes per frame. */
export interface Frames {
  readonly deltas: readonly number[]
  readonly cpu: number
}

/** A frame's time to the next move, as a hand has it. */
export async function move(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y)
  await page.waitForTimeout(16)
}

export async function panFrom(page: Page, spot: Spot): Promise<void> {
  await page.mouse.move(spot.x, spot.y)
  await page.mouse.down()
  for (let i = 0; i < 60; i += 1) {
    const angle = (i / 60) * 2 * Math.PI
    await move(page, { x: spot.x + 220 * Math.sin(angle), y: spot.y + 140 * Math.sin(2 * angle) })
  }
  await move(page, spot)
  await page.mouse.up()
}

export async function wheelAt(page: Page, spot: Spot, by: number): Promise<void> {
  await page.mouse.move(spot.x, spot.y)
  for (let i = 0; i < 18; i += 1) {
    await page.mouse.wheel(0, by)
    await page.waitForTimeout(16)
  }
  await page.waitForTimeout(200)
}

/**
 * The point nearest to this one at which the map's own ground lies open, so that a drag there moves the map and nothing
 * else; it stays so while the wheel zooms in on it. Sent into the page.
 */
export function emptyNear({ x, y }: Spot): Spot | undefined {
  const map = document.querySelector('[data-testid=map]')?.getBoundingClientRect()
  if (map === undefined) return undefined
  const isFree = (left: number, top: number) =>
    document.elementFromPoint(left, top)?.classList.contains('react-flow__pane') === true
  for (let away = 0; away < Math.max(map.width, map.height) / 2; away += 2) {
    for (let step = -away; step <= away; step += 2) {
      const around = [
        { x: x + step, y: y - away },
        { x: x + step, y: y + away },
        { x: x - away, y: y + step },
        { x: x + away, y: y + step },
      ]
      const free = around.find(
        (spot) =>
          spot.x > map.left + 8 &&
          spot.x < map.right - 8 &&
          spot.y > map.top + 8 &&
          spot.y < map.bottom - 8 &&
          isFree(spot.x, spot.y),
      )
      if (free !== undefined) return free
    }
  }
  return undefined
}
