/**
 * Why a whole file is not read. `not-readable-format`: an old or foreign workbook, a document, an archive.
 * `too-many-rows`, `too-many-cells`: more than `limit`. `unsafe-archive`: inflates to more than it may, or names its
 * parts as no workbook does. `unsafe-text`: XML with a document type, or nested or alias-ridden beyond measure.
 * `damaged-file`: the format is right, its contents are broken. `no-list`: nothing in it is a list of records.
 */
export const REFUSAL_CODES = [
  'not-readable-format',
  'too-many-rows',
  'too-many-cells',
  'unsafe-archive',
  'unsafe-text',
  'damaged-file',
  'no-list',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** What was exceeded, where it is a number. */
  readonly limit?: number
}

/** Thrown by decoders, and by nothing else: a file that won't be read, with a code the strings know. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(code: RefusalCode, limit?: number) {
    super(limit === undefined ? code : `${code} (${limit})`)
    this.name = 'Refused'
    this.refusal = limit === undefined ? { code } : { code, limit }
  }
}

/** A table longer than this is refused: nobody's software is that much, and every row becomes a record in memory. */
export const MAX_ROWS = 250_000
/** A table of more cells than this is refused. */
export const MAX_CELLS = 20_000_000
