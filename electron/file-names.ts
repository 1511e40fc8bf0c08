import type { SaveKind } from '../shared/bridge'

const ENDINGS: Readonly<Record<SaveKind, string>> = {
  'map-svg': 'svg',
  'tools-csv': 'csv',
  'workbook-xlsx': 'xlsx',
  'problems-csv': 'csv',
  'report-json': 'json',
  'mapping-json': 'json',
  'pilot-html': 'html',
  'matrix-csv': 'csv',
  'own-products-json': 'json',
  'map-png': 'png',
  'map-pdf': 'pdf',
  'summary-html': 'html',
  'summary-pdf': 'pdf',
  'book-html': 'html',
  'book-pdf': 'pdf',
  'deck-pptx': 'pptx',
  'map-drawio': 'drawio',
  'map-mermaid': 'mmd',
  'flows-csv': 'csv',
  'departments-csv': 'csv',
  'workspace-json': 'json',
  'archimate-xml': 'xml',
  'leanix-xlsx': 'xlsx',
  'turbo-ea-xlsx': 'xlsx',
  'backstage-yaml': 'yaml',
  'inventory-sql': 'sql',
}

/** What files that hold lists end in; what is in them decides how they are read. */
export const LIST_ENDINGS = [
  'csv',
  'tsv',
  'txt',
  'xlsx',
  'xlsm',
  'json',
  'jsonl',
  'ndjson',
  'yaml',
  'yml',
  'xml',
  'archimate',
] as const

/** True for the name of a file that holds a list, as far as its ending tells. */
export function isList(name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (LIST_ENDINGS as readonly string[]).includes(ending)
}

export function endingOf(kind: SaveKind): string {
  return ENDINGS[kind]
}

/**
 * A suggested name that every system accepts: no folders, nothing Windows forbids (it also reserves CON, NUL, COM1 …),
 * not too long, and with the ending of its kind. Workspaces are named by people and people write "Q3/Q4: Umzug?".
 */
export function safeFileName(suggested: string, kind: SaveKind): string {
  const ending = `.${ENDINGS[kind]}`
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested
  const clean = bare
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g, ' ')
    .replace(/\p{Surrogate}|\s+/gu, ' ')
  const short = [...clean]
    .slice(0, 100)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short)
  return `${short === '' ? 'Toolscape' : reserved ? `_${short}` : short}${ending}`
}
