import type { Findings } from '../../analysis/findings'
import type { Inventory } from '../../inventory/inventory'
import type { Translate } from '../svg-brush'

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
}

export interface DeckInput {
  readonly inventory: Inventory
  readonly findings: Findings
  readonly options: DeckOptions
}
