import type { DataObjectId, DepartmentId, FlowId, FunctionId, Judgement, ToolId } from '../inventory/nouns'

/**
 * What a tool does, and whether somebody said so. `accepted`: the list or a person assigned the function. `proposed`:
 * the catalogue recognised it from the tool's name or description, and nobody has accepted it yet.
 */
export interface Assignment {
  readonly tool: ToolId
  /** Key of the function: the id of the user's function, or `catalogue:<id>` for one only the catalogue knows so far. */
  readonly functionKey: string
  readonly state: 'accepted' | 'proposed'
  /** Set where what the row says otherwise doesn't go with what its name was taken for. */
  readonly isDoubtful?: true
}

/** A function as the analysis sees it. */
export interface FunctionInfo {
  readonly key: string
  readonly id?: FunctionId
  readonly catalogueId?: string
  readonly name: { readonly de: string; readonly en: string }
  readonly domain?: string
}

/**
 * same-product: two rows name one product. redundant: the same job, and a department that uses both. in-suite: the job
 * is done by a suite that is paid for already. overlap: the same job, nobody known to use both.
 */
export type OverlapKind = 'same-product' | 'redundant' | 'in-suite' | 'overlap'

export type ReasonCode =
  | 'same-function'
  | 'same-departments'
  | 'same-vendor'
  | 'similar-name'
  | 'similar-description'
  | 'same-data'
  | 'in-suite'

/** One contribution to an overlap's score. `weight` are its points (all weights add up to the score). */
export interface OverlapReason {
  readonly code: ReasonCode
  readonly weight: number
  /** What is shared, in words or names that the data hold (a function's name, department names …). English first. */
  readonly value: string
  /** Keys of the shared functions (`same-function` only), so that whoever shows them can name them in any language. */
  readonly functionKeys?: readonly string[]
  /** The shared rows (`same-departments`, `same-data`), and the tool that stands for the suite (`in-suite`). */
  readonly departments?: readonly DepartmentId[]
  readonly dataObjects?: readonly DataObjectId[]
  readonly tools?: readonly ToolId[]
}

export interface Overlap {
  /** The two tools, ordered by id. */
  readonly tools: readonly [ToolId, ToolId]
  /** 0–1 on an absolute scale. */
  readonly score: number
  readonly kind: OverlapKind
  readonly reasons: readonly OverlapReason[]
  /** True when a shared function is only proposed for at least one of the two. */
  readonly proposed: boolean
  /** What a person decided about the two. `not-the-same` pairs are not listed at all. */
  readonly verdict?: Judgement
}

/** Which of the overlaps that there are a list holds. */
export interface OverlapRange {
  /**
   * `all`: every one. `strongest`: there are more than can be listed, these are the strongest, and nobody has counted
   * the others. `so-far`: the search isn't over.
   */
  readonly extent: 'all' | 'strongest' | 'so-far'
  /** Every overlap above this score is in the list (0 for `all`). */
  readonly from: number
}

/** Several tools that do the same: one product under several names, one job, or what people judged to be one. */
export interface OverlapGroup {
  /** Stable: `function:<key>`, `product:<smallest id>` or `verdict:<smallest id>`. */
  readonly key: string
  readonly origin: 'function' | 'product' | 'verdict'
  readonly kind: OverlapKind
  /** The job, for a group of one. */
  readonly functionKey?: string
  /** By id. */
  readonly tools: readonly ToolId[]
  /** Departments that use two or more of the tools, by id. */
  readonly departments: readonly DepartmentId[]
  /** 0–1: the highest score among its pairs that are listed; without any, what the job alone gives. */
  readonly score: number
  /** How many of its pairs are listed, and how many pairs there are. */
  readonly listedPairs: number
  readonly pairs: number
  /** Suites that are paid for already and do this job, each with the tool that stands for it. */
  readonly suites: readonly { readonly suite: string; readonly tool: ToolId }[]
  /** What people decided about all of its pairs, where they decided the same of all. */
  readonly verdict?: Judgement
  /** How many of the tools carry the job only as a proposal. */
  readonly proposed: number
}

export type LeverCode =
  | 'tools-replaced'
  | 'cost-freed'
  | 'hours-freed'
  | 'interfaces-removed'
  | 'departments-joined'
  | 'users-joined'
  | 'double-entry-ended'
  | 'risks-closed'
export type EffortCode =
  | 'users-to-move'
  | 'flows-to-rewire'
  | 'data-to-migrate'
  | 'contract-lock-in'
  | 'criticality'
  | 'attachment'

/** What nobody has said yet: a field of tools (or of flows, `hoursPerMonth`). */
export type OpenField =
  | 'annualCost'
  | 'users'
  | 'usages'
  | 'flows'
  | 'hoursPerMonth'
  | 'dataObjects'
  | 'contractEnd'
  | 'criticality'
  | 'attachment'
  | 'ai'
  | 'personalData'
  | 'owner'

/** The rows that lack a field. */
export interface Gap {
  readonly field: OpenField
  readonly tools: readonly ToolId[]
  readonly flows: readonly FlowId[]
}

/** A gap and by how many points of the score it widens the band. */
export interface OpenQuestion extends Gap {
  readonly points: number
}

/** One term of a bundle's lever or effort; `points` are already weighted and add up to `lever` or `effort`. */
export interface BundleTerm {
  readonly side: 'lever' | 'effort'
  readonly code: LeverCode | EffortCode
  /** Expected value in `unit`; when nothing is known, the middle of the published range. */
  readonly value: number
  readonly unit:
    | 'tools'
    | 'money-per-year'
    | 'hours-per-month'
    | 'flows'
    | 'departments'
    | 'users'
    | 'data-objects'
    | 'risks'
    | 'months'
    | 'level'
  /** ISO currency for money. */
  readonly currency?: string
  /** `weight × value / (value + half)`. */
  readonly points: number
  readonly weight: number
  readonly half: number
  /** Lowest and highest value in `unit` that the unknowns allow; equal to `value` when everything is known. */
  readonly low: number
  readonly high: number
  /** How many of the tools (or flows) did not say: what to find out first. */
  readonly unknown: number
  readonly gaps: readonly Gap[]
  /** The rows it comes from. */
  readonly tools: readonly ToolId[]
  readonly flows: readonly FlowId[]
  readonly dataObjects: readonly DataObjectId[]
}

export interface Bundle {
  readonly rank: number
  /** The function's key; `verdict:<smallest id>` for a group that people confirmed across functions. */
  readonly functionKey: string
  readonly origin: 'function' | 'verdict'
  readonly name: { readonly de: string; readonly en: string }
  readonly domain?: string
  readonly tools: readonly ToolId[]
  readonly departments: readonly DepartmentId[]
  /** Flows that touch at least one of the bundle's tools. */
  readonly flows: readonly FlowId[]
  readonly users?: number
  /** 0–100, absolute scales. */
  readonly lever: number
  readonly effort: number
  /** lever − effort. */
  readonly score: number
  /** Lowest and highest score that the unknowns allow. */
  readonly low: number
  readonly high: number
  readonly terms: readonly BundleTerm[]
  /** How many of its tools carry the function only as a proposal. */
  readonly proposed: number
  /** What would narrow the band most, first; the points add up to `high − low`. */
  readonly findOutFirst: readonly OpenQuestion[]
}

/** In how many of the random weightings a bundle comes first, and among the first three; shares of 1. */
export interface Standing {
  readonly first: number
  readonly topThree: number
}

export type TargetCode = 'owned-suite' | 'best-fit' | 'most-users' | 'most-flows' | 'longest-contract'
export type NewPlatformCode = 'nothing-fits' | 'all-phasing-out' | 'no-majority'

/** Where a bundle's tools could go: one of them, and why; and what speaks for a new platform instead. */
export interface Target {
  readonly tool: ToolId
  readonly reasons: readonly {
    readonly code: TargetCode
    readonly weight: number
    /** The suite's name, the fit (1–4), users, flows, or the contract's end. */
    readonly value: string | number
  }[]
  readonly newPlatform: { readonly preferred: boolean; readonly reasons: readonly NewPlatformCode[] }
}

export type PlatformAreaCode = 'it-service-operations' | 'customer-service' | 'enterprise-services'

/** What one platform for a whole area would do, the area's bundles taken together. */
export interface PlatformArea {
  readonly area: PlatformAreaCode
  /** 1 = gains most. */
  readonly rank: number
  /** Sum of the scores above zero: what is worth doing in the area. */
  readonly gain: number
  /** Keys of its bundles, best first. */
  readonly bundles: readonly string[]
  /** Each counted once, however many bundles it is in. */
  readonly tools: readonly ToolId[]
  readonly departments: readonly DepartmentId[]
  readonly interfaces: readonly FlowId[]
}

/** Who does what: every tool's functions, and the functions that occur. Made by `assignFunctions`. */
export interface Assigned {
  readonly assignments: readonly Assignment[]
  readonly functions: ReadonlyMap<string, FunctionInfo>
}

/** A catalogue function that the recogniser proposes for a tool. */
export interface FunctionProposal {
  readonly catalogueId: string
  /** 0–1; below 0.5 it is doubtful. Absent where nobody said. */
  readonly confidence?: number
}

/** What the analysis needs to know of a catalogue function. */
export interface KnownFunction {
  readonly name: { readonly de: string; readonly en: string }
  readonly domain: string
}

/** What the catalogue says about this inventory. Made by `recogniseTools` in shared/catalogue, handed in as data. */
export interface CatalogueInputs {
  readonly proposals: ReadonlyMap<ToolId, readonly FunctionProposal[]>
  readonly functions: ReadonlyMap<string, KnownFunction>
  /** Recognised product by tool: equal text means the same product. */
  readonly products: ReadonlyMap<ToolId, string>
  /** The suite that a tool belongs to (or is), and the catalogue functions that the suite as a whole does. */
  readonly suites?: ReadonlyMap<ToolId, { readonly suite: string; readonly functions: readonly string[] }>
}

/** Everything the analysis concludes. */
export interface Findings {
  readonly assigned: Assigned
  readonly overlaps: readonly Overlap[]
  /** Which overlaps those are: unless it says `all`, their number is "at least so many". */
  readonly overlapRange: OverlapRange
  readonly groups: readonly OverlapGroup[]
  readonly bundles: readonly Bundle[]
  /** By the bundle's `functionKey`. */
  readonly sensitivity: ReadonlyMap<string, Standing>
  readonly targets: ReadonlyMap<string, Target>
  /** Best first. */
  readonly areas: readonly PlatformArea[]
  /** With how many other tools a tool overlaps; tools without any are absent. */
  readonly overlapCount: ReadonlyMap<ToolId, number>
}
