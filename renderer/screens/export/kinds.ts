import type { HeadlessKind } from '../../../shared/bridge'

/** The kinds of export as the dialog groups them. */
export const GROUPS = [
  { group: 'pictures', kinds: ['map', 'png', 'pdf', 'drawio', 'mermaid'] },
  { group: 'documents', kinds: ['deck', 'summary', 'summary-html', 'book', 'book-html', 'report'] },
  { group: 'tables', kinds: ['workbook', 'tools', 'flows', 'departments'] },
  { group: 'systems', kinds: ['archimate', 'archi', 'leanix', 'turbo-ea', 'backstage', 'neo4j', 'sql'] },
  { group: 'everything', kinds: ['workspace'] },
] as const satisfies readonly { readonly group: string; readonly kinds: readonly HeadlessKind[] }[]

/** Kinds that are a CSV file in one of our two flavours; lists for other programs have one of their own. */
export const IN_FLAVOURS: ReadonlySet<HeadlessKind> = new Set<HeadlessKind>(['tools', 'flows', 'departments'])

/** Kinds that carry the company's name and colour. */
export const WITH_COMPANY: ReadonlySet<HeadlessKind> = new Set<HeadlessKind>([
  'map',
  'png',
  'pdf',
  'deck',
  'summary',
  'summary-html',
  'book',
  'book-html',
])
