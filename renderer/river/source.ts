import type { Findings } from '../../shared/analysis/findings'
import type { ImportReport } from '../../shared/export/to-report'
import type { PlacedGraph } from '../../shared/graph/graph'
import type { Inventory } from '../../shared/inventory/inventory'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import type { Laid } from './laid'

/** What every export is made of. The same for the window and for the headless command. */
export interface Basics {
  readonly inventory: Inventory
  /** Number of the Change after which the inventory is so. */
  readonly sequence: number
  readonly language: 'de' | 'en'
  /** How CSV is written: semicolon, BOM and decimal comma, or the international way. */
  readonly flavour: 'de' | 'en'
  readonly theme: 'light' | 'dark'
  /** ISO date that is printed on what leaves. */
  readonly today: string
  /** The workspace's name; absent when it is hidden, or there is none. */
  readonly name?: string
  /** The active filters in words, for exports that they shape; empty otherwise. */
  readonly filters: readonly string[]
  readonly pseudonymised: boolean
  readonly imports?: readonly ImportReport[]
}

/** And what is concluded and placed. */
export interface Source extends Basics {
  readonly findings: Findings
  readonly placed: PlacedGraph
  readonly routes: Laid['routes']
}

/** The date and the active filters in one line, as pictures carry it. */
export function titleLine({ language, today, filters }: Pick<Basics, 'language' | 'today' | 'filters'>): string {
  const named =
    filters.length === 0 ? [] : [translateIn(language)('exportDialog:filters', { filters: filters.join('; ') })]
  return [formatsFor(language).date(today), ...named].join(' · ')
}
