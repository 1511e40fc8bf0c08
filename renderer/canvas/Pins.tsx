import { memo } from 'react'
import type { PlacedGraph } from '../../shared/graph/graph'
import css from './Canvas.module.css'
import { useEmphasis } from './emphasis'

interface Props {
  readonly placed: PlacedGraph
  readonly ranks: ReadonlyMap<string, number>
  /** Cards that are elements have their pins themselves. */
  readonly mounted: ReadonlySet<string>
}

/** The bundles' numbered pins on painted cards: few, and always to be read. */
export const Pins = memo(function Pins({ placed, ranks, mounted }: Props) {
  return [...ranks].map(([id, rank]) => {
    const rect = placed.at.get(id)
    return rect === undefined || mounted.has(id) ? null : (
      <div
        key={id}
        className={css.pinned}
        style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
        aria-hidden
      >
        <Pin id={id} rank={rank} />
      </div>
    )
  })
})

function Pin({ id, rank }: { readonly id: string; readonly rank: number }) {
  const { dimmed } = useEmphasis(id)
  return (
    <span className={css.pin} data-dimmed={dimmed || undefined}>
      {rank}
    </span>
  )
}
