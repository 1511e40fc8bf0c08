import { useMemo } from 'react'
import type { Assigned } from '../../../shared/analysis/findings'
import {
  allFunctions,
  type FunctionLine,
  functionLines,
  isGap,
  isRedundant,
  type MatrixLine,
  type MatrixShow,
} from '../../../shared/analysis/matrix/function-lines'
import {
  type FunctionMatrix,
  functionMatrixSteps,
  type MatrixCell,
} from '../../../shared/analysis/matrix/function-matrix'
import { heatBounds } from '../../../shared/analysis/matrix/heat'
import type { Steps } from '../../../shared/analysis/matrix/steps'
import type { Inventory } from '../../../shared/inventory/inventory'
import { useInventory } from '../../database/workspace'
import { domainNames } from '../../river/catalogue'
import { CURRENCY_OF } from '../../river/currency'
import { useFindings } from '../../river/landscape'
import { useSteps } from '../../river/steps'
import { useLanguage } from '../../ui-state'
import type { Heat } from './matrix-state'

/** The matrix of functions and departments, and what it was made of: both lag a moment behind the inventory. */
export interface FunctionView {
  readonly matrix: FunctionMatrix
  readonly assigned: Assigned
  readonly functions: readonly FunctionLine[]
  readonly counts: Readonly<Record<MatrixShow, number>>
}

/** The view of the inventory as it is now; undefined until it is there for the first time. */
export function useFunctionView(): FunctionView | undefined {
  const inventory = useInventory()
  const assigned = useFindings()?.assigned
  const currency = CURRENCY_OF[useLanguage()]
  const start = useMemo(
    () => (assigned === undefined ? undefined : () => viewSteps(inventory, assigned, currency)),
    [inventory, assigned, currency],
  )
  return useSteps(start)
}

function* viewSteps(inventory: Inventory, assigned: Assigned, currency: string): Steps<FunctionView> {
  const matrix = yield* functionMatrixSteps(inventory, assigned, currency)
  yield
  const functions = allFunctions(matrix, assigned)
  const counts = {
    all: functions.length,
    redundant: functions.filter(isRedundant).length,
    gaps: functions.filter(isGap).length,
  }
  return { matrix, assigned, functions, counts }
}

const NO_LINES: readonly MatrixLine[] = []

/** The lines that are shown of a view. */
export function useLines(view: FunctionView | undefined, show: MatrixShow, collapsed: ReadonlySet<string>) {
  return useMemo(
    () => (view === undefined ? NO_LINES : functionLines(view.functions, view.assigned, show, collapsed)),
    [view, show, collapsed],
  )
}

/** The bounds of the shades. */
export function useHeat(view: FunctionView | undefined, heat: Heat): readonly number[] {
  return useMemo(() => {
    if (view === undefined || heat === 'none') return []
    const values: number[] = []
    for (const { cells } of view.matrix.rows) for (const cell of cells.values()) values.push(cell[heat])
    return heatBounds(values)
  }, [view, heat])
}

/** What is known of a cell's shade: everything (undefined), something, or nothing. */
export function unknownOf(cell: MatrixCell, heat: Heat): 'all' | 'some' | undefined {
  if (heat === 'none') return undefined
  const unknown = heat === 'cost' ? cell.costUnknown : cell.hoursUnknown
  if (unknown === 0) return undefined
  return heat === 'cost' ? (unknown === cell.tools.length ? 'all' : 'some') : cell.hours === 0 ? 'all' : 'some'
}

/** The names of the domains in the user's language; a list's own words for one stay as they are. */
export function useDomainName(noDomain: string): (domain: string) => string {
  const names = domainNames(useLanguage())
  return (domain) => (domain === '' ? noDomain : (names.get(domain) ?? domain))
}
