import { ActionIcon, Button, Group } from '@mantine/core'
import {
  IconLayoutAlignLeft,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react'
import { ALIGNMENTS, type Alignment } from '../../../shared/graph/align'
import { useT } from '../../i18n'
import css from './MapEdit.module.css'

const ICONS = {
  left: IconLayoutAlignLeft,
  top: IconLayoutAlignTop,
  across: IconLayoutDistributeVertical,
  down: IconLayoutDistributeHorizontal,
} as const satisfies Record<Alignment, unknown>

interface Props {
  readonly count: number
  readonly onAlign: (how: Alignment) => void
  readonly onDelete: () => void
  readonly onClear: () => void
}

/** What can be done with several tools that are selected together. */
export function SelectionBar({ count, onAlign, onDelete, onClear }: Props) {
  const t = useT()
  return (
    <Group className={css.bar} gap={6} role="toolbar" aria-label={t('mapEdit:align.label')} data-testid="selection-bar">
      <span role="status">{t('mapEdit:several', { count })}</span>
      {ALIGNMENTS.map((how) => {
        const Icon = ICONS[how]
        return (
          <ActionIcon
            key={how}
            size="sm"
            variant="default"
            aria-label={t(`mapEdit:align.${how}`)}
            title={t(`mapEdit:align.${how}`)}
            onClick={() => onAlign(how)}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        )
      })}
      <Button size="compact-xs" variant="default" onClick={onDelete}>
        {t('mapEdit:deleteSeveral')}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {t('mapEdit:clear')}
      </Button>
    </Group>
  )
}
