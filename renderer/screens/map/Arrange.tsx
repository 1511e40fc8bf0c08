import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { ARRANGEMENT_KINDS, type Arrangement } from '../../../shared/inventory/map-look'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useT } from '../../i18n'
import css from './MapScreen.module.css'

interface Props {
  readonly arrangement: Arrangement
  readonly onChange: (arrangement: Arrangement) => void
  /** The selected tool: what "around a tool" would go around. */
  readonly tool: ToolId | undefined
  readonly onTidy: () => void
  /** Tidying up touches the selection only. */
  readonly partly: boolean
  /** Shown as a list instead of the picture. */
  readonly asList: boolean
  readonly onList: (asList: boolean) => void
}

/** How the map is laid out, and the command that lays it out anew. */
export function Arrange({ arrangement, onChange, tool, onTidy, partly, asList, onList }: Props) {
  const t = useT()
  const centre = tool ?? (arrangement.by === 'around' ? arrangement.tool : undefined)
  const choose = (by: string) => {
    if (by !== 'around') onChange({ by } as Arrangement)
    else if (centre !== undefined) onChange({ by, tool: centre, depth: 1 })
  }
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('mapScreen:arrangement')}
        value={arrangement.by}
        onChange={choose}
        data={ARRANGEMENT_KINDS.map((by) => ({
          value: by,
          label: t(`mapScreen:arrange.${by}`),
          disabled: by === 'around' && centre === undefined,
        }))}
      />
      {arrangement.by === 'around' && <Depth arrangement={arrangement} onChange={onChange} />}
      <Button size="compact-sm" variant="default" onClick={onTidy}>
        {t(partly ? 'mapScreen:tidySelection' : 'mapScreen:tidy')}
      </Button>
      <SegmentedControl
        size="xs"
        aria-label={t('mapEdit:show.label')}
        value={asList ? 'list' : 'map'}
        onChange={(value) => onList(value === 'list')}
        data={(['map', 'list'] as const).map((value) => ({ value, label: t(`mapEdit:show.${value}`) }))}
      />
    </>
  )
}

function Depth({
  arrangement,
  onChange,
}: {
  readonly arrangement: Extract<Arrangement, { by: 'around' }>
  readonly onChange: (arrangement: Arrangement) => void
}) {
  const t = useT()
  const { depth } = arrangement
  const step = (by: 1 | -1) => onChange({ ...arrangement, depth: (depth + by) as 1 | 2 | 3 | 4 })
  return (
    <Group gap={4} role="group" aria-label={t('mapScreen:depth')}>
      <ActionIcon
        size="sm"
        variant="default"
        aria-label={t('mapScreen:fewer')}
        disabled={depth === 1}
        onClick={() => step(-1)}
      >
        <IconMinus size={12} />
      </ActionIcon>
      <span className={css.depth} title={t('mapScreen:depth')}>
        {depth}
      </span>
      <ActionIcon
        size="sm"
        variant="default"
        aria-label={t('mapScreen:more')}
        disabled={depth === 4}
        onClick={() => step(1)}
      >
        <IconPlus size={12} />
      </ActionIcon>
    </Group>
  )
}
