import type { ToolId } from '../../inventory/nouns'
import type { Assigned } from '../findings'
import { byDomainThenName, type FunctionMatrix, type FunctionRow, NOWHERE } from './function-matrix'

/** Which rows are shown: all, those with a job done twice, or those with a gap. */
export const MATRIX_SHOWS = ['all', 'redundant', 'gaps'] as const
export type MatrixShow = (typeof MATRIX_SHOWS)[number]

type Column = FunctionMatrix['departments'][number]

/** The heading of a domain, with what its functions come to. */
export interface DomainLine {
  readonly kind: 'domain'
  /** `''`: functions whose domain nobody knows. */
  readonly domain: string
  readonly collapsed: boolean
  readonly functions: number
  /** Different tools in each column that has any. */
  readonly cells: ReadonlyMap<Column, readonly ToolId[]>
}

export interface FunctionLine {
  readonly kind: 'function'
  readonly row: FunctionRow
  /** Departments that lack a tool while others have one. */
  readonly gaps: ReadonlySet<Column>
}

export type MatrixLine = DomainLine | FunctionLine

/** So many departments, and this share of them, must have a tool for a job before it is a gap that another one has none. */
export const GAP_FROM = { departments: 2, share: 0.25 } as const

/**
 * A function's gaps: the departments (not the column without one) that have no tool for it, where at least a quarter of
 * them, and two at least, have one. Fewer would make a gap of every job that only some departments have. A function that no
 * tool does has no department to compare with; see `isGap`.
 */
export function gapsOf({ cells }: FunctionRow, departments: readonly Column[]): ReadonlySet<Column> {
  const own = departments.filter((each) => each !== NOWHERE)
  const having = own.filter((each) => cells.has(each)).length
  const isUsual = having >= GAP_FROM.departments && having >= own.length * GAP_FROM.share
  return new Set(isUsual ? own.filter((each) => !cells.has(each)) : [])
}

/** Whether the row has a gap anywhere: a department that lacks a tool, or no tool at all. */
export function isGap(line: FunctionLine): boolean {
  return line.gaps.size > 0 || line.row.tools === 0
}

/** Whether a job is done twice: by two or more tools, in one department or in several. */
export function isRedundant({ row }: FunctionLine): boolean {
  return row.tools > 1
}

/**
 * The matrix with the functions of the inventory that no tool in use does: rows without cells, by domain and name among
 * the others.
 */
export function allFunctions(matrix: FunctionMatrix, assigned: Assigned): readonly FunctionLine[] {
  const done = new Set(matrix.rows.map(({ functionKey }) => functionKey))
  const idle = [...assigned.functions.values()]
    .filter(({ key, id }) => id !== undefined && !done.has(key))
    .map(({ key }): FunctionRow => ({ functionKey: key, cells: new Map(), tools: 0, redundant: 0 }))
  return [...matrix.rows, ...idle]
    .sort((a, b) => byDomainThenName(assigned, a.functionKey, b.functionKey))
    .map((row) => ({ kind: 'function', row, gaps: gapsOf(row, matrix.departments) }))
}

/** The lines to show, in groups by domain: the domain first, then its functions unless it is collapsed. */
export function functionLines(
  functions: readonly FunctionLine[],
  assigned: Assigned,
  show: MatrixShow,
  collapsed: ReadonlySet<string>,
): readonly MatrixLine[] {
  const groups = new Map<string, FunctionLine[]>()
  for (const line of functions) {
    if (show === 'redundant' ? !isRedundant(line) : show === 'gaps' && !isGap(line)) continue
    const domain = assigned.functions.get(line.row.functionKey)?.domain ?? ''
    const known = groups.get(domain)
    if (known === undefined) groups.set(domain, [line])
    else known.push(line)
  }
  return [...groups].flatMap(([domain, lines]): readonly MatrixLine[] => {
    const isCollapsed = collapsed.has(domain)
    const head: DomainLine = {
      kind: 'domain',
      domain,
      collapsed: isCollapsed,
      functions: lines.length,
      cells: together(lines),
    }
    return isCollapsed ? [head] : [head, ...lines]
  })
}

function together(lines: readonly FunctionLine[]): ReadonlyMap<Column, readonly ToolId[]> {
  const cells = new Map<Column, Set<ToolId>>()
  for (const { row } of lines) {
    for (const [column, { tools }] of row.cells) {
      const known = cells.get(column) ?? new Set<ToolId>()
      cells.set(column, known)
      for (const tool of tools) known.add(tool)
    }
  }
  return new Map([...cells].map(([column, tools]) => [column, [...tools]]))
}
