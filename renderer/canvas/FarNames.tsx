import { memo, useContext } from 'react'
import { CONTAINER_GAP_X } from '../../shared/graph/geometry'
import { NO_DEPARTMENT, type PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import css from './Canvas.module.css'
import { LensContext } from './lens'

/** Seen from far away: each department's name and count above its box, as large as on paper whatever the zoom. */
export const FarNames = memo(function FarNames({ placed }: { readonly placed: PlacedGraph }) {
  const t = useT()
  const { hiddenIn } = useContext(LensContext)
  return placed.graph.containers.map((container) => {
    const rect = placed.at.get(container.id)
    if (rect === undefined) return null
    const name = container.id === NO_DEPARTMENT ? t('common:noDepartment') : container.name
    return (
      <div
        key={container.id}
        className={css.farName}
        aria-hidden
        style={{ left: rect.x, top: rect.y, maxWidth: rect.width + CONTAINER_GAP_X - 24 }}
      >
        <span>{name}</span>
        <small>{container.toolCount - (hiddenIn.get(container.id) ?? 0)}</small>
        {hiddenIn.has(container.id) && <small>+{hiddenIn.get(container.id)}</small>}
      </div>
    )
  })
})
