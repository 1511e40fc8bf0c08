import { COUNTED, type Word } from '../own-headers'
import type { DecodedFile, FileKind } from '../table'
import { hasColumns, namedRows } from './parts'

/**
 * The sheets of the workbook that this app writes, in its two languages. Lists come back by importing them; the others
 * are what the app concludes from them and are only offered.
 */
export const OWN_SHEETS = {
  tools: { en: 'Tools', de: 'Tools' },
  departments: { en: 'Departments', de: 'Abteilungen' },
  flows: { en: 'Data flows', de: 'Datenflüsse' },
  usage: { en: 'Usage', de: 'Nutzung' },
  functions: { en: 'Functions', de: 'Funktionen' },
  dataObjects: { en: 'Data objects', de: 'Datenobjekte' },
  overlaps: { en: 'Overlaps', de: 'Überschneidungen' },
  bundles: { en: 'Bundles', de: 'Bündel' },
  terms: { en: 'Arithmetic', de: 'Rechenweg' },
  functionMatrix: { en: 'Functions × departments', de: 'Funktionen × Abteilungen' },
  flowMatrix: { en: 'Tools × tools', de: 'Tools × Tools' },
  dataMatrix: { en: 'Data objects × tools', de: 'Datenobjekte × Tools' },
  register: { en: 'Register', de: 'Register' },
  about: { en: 'About this file', de: 'Über diese Datei' },
} as const
export type OwnSheet = keyof typeof OWN_SHEETS

/** The hidden sheet that says what a workbook is: two columns, names and values. */
export const OWN_MARK = { sheet: '_Toolscape', columns: ['key', 'value'], format: 'toolscape-inventory' } as const

const LISTS: Readonly<Partial<Record<OwnSheet, FileKind>>> = {
  tools: 'tools',
  departments: 'departments',
  flows: 'flows',
  usage: 'usages',
  functions: 'functions',
  dataObjects: 'dataObjects',
}

/** The columns of a sheet that only count what other sheets hold. */
const COUNTS: Readonly<Partial<Record<OwnSheet, Word>>> = COUNTED

/**
 * A workbook that this app wrote: its lists with their kinds, everything else set aside, sheets that somebody added as
 * they are. Undefined for anything else.
 */
export function ownLists(parts: readonly DecodedFile[]): readonly DecodedFile[] | undefined {
  if (parts[0]?.format !== 'xlsx' || !parts.some(isMark)) return undefined
  return parts.flatMap((sheet): readonly DecodedFile[] => {
    if (isMark(sheet)) return []
    const own = ownSheetOf(sheet.part ?? '')
    if (own === undefined) return [sheet]
    const presetKind = LISTS[own]
    return [presetKind === undefined ? { ...sheet, aside: true } : { ...withoutCounts(sheet, COUNTS[own]), presetKind }]
  })
}

/** The sheet without the column that was counted: what it says comes with the other sheets. */
function withoutCounts(sheet: DecodedFile, counted: Word | undefined): DecodedFile {
  const { header, rows } = sheet.table
  const at = header.findLastIndex((name) => name === counted?.en || name === counted?.de)
  if (at < 0) return sheet
  const without = (cells: readonly string[]) => cells.filter((_, i) => i !== at)
  return { ...sheet, table: { ...sheet.table, header: without(header), rows: rows.map(without) } }
}

function isMark({ part, table }: DecodedFile): boolean {
  return (
    part === OWN_MARK.sheet &&
    hasColumns(table, ...OWN_MARK.columns) &&
    namedRows(table).some((row) => row.get('key') === 'format' && row.get('value') === OWN_MARK.format)
  )
}

function ownSheetOf(name: string): OwnSheet | undefined {
  return (Object.keys(OWN_SHEETS) as OwnSheet[]).find((sheet) =>
    Object.values<string>(OWN_SHEETS[sheet]).includes(name),
  )
}
