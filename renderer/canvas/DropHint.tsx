import { containerName } from '../../shared/graph/container-name'
import type { PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import css from './Edit.module.css'

/** Shows which container a dragged card would change to. */
export function DropHint({ placed, target }: { readonly placed: PlacedGraph; readonly target: string }) {
  const t = useT()
  const rect = placed.at.get(target)
  const container = placed.graph.containers.find(({ id }) => id === target)
  if (rect === undefined || container === undefined) return null
  return (
    <div
      className={css.dropHint}
      data-testid="drop-hint"
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
    >
      <span>{t('mapEdit:dropOn', { name: containerName(container, t) })}</span>
    </div>
  )
}
