import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import css from './VirtualRows.module.css'

interface Props {
  readonly label: string
  readonly count: number
  /** Height of most rows, before they are measured. */
  readonly height: number
  readonly keyOf: (index: number) => string | number
  readonly row: (index: number) => ReactNode
}

/** A long list of which only the visible rows exist. Rows may grow; they are measured. */
export function VirtualRows({ label, count, height, keyOf, row }: Props) {
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: 8,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys
    <section ref={scroll} className={css.scroll} tabIndex={0} aria-label={label}>
      <ul className={css.all} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={count}
            className={css.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </section>
  )
}
