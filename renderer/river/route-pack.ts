import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { Point } from '../../shared/graph/geometry'
import type { ArrowHead } from '../../shared/graph/line-drawing'

/** Routes by edge in a few long pieces: cloning them takes next to nothing, and most are never looked at one by one. */
export interface RoutePack {
  readonly ids: readonly string[]
  /** All paths, one after the other, and where each of them ends. */
  readonly paths: string
  readonly pathEnds: Uint32Array
  /** Per route: label x y (NaN: none), arrow's tip x y and direction x y, the back arrow's four (NaN: none), then its points. */
  readonly numbers: Float64Array
  readonly numberEnds: Uint32Array
}

type Entry = readonly [id: string, route: EdgeRoute]

const HEAD = 10

/** Packs routes for the way to the page. */
export function packRoutes(entries: readonly Entry[]): { readonly wire: RoutePack; readonly transfer: Transferable[] } {
  const pathEnds = new Uint32Array(entries.length)
  const numberEnds = new Uint32Array(entries.length)
  const numbers: number[] = []
  let paths = ''
  entries.forEach(([, { path, points, label, arrow, backArrow }], at) => {
    paths += path
    pathEnds[at] = paths.length
    const back = backArrow === undefined ? [NaN, NaN, NaN, NaN] : headNumbers(backArrow)
    numbers.push(label?.x ?? NaN, label?.y ?? NaN, ...headNumbers(arrow), ...back)
    for (const { x, y } of points) numbers.push(x, y)
    numberEnds[at] = numbers.length
  })
  const packed = Float64Array.from(numbers)
  return {
    wire: { ids: entries.map(([id]) => id), paths, pathEnds, numbers: packed, numberEnds },
    transfer: [packed.buffer, pathEnds.buffer, numberEnds.buffer],
  }
}

function headNumbers({ tip, toward }: ArrowHead): readonly number[] {
  return [tip.x, tip.y, toward.x, toward.y]
}

/** The routes of a pack. Each is read from it when somebody asks; until then it is two words of memory. */
export function unpackRoutes(pack: RoutePack): readonly Entry[] {
  return pack.ids.map((id, at): Entry => [id, new PackedRoute(pack, at)])
}

class PackedRoute implements EdgeRoute {
  readonly #pack: RoutePack
  readonly #at: number

  constructor(pack: RoutePack, at: number) {
    this.#pack = pack
    this.#at = at
  }

  get path(): string {
    const { paths, pathEnds } = this.#pack
    return paths.slice(pathEnds[this.#at - 1] ?? 0, pathEnds[this.#at])
  }

  get points(): readonly Point[] {
    const { numbers, numberEnds } = this.#pack
    const points: Point[] = []
    for (let i = this.#first() + HEAD; i < (numberEnds[this.#at] as number); i += 2) {
      points.push({ x: numbers[i] as number, y: numbers[i + 1] as number })
    }
    return points
  }

  // What is absent is told by `undefined`, as everywhere.
  get label(): Point {
    const first = this.#first()
    const x = this.#pack.numbers[first] as number
    return (Number.isNaN(x) ? undefined : { x, y: this.#pack.numbers[first + 1] as number }) as Point
  }

  get arrow(): ArrowHead {
    return this.#head(2)
  }

  get backArrow(): ArrowHead {
    return (Number.isNaN(this.#pack.numbers[this.#first() + 6]) ? undefined : this.#head(6)) as ArrowHead
  }

  #first(): number {
    return this.#pack.numberEnds[this.#at - 1] ?? 0
  }

  #head(offset: number): ArrowHead {
    const [x, y, towardX, towardY] = this.#pack.numbers.subarray(this.#first() + offset, this.#first() + offset + 4)
    return { tip: { x: x as number, y: y as number }, toward: { x: towardX as number, y: towardY as number } }
  }
}
