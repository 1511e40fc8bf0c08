import type { Findings } from '../../analysis/findings'
import type { Graph } from '../../graph/graph'
import type { Inventory } from '../../inventory/inventory'
import type { ToolId } from '../../inventory/nouns'
import type { Translate } from '../svg-brush'
import type { LegendEntry } from '../svg-legend'

export interface DeckOptions {
  readonly language: 'de' | 'en'
  /** Whose software it is, and its colour as `#RRGGBB`; anything else is passed over. */
  readonly company?: { readonly name: string; readonly colour?: string }
  /** The date of the deck as text, already in the reader's language. */
  readonly date: string
  readonly t: Translate
  readonly formatNumber: (value: number) => string
  /** Writes an amount in minor units. */
  readonly formatMoney: (minor: number, currency: string) => string
  /** The filters that were active, in words. Absent or empty: the whole inventory. */
  readonly filters?: readonly string[]
  /** What the landscape page shows; without it all tools in use by department. */
  readonly view?: DeckView
}

/** The map as a look shows it, for the landscape page. */
export interface DeckView {
  /** The tools that show, in the containers that they stand in. Names of containers are those of `containerName`. */
  readonly graph: Graph
  /** `#RRGGBB` of each tool. */
  readonly colours: ReadonlyMap<ToolId, string>
  readonly legend: { readonly title: string; readonly entries: readonly LegendEntry[] }
  /** Tools that have gone until the date of the look. */
  readonly gone: ReadonlySet<string>
  readonly byDepartment: boolean
  /** Arrangement, colours and date in words; and the filters that are active. */
  readonly told: readonly string[]
  readonly filters: readonly string[]
}

export interface DeckInput {
  readonly inventory: Inventory
  readonly findings: Findings
  readonly options: DeckOptions
}
