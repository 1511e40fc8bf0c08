import { useElementSize } from '@mantine/hooks'
import type { RefCallback } from 'react'

export interface Room {
  readonly ref: RefCallback<HTMLDivElement | null>
  readonly headWidth: number
  readonly cellWidth: number
  readonly names: boolean
}

/** So wide a cell must be for names to be read in it. */
const NAME_WIDTH = 104

/**
 * How wide names and cells are in the room there is. Names in the cells where there is room for them, unless somebody
 * said otherwise. `ref` goes to the element that holds the matrix and what is open beside it: opening it must not turn
 * names into numbers.
 */
export function useRoom(columns: number, wanted: boolean | undefined): Room {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const headWidth = width < 900 ? 210 : 270
  const each = columns === 0 ? 0 : Math.floor((width - headWidth - 2) / columns)
  const names = wanted ?? each >= NAME_WIDTH
  const cellWidth = names ? Math.max(NAME_WIDTH, Math.min(200, each)) : Math.max(44, Math.min(72, each))
  return { ref, headWidth, cellWidth, names }
}
