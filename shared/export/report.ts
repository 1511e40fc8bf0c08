import type {
  BundleTerm,
  NewPlatformCode,
  OpenField,
  OverlapGroup,
  OverlapKind,
  OverlapRange,
  PlatformAreaCode,
  ReasonCode,
  Standing,
  TargetCode,
} from '../analysis/findings'
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
  'side' | 'code' | 'value' | 'unit' | 'points' | 'weight' | 'half' | 'low' | 'high' | 'unknown' | 'currency'
>

/** Several tools that do the same. */
export interface ReportGroup {
  readonly key: string
  readonly origin: OverlapGroup['origin']
  readonly kind: OverlapKind
  /** The job's name, for a group of one. */
  readonly label?: string
  readonly tools: readonly string[]
  readonly ids: readonly string[]
  /** Departments that use two or more of them. */
  readonly departments: readonly string[]
  readonly score: number
  readonly listedPairs: number
  readonly pairs: number
  readonly suites: readonly { readonly suite: string; readonly tool: string }[]
  readonly verdict?: string
  readonly proposed: number
}

export interface ReportTarget {
  readonly tool: string
  readonly id: string
  readonly reasons: readonly { readonly code: TargetCode; readonly weight: number; readonly value: string | number }[]
  readonly newPlatform: { readonly preferred: boolean; readonly reasons: readonly NewPlatformCode[] }
}

export interface ReportArea {
  readonly area: PlatformAreaCode
  readonly rank: number
  readonly gain: number
  /** Keys of its bundles, best first. */
  readonly bundles: readonly string[]
  readonly tools: number
  readonly departments: number
  readonly interfaces: number
}

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
  readonly origin: 'function' | 'verdict'
  /** What would narrow the band most, first: the field, the names of the tools and how many flows lack it. */
  readonly findOutFirst: readonly {
    readonly field: OpenField
    readonly tools: readonly string[]
    readonly flows: number
    readonly points: number
  }[]
  /** Share of 2,000 random weightings in which it comes first, or among the first three. */
  readonly sensitivity?: Standing
  readonly target?: ReportTarget
}

/** More would not fit into a text: pairs grow with the square of the tools that do the same. */
export const MAX_OVERLAPS = 250_000

/** The stable shape of the report file. Keys may be added, none is renamed or removed within version 1. */
export interface Report {
  readonly format: 'toolscape-report'
  readonly version: 1
  /** The active filters in words. */
  readonly filters: readonly string[]
  readonly pseudonymised: boolean
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
  /**
   * `all`: `overlapsFound` is their number. `strongest`: there are more; all above a score of `from` were found, and nobody
   * has counted the others.
   */
  readonly overlapRange: OverlapRange
  readonly groups: readonly ReportGroup[]
  readonly bundles: readonly ReportBundle[]
  readonly areas: readonly ReportArea[]
}
