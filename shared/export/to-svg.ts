import type { PlacedGraph } from '../graph/graph'
import type { ToolId } from '../inventory/nouns'

/** Translates a key into words; the shape of `Translate` in shared/strings, which this room may not import. */
type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

export interface MapSvgOptions {
  readonly theme: 'light' | 'dark'
  readonly title: string
  /** The date of the map as text, already in the reader's language. */
  readonly date?: string
  readonly t: Translate
  readonly language: 'de' | 'en'
  readonly formatNumber: (value: number) => string
  /** Writes an amount in minor units; without it costs are left out. */
  readonly formatMoney?: (minor: number, currency: string) => string
  /** Ranks of bundles, drawn as numbered pins at the tool or container with this id. */
  readonly pins?: ReadonlyMap<string, number>
  /** Pairs of overlapping tools that get a ring around their cards. */
  readonly overlaps?: readonly { readonly tools: readonly [ToolId, ToolId] }[]
  /** Names of the domains, for the legend of the stripes; without it the legend leaves them out. */
  readonly domainNames?: ReadonlyMap<string, string>
}

/** The map as a complete, self-contained SVG file. (being written) */
export function toMapSvg(placed: PlacedGraph, options: MapSvgOptions): string {
  throw new Error(`not yet ${placed.bounds.width} ${options.title}`)
}
