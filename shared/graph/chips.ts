import { fitText, textWidth } from './text-width'

export const CHIP_SIZE = 10
/** Around the text of a chip, and between two of them. */
export const CHIP_PADDING = 4
export const CHIP_GAP = 3
/** Room for the chips of a card, in pixels: the job keeps the rest of the line. */
export const CHIPS_WIDTH = 84
/** A name that is shortened to less than this says nothing. */
const LEAST = 26

/** The chips on a card: names of departments, shortened where one alone is too long, and how many more there are. */
export interface Chips {
  readonly shown: readonly string[]
  readonly more: number
}

/** As many of these names as fit on a card, in their order; the others are counted. */
export function chipsFor(names: readonly string[], room = CHIPS_WIDTH): Chips {
  const shown: string[] = []
  let left = room
  for (const [at, name] of names.entries()) {
    const others = names.length - at - 1
    const free = left - (others > 0 ? chipWidth(`+${others}`) + CHIP_GAP : 0)
    const width = chipWidth(name)
    if (width <= free) {
      shown.push(name)
      left -= width + CHIP_GAP
      continue
    }
    if (at === 0 && free >= LEAST) shown.push(fitText(name, free - 2 * CHIP_PADDING, CHIP_SIZE))
    break
  }
  return { shown, more: names.length - shown.length }
}

/** Width of a chip with this text. */
export function chipWidth(text: string): number {
  return Math.ceil(textWidth(text, CHIP_SIZE)) + 2 * CHIP_PADDING
}
