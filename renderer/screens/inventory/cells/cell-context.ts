import { createContext, useContext } from 'react'
import type { Language } from '../../../../shared/bridge'
import type { Formats } from '../../../format'
import type { T } from '../../../i18n'

/** What every cell needs. Handed down once: a hook of its own in each of some hundred cells would be dear. */
export interface CellTools {
  readonly t: T
  readonly formats: Formats
  readonly language: Language
  readonly writable: boolean
}

export const CellContext = createContext<CellTools | undefined>(undefined)

export function useCellTools(): CellTools {
  const tools = useContext(CellContext)
  if (tools === undefined) throw new Error('A cell is drawn outside of the grid')
  return tools
}
