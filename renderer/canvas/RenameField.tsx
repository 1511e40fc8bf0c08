import { HEADER_HEIGHT } from '../../shared/graph/geometry'
import type { PlacedGraph } from '../../shared/graph/graph'
import { useT } from '../i18n'
import { CommitInput } from '../widgets/CommitInput'
import css from './Edit.module.css'

interface Props {
  readonly id: string
  readonly name: string
  readonly placed: PlacedGraph
  readonly onRename: (id: string, name: string) => string | undefined
  readonly onDone: () => void
}

/** The field in which a card or a container is renamed, where its name stands. */
export function RenameField({ id, name, placed, onRename, onDone }: Props) {
  const t = useT()
  const rect = placed.at.get(id)
  if (rect === undefined) return null
  const height = Math.min(rect.height, HEADER_HEIGHT)
  return (
    <div
      className={`${css.rename} nopan nodrag nowheel`}
      data-testid="rename"
      style={{ left: rect.x, top: rect.y, width: Math.min(rect.width, 360), height }}
    >
      <CommitInput
        label={t('mapEdit:newName')}
        value={name}
        save={(text) => onRename(id, text)}
        autoFocus
        onEnter={onDone}
        onLeave={onDone}
      />
    </div>
  )
}
