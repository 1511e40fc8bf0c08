import { create } from 'zustand'
import type { MatrixShow } from '../../../shared/analysis/matrix/function-lines'
import type { MatrixKind } from '../../river/save-matrix'

export type Heat = 'none' | 'cost' | 'hours'

/** What is open beside a matrix, by the keys of its row and column; without a column the whole row. */
export interface OpenCell {
  readonly kind: MatrixKind
  readonly row: string
  readonly column?: string | undefined
  /** It was opened with the keyboard: the focus goes into it. */
  readonly byKey?: boolean
}

interface MatrixState {
  readonly kind: MatrixKind
  readonly show: MatrixShow
  readonly heat: Heat
  /** Tool names in the cells; undefined: where there is room. */
  readonly names?: boolean | undefined
  /** Domains that are collapsed. */
  readonly collapsed: ReadonlySet<string>
  readonly onlyByHand: boolean
  readonly onlyContested: boolean
  readonly open?: OpenCell | undefined
}

const FIRST: MatrixState = {
  kind: 'functions',
  show: 'all',
  heat: 'none',
  collapsed: new Set(),
  onlyByHand: false,
  onlyContested: false,
}

/** How the matrices are looked at; kept while other screens are shown. */
export const useMatrix = create<MatrixState>()(() => FIRST)

export function changeMatrix(parts: Partial<MatrixState>): void {
  useMatrix.setState(parts)
}

/** Collapses a domain, or shows its functions again. */
export function toggleDomain(domain: string): void {
  const collapsed = new Set(useMatrix.getState().collapsed)
  if (!collapsed.delete(domain)) collapsed.add(domain)
  useMatrix.setState({ collapsed })
}

/** The rows and cells of another workspace say nothing about this one. */
export function forgetMatrix(): void {
  useMatrix.setState(FIRST, true)
}
