/** SVG paths, one after the other, and where each ends. */
export interface Paths {
  readonly text: string
  readonly ends: Uint32Array<ArrayBuffer>
}

/** A rectangle by its edges. */
export interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** How far a curve may swing past the numbers in its path. */
const SWING = 40

const MINUS = 45
const DOT = 46
const ZERO = 48
const NINE = 57

/** Lines to be painted. Where each lies is known at once; its path is made when it is painted for the first time. */
export class Strokes {
  readonly count: number
  readonly #paths: Paths
  /** Left, top, right and bottom of each. */
  readonly #boxes: Float64Array
  readonly #made: Path2D[] = []

  constructor(paths: Paths) {
    this.count = paths.ends.length
    this.#paths = paths
    this.#boxes = boxesOf(paths)
  }

  /** Whether a line may be seen within these edges. */
  touches(at: number, { left, top, right, bottom }: Edges): boolean {
    const boxes = this.#boxes
    return (
      (boxes[at * 4] as number) <= right &&
      (boxes[at * 4 + 2] as number) >= left &&
      (boxes[at * 4 + 1] as number) <= bottom &&
      (boxes[at * 4 + 3] as number) >= top
    )
  }

  path(at: number): Path2D {
    const { text, ends } = this.#paths
    this.#made[at] ??= new Path2D(text.slice(ends[at - 1] ?? 0, ends[at]))
    return this.#made[at] as Path2D
  }
}

/**
 * The box of each path. Its numbers are x and y in turn: `pathOf` in shared/graph writes M, L, Q and C with absolute
 * points only, and no number with an exponent. Read character by character, without a text for each of the hundred
 * thousand numbers of a large map.
 */
export function boxesOf({ text, ends }: Paths): Float64Array {
  const boxes = new Float64Array(ends.length * 4)
  let next = 0
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at] as number
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    let isX = true
    while (next < end) {
      let code = text.charCodeAt(next)
      if (code !== MINUS && (code < ZERO || code > NINE)) {
        next += 1
        continue
      }
      const sign = code === MINUS ? -1 : 1
      if (sign < 0) {
        next += 1
        code = text.charCodeAt(next)
      }
      let value = 0
      while (next < end && code >= ZERO && code <= NINE) {
        value = value * 10 + code - ZERO
        next += 1
        code = text.charCodeAt(next)
      }
      if (code === DOT && next < end) {
        let part = 0.1
        next += 1
        code = text.charCodeAt(next)
        while (next < end && code >= ZERO && code <= NINE) {
          value += (code - ZERO) * part
          part /= 10
          next += 1
          code = text.charCodeAt(next)
        }
      }
      value *= sign
      if (isX) {
        if (value < left) left = value
        if (value > right) right = value
      } else {
        if (value < top) top = value
        if (value > bottom) bottom = value
      }
      isX = !isX
    }
    boxes[at * 4] = left - SWING
    boxes[at * 4 + 1] = top - SWING
    boxes[at * 4 + 2] = right + SWING
    boxes[at * 4 + 3] = bottom + SWING
  }
  return boxes
}
