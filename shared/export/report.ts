import type { BundleTerm, OverlapKind, ReasonCode } from '../analysis/findings'
import type { DecodedFile, FileKind } from '../import/table'

/** A row and what was wrong with it. */
export interface ReportIssue {
  readonly row: number
  readonly code: string
  readonly column?: string
  readonly text?: string
}

/** What became of one imported file. `rows = added + updated + unchanged + issues.length`. */
export interface ImportReport {
  readonly file: string
  readonly kind: FileKind
  readonly encoding: DecodedFile['encoding']
  readonly delimiter: DecodedFile['delimiter']
  readonly rows: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly issues: readonly ReportIssue[]
  readonly notices: readonly ReportIssue[]
  /** Header → field, null where the column was kept verbatim. */
  readonly mapping: Readonly<Record<string, string | null>>
}

export interface ReportOverlap {
  /** Names, in the order of the ids. */
  readonly tools: readonly [string, string]
  readonly ids: readonly [string, string]
  readonly score: number
  readonly kind: OverlapKind
  readonly proposed: boolean
  readonly verdict?: string
  /** Weights add up to the score. */
  readonly reasons: readonly { readonly code: ReasonCode; readonly weight: number; readonly value: string }[]
}

export type ReportTerm = Pick<
  BundleTerm,
  'side' | 'code' | 'value' | 'unit' | 'points' | 'low' | 'high' | 'unknown' | 'currency'
>

export interface ReportBundle {
  readonly rank: number
  readonly label: string
  readonly functionKey: string
  readonly domain?: string
  readonly tools: readonly string[]
  readonly ids: readonly string[]
  readonly departments: readonly string[]
  readonly users?: number
  readonly flows: number
  readonly proposed: number
  readonly lever: number
  readonly effort: number
  readonly score: number
  readonly low: number
  readonly high: number
  /** Points add up to lever and to effort. */
  readonly terms: readonly ReportTerm[]
}

/** More would not fit into a text: pairs grow with the square of the tools that do the same. */
export const MAX_OVERLAPS = 250_000

/** The stable shape of the report file. Keys may be added, none is renamed or removed within version 1. */
export interface Report {
  readonly format: 'toolscape-report'
  readonly version: 1
  readonly import: readonly ImportReport[]
  readonly inventory: {
    readonly tools: number
    readonly departments: number
    readonly functions: number
    readonly flows: number
    readonly retired: number
    readonly mentionedOnly: number
  }
  /** The strongest first; all that have a verdict, and of the others as many as `MAX_OVERLAPS` allows. */
  readonly overlaps: readonly ReportOverlap[]
  /** How many were found. More than are listed only where a list of that length could not be written. */
  readonly overlapsFound: number
  readonly bundles: readonly ReportBundle[]
}
