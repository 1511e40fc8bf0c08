import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'

export const ROW_HEIGHT = 40
export const HEAD_HEIGHT = 37

/** So many rows beyond the edge are drawn, so that a quick turn of the wheel finds them there. */
const OVERSCAN = 8

/** Which rows have to be drawn and where: those in view, and the cursor's row, wherever it is: it may be in the middle of an edit. */
export function useVisibleRows(
  scroll: RefObject<HTMLDivElement | null>,
  count: number,
  cursorAt: number,
  headHeight: number,
  footHeight: number,
) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (cursorAt < 0 || cursorAt >= range.count || indexes.includes(cursorAt)) return indexes
      return [...indexes, cursorAt].sort((a, b) => a - b)
    },
    [cursorAt],
  )
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    rangeExtractor,
    // The header lies over the first rows of what is in view.
    scrollMargin: headHeight,
  })
  return {
    items: virtualizer.getVirtualItems().map(({ index }) => ({ index, top: index * ROW_HEIGHT })),
    height: count * ROW_HEIGHT,
    page: () =>
      Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight - footHeight) / ROW_HEIGHT) - 1),
  }
}
