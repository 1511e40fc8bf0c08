import type { Bundle, Findings, Overlap, ReasonCode } from '../analysis/findings'
import type { Language } from '../import/own-headers'
import { OWN_SHEETS } from '../import/sources/own-workbook'
import type { Inventory } from '../inventory/inventory'
import { cellAt, type Formula, type FormulaCell, operation } from './formula'
import type { Translate } from './svg-brush'
import type { Cell } from './to-tables'
import type { WorkbookSheet } from './to-workbook-tables'

/** In the order in which their points are told. */
const REASONS = [
  'same-function',
  'same-departments',
  'same-vendor',
  'similar-name',
  'similar-description',
  'same-data',
  'in-suite',
] as const satisfies readonly ReasonCode[]

/** Pairs grow with the square of the tools that do the same; this many can be opened and sorted everywhere. */
export const MAX_OVERLAP_ROWS = 50_000

export interface AnalysisSheetOptions {
  readonly language: Language
  readonly t: Translate
}

/**
 * What the app concludes, as sheets that can be checked: the overlaps with the points of each reason and their sum, the
 * bundles with lever, effort and score, and the arithmetic behind them, term by term. Points, sums and scores are
 * formulas (`points = weight × value / (value + half)`, shared/analysis/bundle-scale.ts), so a changed value or weight
 * changes the score. Of more than 50,000 overlaps the strongest are listed.
 */
export function analysisSheets(
  inventory: Inventory,
  findings: Pick<Findings, 'overlaps' | 'bundles'>,
  { language, t }: AnalysisSheetOptions,
): readonly WorkbookSheet[] {
  const { rows: terms, spans } = termRows(findings.bundles, language, t)
  const heading = (words: readonly string[]) => words.map((word) => t(`exportSheets:${word}`))
  return [
    {
      name: OWN_SHEETS.overlaps[language],
      table: {
        header: [
          ...heading(['toolA', 'toolB', 'kind', 'proposed', 'verdict', 'score']),
          ...REASONS.map((code) => t(`exportSheets:reason.${code}`)),
        ],
        rows: findings.overlaps
          .slice(0, MAX_OVERLAP_ROWS)
          .map((overlap, row) => overlapRow(overlap, row, inventory, t)),
      },
    },
    {
      name: OWN_SHEETS.bundles[language],
      table: {
        header: heading(['rank', 'bundle', 'tools', 'departments', 'users', 'lever', 'effort', 'score', 'low', 'high']),
        rows: findings.bundles.map((bundle, row) => bundleRow(bundle, row, spans[row], inventory, language)),
      },
    },
    {
      name: OWN_SHEETS.terms[language],
      table: {
        header: heading([
          'rank',
          'bundle',
          'side',
          'term',
          'value',
          'unit',
          'weight',
          'half',
          'points',
          'lowest',
          'highest',
          'unknown',
        ]),
        rows: terms,
      },
    },
  ]
}

function overlapRow(
  overlap: Overlap,
  row: number,
  { tools }: Inventory,
  t: Translate,
): readonly (Cell | FormulaCell)[] {
  const { tools: pair, kind, proposed, verdict, reasons, score } = overlap
  const points = REASONS.map((code): Cell => {
    const found = reasons.filter((reason) => reason.code === code)
    return found.length === 0 ? null : found.reduce((sum, { weight }) => sum + weight, 0)
  })
  const first = 6
  const sum: Formula = { of: 'sum', from: { column: first, row }, to: { column: first + REASONS.length - 1, row } }
  return [
    ...pair.map((id) => tools.get(id)?.name ?? id),
    t(`analysis:kind.${kind}`),
    proposed ? t('analysis:proposed') : t('analysis:accepted'),
    verdict === undefined ? null : t(`analysis:verdict.${verdict}`),
    { formula: sum, value: score },
    ...points,
  ]
}

/** The rows of a bundle's terms on the sheet of terms, both ends included. */
interface Span {
  readonly lever: readonly [number, number]
  readonly effort: readonly [number, number]
}

const COLUMN = { value: 4, weight: 6, half: 7, points: 8 } as const

function termRows(bundles: readonly Bundle[], language: Language, t: Translate) {
  const rows: (readonly (Cell | FormulaCell)[])[] = []
  const spans = bundles.map(({ rank, name, terms }): Span => {
    const add = (side: 'lever' | 'effort'): readonly [number, number] => {
      const start = rows.length
      for (const term of terms) {
        if (term.side !== side) continue
        const at = (column: number) => cellAt(column, rows.length)
        const [value, weight, half] = [at(COLUMN.value), at(COLUMN.weight), at(COLUMN.half)]
        const formula = operation(operation(weight, '*', value), '/', operation(value, '+', half))
        rows.push([
          rank,
          name[language],
          t(`analysis:${side}`),
          t(`analysis:term.${term.code}`),
          term.value,
          t(`analysis:unit.${term.unit}`, { currency: term.currency ?? '' }),
          term.weight,
          term.half,
          { formula, value: term.points },
          term.low,
          term.high,
          term.unknown,
        ])
      }
      return [start, rows.length - 1]
    }
    return { lever: add('lever'), effort: add('effort') }
  })
  return { rows, spans }
}

function bundleRow(
  { rank, name, tools, departments, users, lever, effort, score, low, high }: Bundle,
  row: number,
  span: Span | undefined,
  inventory: Inventory,
  language: Language,
): readonly (Cell | FormulaCell)[] {
  const points = ([first, last]: readonly [number, number]): Formula => {
    const column = COLUMN.points
    return { of: 'sum', sheet: OWN_SHEETS.terms[language], from: { column, row: first }, to: { column, row: last } }
  }
  const sum = (side: 'lever' | 'effort', value: number): Cell | FormulaCell => {
    const rows = span?.[side]
    return rows === undefined || rows[1] < rows[0] ? value : { formula: points(rows), value }
  }
  const names = (rows: ReadonlyMap<string, { readonly name: string }>, ids: readonly string[]) =>
    ids.map((id) => rows.get(id)?.name ?? id).join('; ')
  return [
    rank,
    name[language],
    names(inventory.tools, tools),
    names(inventory.departments, departments),
    users ?? null,
    sum('lever', lever),
    sum('effort', effort),
    { formula: operation(cellAt(5, row), '-', cellAt(6, row)), value: score },
    low,
    high,
  ]
}
