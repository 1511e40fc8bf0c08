import type { DataObjectField, FunctionField, ToolField, UsageField } from './fields'
import type { HeaderWords } from './header-vocabulary'

type ToolWords = Readonly<Partial<Record<ToolField, HeaderWords>>>

const both = (...lists: readonly (HeaderWords | undefined)[]): HeaderWords => ({
  whole: lists.flatMap((list) => list?.whole ?? []).join('|'),
  part: lists.flatMap((list) => list?.part ?? []).join('|'),
})

/** Headings of lists of who uses what: what lists of tools call a tool, and the departments that own or use it. */
export function usageWords({
  name,
  partOf,
  owner,
  usedBy,
  users,
}: ToolWords): Partial<Record<UsageField, HeaderWords>> {
  return {
    name: both(name),
    partOf: both(partOf),
    owner: both(owner, usedBy),
    users: both(users, {
      whole: 'anzahl|count|number|personen|people|mitarbeiter|employees|köpfe|headcount|aantal|nombre',
    }),
    attachment: {
      whole:
        'attachment|bindung|anhänglichkeit|wie sehr hängen sie daran|how attached|verbundenheit|attachement|gehechtheid|wichtigkeit|importance|bedeutung',
      part: 'attachment|bindung',
    },
    concern: {
      whole:
        'concern|concerns|sorge|sorgen|bedenken|befürchtung|befürchtungen|einwand|einwände|vorbehalt|vorbehalte|objection|objections|fear|fears|worry|worries|crainte|craintes|zorg|zorgen|bezwaar',
      part: 'concern|bedenken|sorgen|befürchtung|einwand|vorbehalt',
    },
  }
}

export const DATA_OBJECTS: Readonly<Partial<Record<DataObjectField, HeaderWords>>> = {
  name: {
    whole:
      'data object|data objects|dataObject|datenobjekt|datenobjekte|business object|business objects|geschäftsobjekt|geschäftsobjekte|information object|informationsobjekt|informationsobjekte|data entity|data entities|entität|entitäten|data asset|datenart|datenbestand|objet métier|objet de donnée|gegevensobject|name|bezeichnung|nom|naam',
    part: 'data object|datenobjekt|business object|geschäftsobjekt',
  },
  master: {
    whole:
      'master|master tool|master system|mastersystem|führendes system|führendes tool|führende anwendung|leading system|leading application|system of record|golden source|golden record|data master|datenherr|datenmaster|quelle der wahrheit|source of truth|single source of truth|système maître|application maître|bronsysteem|mastersysteem',
    part: 'führendes system|führendes tool|führende anwendung|master system|leading system|system of record|golden source|source of truth',
  },
  masterPartOf: { whole: 'master part of|master tool part of|führendes tool teil von|master teil von' },
}

export const FUNCTIONS: Readonly<Partial<Record<FunctionField, HeaderWords>>> = {
  name: {
    whole:
      'function|functions|funktion|funktionen|capability|capabilities|business capability|business capabilities|business function|geschäftsfähigkeit|geschäftsfähigkeiten|fähigkeit|fähigkeiten|geschäftsfunktion|fonction|capacité métier|functie|bedrijfsfunctie|name|bezeichnung|nom|naam',
    part: 'capability|funktion|function|fähigkeit',
  },
  domain: {
    whole: 'domain|domäne|bereich|fachdomäne|business domain|domaine|domein|gruppe|group|category|kategorie',
    part: 'domain|domäne',
  },
  catalogueId: { whole: 'catalogue id|katalog-id|katalog id|catalogueId' },
}
