import type { FlowEdge } from './graph'
import { fitText, textWidth } from './text-width'

/** Words and numbers of a label, in the reader's language. */
export interface LabelWords {
  /** "12 h / month". */
  readonly hours: (hours: number) => string
}

export const LABEL_SIZE = 11
/** Room for the text of a label, in pixels. */
const ROOM = 84
const SEPARATOR = ' · '

/** Whether there is anything to write on an edge: hours, more than one flow, or what moves on it. */
export function hasLabel({ hoursPerMonth, flows, dataObjects }: FlowEdge): boolean {
  return (hoursPerMonth ?? 0) > 0 || flows.length > 1 || dataObjects.length > 0
}

/**
 * What is written on an edge: how many flows it stands for ("3×", from two on), the hours, and what moves on it, as far
 * as there is room. Hours come before data objects; what doesn't fit is shortened. Empty when there is nothing to say.
 */
export function labelText(edge: FlowEdge, words: LabelWords): string {
  const { flows, hoursPerMonth = 0, dataObjects } = edge
  const hours = hoursPerMonth > 0 ? words.hours(hoursPerMonth) : undefined
  let text = flows.length > 1 ? `${flows.length}×` : ''
  const append = (part: string) => (text === '' ? part : `${text}${SEPARATOR}${part}`)
  if (hours !== undefined) return fits(append(hours)) ? append(hours) : fitText(hours, ROOM, LABEL_SIZE, true)
  const data = dataObjects.join(', ')
  if (data !== '') text = fitText(append(data), ROOM, LABEL_SIZE, true)
  return text
}

function fits(text: string): boolean {
  return textWidth(text, LABEL_SIZE, true) <= ROOM
}
