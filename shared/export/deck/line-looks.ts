import type { FlowMethod } from '../../inventory/nouns'
import type { Stroke } from './drawing-xml'

/** How flows look by their method: as on the map, they differ in more than colour. */
export function strokeOf(method: FlowMethod): Stroke {
  if (method === 'by-hand') return { colour: 'hand', width: 2.5, dash: 'sysDot' }
  if (method === 'file' || method === 'e-mail') return { colour: 'file', width: 1.5, dash: 'dash' }
  if (method === 'unknown') return { colour: 'muted', width: 0.75 }
  return { colour: 'api', width: 1.75 }
}

/** From what costs people most to what costs them nothing: the first of them decides how several flows are drawn. */
export const WORST_FIRST: readonly FlowMethod[] = [
  'by-hand',
  'e-mail',
  'file',
  'unknown',
  'database',
  'middleware',
  'api',
]
