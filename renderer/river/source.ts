import type { Findings } from '../../shared/analysis/findings'
import type { PictureOptions } from '../../shared/bridge'
import type { Company } from '../../shared/export/reports/report-input'
import type { LookSaid, LookWords, SeenMap } from '../../shared/export/seen-map'
import type { ImportReport } from '../../shared/export/to-report'
import { ownCompany } from '../../shared/inventory/company'
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
  readonly picture: PictureOptions
  readonly imports?: readonly ImportReport[]
}

/** Pictures where nobody wishes otherwise: twice as fine as the screen, or on one sheet of A3. */
export const PLAIN_PICTURE: PictureOptions = { scale: 2, transparent: false, paper: 'A3', tiled: false }

/** And what is concluded, and what of the map shows. */
export interface Source extends Basics {
  readonly findings: Findings
  readonly seen: SeenMap
  readonly routes: Laid['routes']
  /** What the map shows, in words, and what they are written with. */
  readonly said: LookSaid
  readonly words: LookWords
  /** The title of the saved view that is shown; absent where it is none. */
  readonly view?: string
}

/** Whose software it is: what the workspace says of its company, else the workspace's own name; nothing when hidden. */
export function companyOf({ inventory, name }: Pick<Basics, 'inventory' | 'name'>): Company | undefined {
  const own = ownCompany(inventory)
  const called = own.name ?? name
  if (called === undefined) return own.colour === undefined ? undefined : { name: '', colour: own.colour }
  return { name: called, ...(own.colour === undefined ? {} : { colour: own.colour }) }
}

/** What stands over a picture: the company, and the view's title. */
export function pictureTitle(source: Source): string {
  const company = companyOf(source)?.name || translateIn(source.language)('common:appName')
  return [company, ...(source.view === undefined ? [] : [source.view])].join(' – ')
}

/** What a picture shows, in words: arrangement, colours, marks, date, and the filters that are active. */
export function toldOf({ said: { told, filters }, language }: Pick<Source, 'said' | 'language'>): readonly string[] {
  if (filters.length === 0) return told
  return [...told, translateIn(language)('exportDialog:filters', { filters: filters.join('; ') })]
}

/** The date and what is shown in one line, for formats that have no more room. */
export function titleLine(source: Source): string {
  return [formatsFor(source.language).date(source.today), ...toldOf(source)].join(' · ')
}
