import type { Bundle, Findings, Overlap, OverlapGroup, Target } from '../analysis/findings'
import type { ImportPlan } from '../import/import-plan'
import type { RowIssue } from '../import/issues'
import type { Mapping } from '../import/mapping'
import { type DecodedFile, titleOf } from '../import/table'
import type { Inventory } from '../inventory/inventory'
import {
  type ImportReport,
  MAX_OVERLAPS,
  type Report,
  type ReportBundle,
  type ReportGroup,
  type ReportIssue,
  type ReportOverlap,
  type ReportTarget,
} from './report'
import { rounded, roundedParts } from './rounding'

export type { ImportReport, Report } from './report'

const SCORE_DECIMALS = 4
const POINT_DECIMALS = 2

export interface ReportSource {
  readonly imports: readonly ImportReport[]
  readonly inventory: Inventory
  readonly findings: Findings
  readonly language: 'de' | 'en'
  /** The active filters in words; none when the report is about everything. */
  readonly filters?: readonly string[]
  readonly pseudonymised?: boolean
}

/**
 * Everything the app read and concluded, as data. Scores of overlaps and their weights have four decimals, points two;
 * parts are rounded so that they still add up to the number they belong to. Same input, same report.
 */
export function toReport(source: ReportSource): Report {
  const { imports, inventory, findings, language, filters = [], pseudonymised = false } = source
  const tools = [...inventory.tools.values()]
  return {
    format: 'toolscape-report',
    version: 1,
    filters,
    pseudonymised,
    import: imports,
    inventory: {
      tools: tools.length,
      departments: inventory.departments.size,
      functions: inventory.functions.size,
      flows: inventory.flows.size,
      retired: tools.filter(({ status }) => status === 'retired').length,
      mentionedOnly: tools.filter(({ mentionedOnly }) => mentionedOnly === true).length,
    },
    overlaps: listed(findings.overlaps).map((overlap) => overlapOf(overlap, inventory, findings, language)),
    overlapsFound: findings.overlaps.length,
    overlapRange: { ...findings.overlapRange, from: rounded(findings.overlapRange.from, SCORE_DECIMALS) },
    groups: findings.groups.map((group) => groupOf(group, inventory, findings, language)),
    bundles: findings.bundles.map((bundle) => bundleOf(bundle, inventory, findings, language)),
    areas: findings.areas.map(({ area, rank, gain, bundles, tools, departments, interfaces }) => ({
      area,
      rank,
      gain: rounded(gain, POINT_DECIMALS),
      bundles,
      tools: tools.length,
      departments: departments.length,
      interfaces: interfaces.length,
    })),
  }
}

/** The overlaps that a report lists: all of them unless they are too many, then the strongest and what has a verdict. */
function listed(overlaps: readonly Overlap[]): readonly Overlap[] {
  if (overlaps.length <= MAX_OVERLAPS) return overlaps
  return overlaps.filter(({ verdict }, index) => index < MAX_OVERLAPS || verdict !== undefined)
}

/** The report as the text of a file: JSON, two spaces, a newline at its end. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** What the report says of one imported file. */
export function toImportReport(file: DecodedFile, mapping: Mapping, plan: ImportPlan): ImportReport {
  const { kind, rows, added, updated, unchanged } = plan
  return {
    file: titleOf(file),
    kind,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows,
    added,
    updated,
    unchanged,
    issues: plan.issues.map(issueOf),
    notices: plan.notices.map(issueOf),
    mapping: Object.fromEntries(file.table.header.map((header, i) => [header, mapping.columns[i] ?? null])),
  }
}

function issueOf({ row, code, column, text }: RowIssue): ReportIssue {
  return { row, code, ...(column === undefined ? {} : { column }), ...(text === undefined ? {} : { text }) }
}

function overlapOf(
  { tools: [a, b], kind, proposed, verdict, reasons }: Overlap,
  inventory: Inventory,
  { assigned }: Findings,
  language: 'de' | 'en',
): ReportOverlap {
  const weights = roundedParts(
    reasons.map(({ weight }) => weight),
    SCORE_DECIMALS,
  )
  return {
    tools: [nameOf(inventory.tools, a), nameOf(inventory.tools, b)],
    ids: [a, b],
    score: rounded(sum(weights), SCORE_DECIMALS),
    kind,
    proposed,
    ...(verdict === undefined ? {} : { verdict }),
    reasons: reasons.map(({ code, value, functionKeys }, i) => {
      const names = functionKeys?.map((key) => assigned.functions.get(key)?.name[language] ?? key)
      return { code, weight: weights[i] ?? 0, value: names?.join(', ') ?? value }
    }),
  }
}

function groupOf(
  group: OverlapGroup,
  inventory: Inventory,
  { assigned }: Findings,
  language: 'de' | 'en',
): ReportGroup {
  const { key, origin, kind, functionKey, tools, departments, score, listedPairs, pairs, verdict, proposed } = group
  const label = functionKey === undefined ? undefined : assigned.functions.get(functionKey)?.name[language]
  return {
    key,
    origin,
    kind,
    ...(label === undefined ? {} : { label }),
    tools: tools.map((id) => nameOf(inventory.tools, id)),
    ids: tools,
    departments: departments.map((id) => nameOf(inventory.departments, id)),
    score: rounded(score, SCORE_DECIMALS),
    listedPairs,
    pairs,
    suites: group.suites.map(({ suite, tool }) => ({ suite, tool: nameOf(inventory.tools, tool) })),
    ...(verdict === undefined ? {} : { verdict }),
    proposed,
  }
}

function targetOf({ tool, reasons, newPlatform }: Target, inventory: Inventory): ReportTarget {
  return { tool: nameOf(inventory.tools, tool), id: tool, reasons, newPlatform }
}

function bundleOf(
  bundle: Bundle,
  inventory: Inventory,
  { sensitivity, targets }: Findings,
  language: 'de' | 'en',
): ReportBundle {
  const standing = sensitivity.get(bundle.functionKey)
  const target = targets.get(bundle.functionKey)
  const pointsOf = (side: 'lever' | 'effort') => {
    const terms = bundle.terms.filter((term) => term.side === side)
    return roundedParts(
      terms.map(({ points }) => points),
      POINT_DECIMALS,
    )
  }
  const points = { lever: [...pointsOf('lever')], effort: [...pointsOf('effort')] }
  const lever = rounded(sum(points.lever), POINT_DECIMALS)
  const effort = rounded(sum(points.effort), POINT_DECIMALS)
  return {
    rank: bundle.rank,
    label: bundle.name[language],
    functionKey: bundle.functionKey,
    ...(bundle.domain === undefined ? {} : { domain: bundle.domain }),
    tools: bundle.tools.map((id) => nameOf(inventory.tools, id)),
    ids: bundle.tools,
    departments: bundle.departments.map((id) => nameOf(inventory.departments, id)),
    ...(bundle.users === undefined ? {} : { users: bundle.users }),
    flows: bundle.flows.length,
    proposed: bundle.proposed,
    lever,
    effort,
    score: rounded(lever - effort, POINT_DECIMALS),
    low: rounded(bundle.low, POINT_DECIMALS),
    high: rounded(bundle.high, POINT_DECIMALS),
    terms: bundle.terms.map(({ side, code, value, unit, weight, half, low, high, unknown, currency }) => ({
      side,
      code,
      value: rounded(value, POINT_DECIMALS),
      unit,
      points: points[side].shift() ?? 0,
      weight: rounded(weight, POINT_DECIMALS),
      half: rounded(half, POINT_DECIMALS),
      low: rounded(low, POINT_DECIMALS),
      high: rounded(high, POINT_DECIMALS),
      unknown,
      ...(currency === undefined ? {} : { currency }),
    })),
    origin: bundle.origin,
    findOutFirst: bundle.findOutFirst.map(({ field, tools, flows, points: widens }) => ({
      field,
      tools: tools.map((id) => nameOf(inventory.tools, id)),
      flows: flows.length,
      points: rounded(widens, POINT_DECIMALS),
    })),
    ...(standing === undefined ? {} : { sensitivity: standing }),
    ...(target === undefined ? {} : { target: targetOf(target, inventory) }),
  }
}

function nameOf<I>(rows: ReadonlyMap<I, { readonly name: string }>, id: I): string {
  return rows.get(id)?.name ?? String(id)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
