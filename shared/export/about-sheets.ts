import { type Language, TOOL_HEADERS } from '../import/own-headers'
import { OWN_SHEETS } from '../import/sources/own-workbook'
import type { Inventory } from '../inventory/inventory'
import type { Translate } from './svg-brush'
import * as words from './table-words'
import type { Cell } from './to-tables'
import type { WorkbookSheet } from './to-workbook-tables'

/** What a file says of itself. */
export interface About {
  /** The workspace's name; absent when it is hidden. */
  readonly name?: string
  /** In the reader's writing. */
  readonly date: string
  /** The active filters in words; none means that everything is in the file. */
  readonly filters: readonly string[]
  readonly pseudonymised: boolean
  /** How many overlaps are listed, and how many there are. */
  /** `areMore`: there are more than were found. */
  readonly overlaps: { readonly listed: number; readonly found: number; readonly areMore: boolean }
}

/** A sheet with the date, the filters and what else a reader must know before trusting the others. */
export function aboutSheet(inventory: Inventory, about: About, language: Language, t: Translate): WorkbookSheet {
  const say = (key: string, values?: Readonly<Record<string, string | number>>) =>
    t(`exportSheets:about.${key}`, values)
  const rows: (readonly Cell[])[] = [
    [say('made'), t('common:appName')],
    ...(about.name === undefined ? [] : [[say('workspace'), about.name]]),
    [say('date'), about.date],
    [say('filters'), about.filters.length === 0 ? say('noFilters') : about.filters.join('; ')],
    [say('pseudonymised'), say(about.pseudonymised ? 'hidden' : 'nothingHidden')],
    [t('common:noun.tools'), inventory.tools.size],
    [t('common:noun.departments'), inventory.departments.size],
    [t('common:noun.flows'), inventory.flows.size],
    [t('common:noun.overlaps'), about.overlaps.areMore ? `> ${about.overlaps.found}` : about.overlaps.found],
    ...(about.overlaps.listed < about.overlaps.found ? [[say('listed'), about.overlaps.listed]] : []),
    [say('formulas'), say('formulasText')],
  ]
  return { name: OWN_SHEETS.about[language], table: { header: [say('what'), say('says')], rows } }
}

/**
 * The register: every tool with what a data protection or AI officer asks first. What nobody has said is "unknown" in so
 * many words, because an empty cell would be read as "no".
 */
export function registerSheet(inventory: Inventory, language: Language, t: Translate): WorkbookSheet {
  const unknown = t('common:unknown')
  const fields = ['name', 'partOf', 'owner', 'businessOwner', 'vendor', 'hosting', 'status'] as const
  const headers = new Map(TOOL_HEADERS.map(([field, header]) => [field, header[language]]))
  const named = (field: 'ai' | 'personalData' | 'dataClass' | (typeof fields)[number]) => headers.get(field) ?? field
  const rows = [...inventory.tools.values()].map((tool): readonly Cell[] => [
    tool.name,
    tool.partOf ?? null,
    tool.owner === undefined ? unknown : (inventory.departments.get(tool.owner)?.name ?? unknown),
    tool.businessOwner ?? unknown,
    tool.vendor ?? unknown,
    tool.hosting === undefined ? unknown : words.HOSTING[tool.hosting][language],
    tool.status === undefined ? unknown : words.STATUS[tool.status][language],
    words.AI[tool.ai ?? 'unknown'][language],
    words.YES_NO[tool.personalData ?? 'unknown'][language],
    tool.dataClass === undefined ? unknown : words.DATA_CLASS[tool.dataClass][language],
  ])
  const header = [...fields, 'ai' as const, 'personalData' as const, 'dataClass' as const].map(named)
  return { name: OWN_SHEETS.register[language], table: { header, rows } }
}
