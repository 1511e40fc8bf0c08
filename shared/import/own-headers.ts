import type {
  DataObjectField,
  DepartmentField,
  FieldId,
  FileKind,
  FlowField,
  FunctionField,
  ToolField,
  UsageField,
} from './fields'

export type Language = 'de' | 'en'

/** One word per language: part of the file format, so that the import reads back what the export writes. */
export type Word = Readonly<Record<Language, string>>

export const word = (en: string, de: string): Word => ({ en, de })

/** Columns of the tools table in their order. Each header is known to the import for this field alone. */
export const TOOL_HEADERS: readonly (readonly [ToolField, Word])[] = [
  ['id', word('ID', 'ID')],
  ['name', word('Name', 'Name')],
  ['partOf', word('Part of', 'Teil von')],
  ['vendor', word('Vendor', 'Hersteller')],
  ['description', word('Description', 'Beschreibung')],
  ['functions', word('Functions', 'Funktionen')],
  ['owner', word('Department', 'Abteilung')],
  ['usedBy', word('Used by', 'Genutzt von')],
  ['businessOwner', word('Business owner', 'Fachlich verantwortlich')],
  ['technicalOwner', word('Technical owner', 'Technisch verantwortlich')],
  ['status', word('Status', 'Status')],
  ['hosting', word('Hosting', 'Hosting')],
  ['users', word('Users', 'Nutzer')],
  ['annualCost', word('Annual cost', 'Kosten pro Jahr')],
  ['currency', word('Currency', 'Währung')],
  ['contractEnd', word('Contract end', 'Vertragsende')],
  ['noticeMonths', word('Notice months', 'Kündigungsfrist (Monate)')],
  ['plannedFrom', word('In use from', 'In Betrieb ab')],
  ['retiredFrom', word('Switched off from', 'Abgeschaltet ab')],
  ['criticality', word('Criticality', 'Kritikalität')],
  ['functionalFit', word('Functional fit', 'Fachliche Eignung')],
  ['technicalFit', word('Technical fit', 'Technische Eignung')],
  ['dataClass', word('Data class', 'Datenklasse')],
  ['personalData', word('Personal data', 'Personenbezogene Daten')],
  ['ai', word('AI', 'KI')],
  ['tags', word('Tags', 'Schlagwörter')],
  ['url', word('URL', 'URL')],
  ['notes', word('Notes', 'Notizen')],
]

export const DEPARTMENT_HEADERS: readonly (readonly [DepartmentField, Word])[] = [
  ['id', word('ID', 'ID')],
  ['name', word('Department', 'Abteilung')],
  ['parent', word('Parent department', 'Übergeordnete Abteilung')],
  ['headcount', word('Headcount', 'Mitarbeiter')],
]

export const FLOW_HEADERS: readonly (readonly [FlowField, Word])[] = [
  ['id', word('ID', 'ID')],
  ['name', word('Name', 'Name')],
  ['source', word('Source', 'Quelle')],
  ['sourcePartOf', word('Source part of', 'Quelle Teil von')],
  ['target', word('Target', 'Ziel')],
  ['targetPartOf', word('Target part of', 'Ziel Teil von')],
  ['dataObjects', word('Data objects', 'Datenobjekte')],
  ['method', word('Method', 'Übertragungsart')],
  ['direction', word('Direction', 'Richtung')],
  ['frequency', word('Frequency', 'Häufigkeit')],
  ['hoursPerMonth', word('Hours per month', 'Stunden pro Monat')],
  ['status', word('Status', 'Status')],
  ['notes', word('Notes', 'Notizen')],
]

export const USAGE_HEADERS: readonly (readonly [UsageField, Word])[] = [
  ['name', word('Tool', 'Tool')],
  ['partOf', word('Part of', 'Teil von')],
  ['owner', word('Used by', 'Genutzt von')],
  ['users', word('Users', 'Nutzer')],
  ['attachment', word('Attachment', 'Bindung')],
  ['concern', word('Concern', 'Sorge')],
]

export const DATA_OBJECT_HEADERS: readonly (readonly [DataObjectField, Word])[] = [
  ['name', word('Data object', 'Datenobjekt')],
  ['master', word('Master tool', 'Führendes Tool')],
  ['masterPartOf', word('Master tool part of', 'Führendes Tool Teil von')],
]

export const FUNCTION_HEADERS: readonly (readonly [FunctionField, Word])[] = [
  ['name', word('Function', 'Funktion')],
  ['domain', word('Domain', 'Bereich')],
  ['catalogueId', word('Catalogue ID', 'Katalog-ID')],
]

/** Columns of our sheets that only count what other sheets hold; they are left out when a workbook comes back. */
export const COUNTED = {
  dataObjects: word('Data flows', 'Datenflüsse'),
  functions: word('Tools', 'Tools'),
} as const

/** The status of a tool that is known only because something named it. */
export const MENTIONED_ONLY = word('mentioned only', 'nur erwähnt')
/** The direction of a flow of which only the two ends are known. */
export const UNKNOWN_DIRECTION = word('unknown direction', 'Richtung unbekannt')

/** True for a cell that says one of these words of ours, in either language. */
export function says(cell: string, { en, de }: Word): boolean {
  const trimmed = cell.trim()
  if (trimmed.length !== en.length && trimmed.length !== de.length) return false
  const text = trimmed.toLowerCase()
  return text === en.toLowerCase() || text === de.toLowerCase()
}

const HEADERS: Readonly<Record<FileKind, readonly (readonly [FieldId, Word])[]>> = {
  tools: TOOL_HEADERS,
  departments: DEPARTMENT_HEADERS,
  flows: FLOW_HEADERS,
  usages: USAGE_HEADERS,
  dataObjects: DATA_OBJECT_HEADERS,
  functions: FUNCTION_HEADERS,
}

/**
 * The fields of a table that this app wrote: it has every column of ours under its own header, in one language and any
 * order. Columns that are not ours feed nothing, whatever they are called. Undefined for any other table.
 */
export function ownColumns(header: readonly string[], kind: FileKind): readonly (FieldId | null)[] | undefined {
  for (const language of ['en', 'de'] as const) {
    const fields = new Map(HEADERS[kind].map(([field, word]) => [word[language], field]))
    if ([...fields.keys()].every((word) => header.includes(word))) return header.map((name) => fields.get(name) ?? null)
  }
  return undefined
}
