import type { DepartmentField, FlowField, ToolField } from '../import/fields'
import type {
  AiKind,
  DataClass,
  FlowMethod,
  Frequency,
  Hosting,
  Level,
  ToolStatus,
  YesNoUnknown,
} from '../inventory/nouns'

export type Language = 'de' | 'en'

/** One word per language: part of the file format, so that the import reads back what the export writes. */
export type Word = Readonly<Record<Language, string>>

const word = (en: string, de: string): Word => ({ en, de })

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
  ['name', word('Department', 'Abteilung')],
  ['parent', word('Parent department', 'Übergeordnete Abteilung')],
  ['headcount', word('Headcount', 'Mitarbeiter')],
]

export const FLOW_HEADERS: readonly (readonly [FlowField, Word])[] = [
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
]

export const STATUS: Readonly<Record<ToolStatus, Word>> = {
  planned: word('planned', 'geplant'),
  active: word('active', 'aktiv'),
  'phasing-out': word('phasing out', 'in Ablösung'),
  retired: word('retired', 'abgeschaltet'),
}
export const MENTIONED_ONLY = word('mentioned only', 'nur erwähnt')

export const HOSTING: Readonly<Record<Hosting, Word>> = {
  cloud: word('cloud', 'Cloud'),
  'on-premises': word('on-premises', 'eigener Betrieb'),
  hybrid: word('hybrid', 'hybrid'),
  desktop: word('desktop', 'Arbeitsplatz'),
}
export const CRITICALITY: Readonly<Record<Level, Word>> = {
  1: word('low', 'niedrig'),
  2: word('medium', 'mittel'),
  3: word('high', 'hoch'),
  4: word('very high', 'sehr hoch'),
}
export const FUNCTIONAL_FIT: Readonly<Record<Level, Word>> = {
  1: word('unreasonable', 'ungeeignet'),
  2: word('insufficient', 'eingeschränkt'),
  3: word('appropriate', 'geeignet'),
  4: word('perfect', 'perfekt'),
}
export const TECHNICAL_FIT: Readonly<Record<Level, Word>> = {
  1: word('inappropriate', 'ungeeignet'),
  2: word('unreasonable', 'ausreichend'),
  3: word('adequate', 'geeignet'),
  4: word('fully appropriate', 'voll geeignet'),
}
export const DATA_CLASS: Readonly<Record<DataClass, Word>> = {
  public: word('public', 'öffentlich'),
  internal: word('internal', 'intern'),
  confidential: word('confidential', 'vertraulich'),
  'strictly-confidential': word('strictly confidential', 'streng vertraulich'),
}
export const YES_NO: Readonly<Record<YesNoUnknown, Word>> = {
  yes: word('yes', 'ja'),
  no: word('no', 'nein'),
  unknown: word('unknown', 'unbekannt'),
}
export const AI: Readonly<Record<AiKind, Word>> = {
  none: word('none', 'keine'),
  embedded: word('embedded', 'eingebaut'),
  dedicated: word('dedicated', 'KI-Tool'),
  unknown: word('unknown', 'unbekannt'),
}
export const METHOD: Readonly<Record<FlowMethod, Word>> = {
  api: word('API', 'API'),
  middleware: word('Middleware', 'Middleware'),
  database: word('Database', 'Datenbank'),
  file: word('File', 'Datei'),
  'e-mail': word('E-mail', 'E-Mail'),
  'by-hand': word('By hand', 'Von Hand'),
  unknown: word('unknown', 'unbekannt'),
}
export const FREQUENCY: Readonly<Record<Frequency, Word>> = {
  'real-time': word('real-time', 'Echtzeit'),
  hourly: word('hourly', 'stündlich'),
  daily: word('daily', 'täglich'),
  weekly: word('weekly', 'wöchentlich'),
  monthly: word('monthly', 'monatlich'),
  yearly: word('yearly', 'jährlich'),
  'on-demand': word('on-demand', 'bei Bedarf'),
}
export const DIRECTION = { both: word('both ways', 'beide Richtungen'), one: word('one way', 'einseitig') } as const
