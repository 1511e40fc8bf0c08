import { LABEL_WIDTH } from './geometry'
import type { FlowEdge } from './graph'
import { fitText } from './text-width'

/** Words and numbers of a label, in the reader's language. */
export interface LabelWords {
  /** "12 h / month". */
  readonly hours: (hours: number) => string
}

export const LABEL_SIZE = 11
/** Room for the text of a label, in pixels. */
const ROOM = LABEL_WIDTH - 14

/** Whether there is anything to write on an edge: hours, more than one flow, or what moves on it. */
export function hasLabel({ hoursPerMonth, flows, dataObjects }: FlowEdge): boolean {
  return (hoursPerMonth ?? 0) > 0 || flows.length > 1 || dataObjects.length > 0
}

/**
 * What is to be said on an edge: how many flows it stands for ("3×", from two on), and the hours; without hours what
 * moves on it. Empty when there is nothing to say.
 */
export function wholeLabel({ flows, hoursPerMonth = 0, dataObjects }: FlowEdge, words: LabelWords): string {
  const count = flows.length > 1 ? `${flows.length}× ` : ''
  const what = hoursPerMonth > 0 ? words.hours(hoursPerMonth) : dataObjects.join(', ')
  return `${count}${what}`.trimEnd()
}

/** The same, shortened to the room there is. */
export function labelText(edge: FlowEdge, words: LabelWords): string {
  return fitText(wholeLabel(edge, words), ROOM, LABEL_SIZE, true)
}
