/** Texts that lists should never hold and sometimes do. */
export const SNIPPETS: readonly string[] = [
  '"',
  '""',
  '"""',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\ue000',
  '\ud800',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\u202e',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ';',
  ',',
  '|',
  ' ',
  '',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '[__proto__]',
  '=1+1',
  "'=1+1",
  '@SUM(A1)',
  '-',
  'n/a',
  'unbekannt',
  'alle',
  'Summe',
  'Total: 5',
  'sep=;',
  '1e999',
  'Infinity',
  'NaN',
  '-0',
  '9'.repeat(400),
  '1.234',
  '1,234',
  '1.234,50 €',
  '12 k€',
  '20–30',
  'ca. 50',
  '00000000000000000000000000000001',
  '31.02.2026',
  '2026-13-45',
  '0000-00-00',
  '1.1.1',
  '99999999-01-01',
  '3 Monate zum Quartalsende',
  'Jira',
  'jira ',
  'JIRA',
  'Slack',
  'API',
  'SAP (API)',
  'Jira; Slack',
  'Jira, Slack & SAP',
  'Jira / Jira',
  'IT',
  'IT-Abteilung',
  'Einkauf',
  'A → B',
  '🦊',
  'e\u0301',
  'ﬀ',
  'İ',
  'ß',
  '<b>x</b>',
  '[x](http://y)',
  '![](',
  "{'a': 'b'}",
  '((((((((',
  '/'.repeat(300),
  '; '.repeat(200),
  'a '.repeat(300),
  'ä'.repeat(500),
]

/** Of these, huge cells are made. */
export const HUGE = ['Wort ', 'ä', '1 ', '(', ' ', ', ', '1.', "{'a':", '- ', 'A→'] as const

export const HEADERS: readonly string[] = [
  'Name',
  'ID',
  'Tool',
  'Anwendung',
  'Hersteller',
  'Beschreibung',
  'Funktion',
  'Abteilung',
  'Genutzt von',
  'Verantwortlich',
  'Technischer Ansprechpartner',
  'Status',
  'Hosting',
  'Anzahl Nutzer',
  'Jährliche Kosten',
  'Währung',
  'Vertragsende',
  'Kündigungsfrist',
  'Kritikalität',
  'Datenklasse',
  'Personenbezogene Daten',
  'KI',
  'Tags',
  'URL',
  'Bemerkung',
  'Notizen',
  'Schnittstellen zu',
  'Teil von',
  'Part of',
  'Quelle',
  'Ziel',
  'Source',
  'Target',
  'Source System',
  'Target System',
  'Participants',
  'Daten',
  'Übertragung',
  'Häufigkeit',
  'Richtung',
  'Stunden pro Monat',
  'Übergeordnete Abteilung',
  'Mitarbeiter',
  'Parent',
  '__proto__',
  'constructor',
  'x',
]

export const FILE_NAMES = ['list.csv', 'flows.csv', 'schnittstellen.csv', 'abteilungen.csv', '__proto__', ''] as const

export const ENCODERS = [
  'utf-8',
  'utf-8',
  'utf-8-bom',
  'latin',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'twice',
] as const
export type Encoder = (typeof ENCODERS)[number]

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 256 ? code : 63
  })

/** Text as bytes; `twice` is what comes out when UTF-8 is taken for Latin 1 and written as UTF-8 again. */
export function encode(text: string, as: Encoder): Uint8Array {
  const utf8 = new TextEncoder().encode(text)
  switch (as) {
    case 'utf-8':
      return utf8
    case 'utf-8-bom':
      return Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])
    case 'latin':
      return latin(text)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'twice':
      return new TextEncoder().encode(Buffer.from(utf8).toString('latin1'))
  }
}
