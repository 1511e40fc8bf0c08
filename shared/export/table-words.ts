import { UNKNOWN_DIRECTION, type Word, word } from '../import/own-headers'
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

export const STATUS: Readonly<Record<ToolStatus, Word>> = {
  planned: word('planned', 'geplant'),
  active: word('active', 'aktiv'),
  'phasing-out': word('phasing out', 'in Ablösung'),
  retired: word('retired', 'abgeschaltet'),
}

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
/** How attached a department is to a tool. */
export const ATTACHMENT = CRITICALITY
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
export const DIRECTION = {
  both: word('both ways', 'beide Richtungen'),
  one: word('one way', 'einseitig'),
  unknown: UNKNOWN_DIRECTION,
} as const
