import { coreName } from '../inventory/core-name'
import type { CatalogueIndex } from './index-catalogue'

/** A job that is done without a tool made for it. */
export interface Makeshift {
  readonly means: 'spreadsheet' | 'mailbox' | 'desktop-database' | 'paper'
  /** What is left of the name when the means is taken out: "Excel: Rechnungsliste" → "Rechnungsliste". May be empty. */
  readonly job: string
}

/** The product that each means is bought as; its own name alone is that product and no makeshift. */
const MEANS = {
  spreadsheet: 'Microsoft Excel',
  'desktop-database': 'Microsoft Access',
  mailbox: 'Microsoft Outlook',
} as const

const LIST = '(?:liste|listen|tabelle|datei|sheet|mappe|file|list|tracker|vorlage|makro|übersicht|workbook|spreadsheet)'
const BETWEEN = '[\\s:–—|/-]*'
const DATABASE = '(?:db|datenbank|database|anwendung)'

/** The job is what the group `job` catches. Tried in this order. */
const PATTERNS: readonly (readonly [Makeshift['means'], RegExp])[] = [
  [
    'paper',
    /^(?<job>.*?)\s*[(:–—-]?\s*\b(?:karteikasten|karteikarten|magnettafel|papierlisten?|papierformulare?|auf papier|paper (?:forms?|lists?|log|sheets?)|handschriftlich)\b[)\s:–—-]*(?<file>.*)$/iu,
  ],
  ['paper', /^(?:papier|paper)[\s:–—-]+(?<job>.+)$/iu],
  ['mailbox', /^(?:.*?[\s:–—-])??(?<job>[\p{L}\p{N}._+-]+)@(?:[\p{L}\p{N}.-]*|…)$/iu],
  [
    'mailbox',
    /^(?:outlook[\s-]|exchange[\s-])?(?:gruppen|sammel|funktions|team|gemeinsames\s+)?-?postfach[\s:–—-]+(?<job>.+)$/iu,
  ],
  ['mailbox', /^(?:shared|team|group|functional|outlook)\s+(?:mailbox|inbox)[\s:–—-]*(?<job>.*)$/iu],
  ['mailbox', /^mailbox:\s*(?<job>.+)$/iu],
  ['mailbox', /^(?<job>.+?)(?:[\s-]+(?:shared\s+)?mailbox|[\s-]*(?:sammel|gruppen|funktions)?postfach)$/iu],
  [
    'desktop-database',
    new RegExp(`^(?:(?:ms|microsoft)[\\s-])?access[\\s-]?${DATABASE}\\b${BETWEEN}(?<job>.*)$`, 'iu'),
  ],
  ['desktop-database', /^(?:ms|microsoft)[\s-]access[\s:–—|/-]+(?<job>.+)$/iu],
  ['desktop-database', /^access\s*(?::|\s[–—|-]\s)\s*(?<job>.+)$/iu],
  ['desktop-database', new RegExp(`^(?<job>.+?)[\\s(–—-]+(?:ms[\\s-])?access(?:[\\s-]?${DATABASE})\\)?$`, 'iu')],
  ['desktop-database', /^(?<job>.+?)\s*\((?:ms |microsoft )?access\)$|^(?<file>.+)\.(?:accdb|mdb)$/iu],
  [
    'spreadsheet',
    new RegExp(`^(?:(?:ms|microsoft)[\\s-])?excel(?:[\\s-]?${LIST})?(?![\\p{L}])${BETWEEN}(?<job>.+)$`, 'iu'),
  ],
  ['spreadsheet', /^(?:spreadsheet|tabelle|google[\s-](?:sheets?|tabelle)|gsheet)[\s:–—|-]+(?<job>.+)$/iu],
  ['spreadsheet', new RegExp(`^(?<job>.+?)[\\s(–—-]+(?:ms[\\s-])?excel(?:[\\s-]?${LIST})?\\)?$`, 'iu')],
  ['spreadsheet', /^(?<job>.+?)[\s-]+spreadsheet$|^(?<file>.+)\.(?:xlsx?|xlsm|ods|csv)$/iu],
]

/** What every pattern has something of: most names have nothing, and need no pattern tried. */
const HINT =
  /excel|access|sheet|tabelle|postfach|mailbox|inbox|@|\.(?:xls|csv|ods|mdb|accdb)|papier|paper|kart|magnet|handschrift/iu

/** "Jedox for Excel", "Add-in für Access": made for the means, not done with it. */
const MADE_FOR = /(?:^|\s)(?:for|für|fuer|zu|to|in|mit|with|add-?in|plug-?in)$/iu

/**
 * Recognises spreadsheets, shared mailboxes, desktop databases and paper that stand in a list like tools, by the name
 * alone. The bare means ("Excel 2016", "MS Access") and names the catalogue knows as a product are none.
 */
export function makeshiftOf(name: string, index: CatalogueIndex): Makeshift | undefined {
  const text = name.trim()
  if (!HINT.test(text)) return undefined
  if (index.ownProduct(text) !== undefined || index.productByName(text) !== undefined) return undefined
  const core = index.productByName(coreName(text))?.name
  if (core !== undefined && Object.values<string>(MEANS).includes(core)) return undefined
  for (const [means, pattern] of PATTERNS) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) continue
    const job = (groups.job || groups.file || '').replace(/^[\s:–—|/(-]+|[\s:–—|/(-]+$/gu, '')
    if (!MADE_FOR.test(job)) return { means, job }
  }
  return undefined
}

/** The product that is the means, where there is one. */
export function productOfMeans(means: Makeshift['means']): string | undefined {
  return means === 'paper' ? undefined : MEANS[means]
}
