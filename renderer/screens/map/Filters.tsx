import { Chip, Group } from '@mantine/core'
import type { RefObject } from 'react'
import type { AttributeFilter, MapLook } from '../../../shared/inventory/map-look'
import type { FlowMethod } from '../../../shared/inventory/nouns'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { useT } from '../../i18n'
import { FilterChips } from './FilterChips'
import { FilterMenu } from './FilterMenu'
import { LookMenu } from './LookMenu'
import { LookMenus } from './LookMenus'
import { changeLook } from './look-state'
import css from './MapScreen.module.css'
import { TimeButton } from './TimeButton'
import { TimeSlider } from './TimeSlider'
import { type Lens, useLensWords } from './use-lens'
import { ViewsMenu } from './ViewsMenu'

const NOT_RETIRED: AttributeFilter = { attribute: 'status', values: ['retired'], without: true }
const METHODS = {
  all: undefined,
  'by-hand': ['by-hand', 'e-mail', 'file'],
  none: [],
} as const satisfies Record<string, readonly FlowMethod[] | undefined>

const FLOWS = ['all', 'by-hand', 'none'] as const

const isNotRetired = ({ attribute, values, without }: AttributeFilter) =>
  attribute === 'status' && without === true && values.length === 1 && values[0] === 'retired'

interface Props {
  readonly look: MapLook
  readonly lens: Lens
  readonly canvas: RefObject<CanvasView | null>
}

/** What stands above the map: what it shows, how it is coloured, and the filters that are set, each to be taken away. */
export function Filters({ look, lens, canvas }: Props) {
  const t = useT()
  const words = useLensWords(lens.reader)
  const retiredShown = !look.filters.some(isNotRetired)
  const shown = look.methods === undefined ? 'all' : look.methods.length === 0 ? 'none' : 'by-hand'
  const { hidden, hiddenFlows } = lens
  return (
    <div className={css.filters}>
      <Group gap={8} role="toolbar" aria-label={t('mapScreen:filters')}>
        <FilterMenu reader={lens.reader} words={words} filters={look.filters} />
        <LookMenus look={look} />
        <LookMenu
          label={t(`mapScreen:flows.${shown}`)}
          options={FLOWS.map((value) => ({ value, label: t(`mapScreen:flows.${value}`) }))}
          value={shown}
          onChange={(flows) => changeLook({ methods: METHODS[flows] })}
        />
        <TimeButton look={look} reader={lens.reader} />
        <ViewsMenu canvas={canvas} />
        <span className={css.divider} />
        <Chip variant="light" size="xs" checked={look.overlaps} onChange={(overlaps) => changeLook({ overlaps })}>
          {t('mapScreen:overlaps')}
        </Chip>
        <Chip
          variant="light"
          size="xs"
          checked={retiredShown}
          onChange={(retired) =>
            changeLook({
              filters: retired ? look.filters.filter((each) => !isNotRetired(each)) : [...look.filters, NOT_RETIRED],
            })
          }
        >
          {t('mapScreen:retired')}
        </Chip>
        {(hidden.tools > 0 || hiddenFlows > 0) && (
          <span className={css.hidden} role="status" data-testid="hidden">
            {t('mapScreen:hidden', { tools: hidden.tools, flows: hiddenFlows })}
          </span>
        )}
      </Group>
      {look.at !== undefined && lens.landscape !== undefined && (
        <TimeSlider at={look.at} reader={lens.reader} landscape={lens.landscape} />
      )}
      <FilterChips filters={look.filters} words={words} nothingLeft={lens.placed?.graph.tools.length === 0} />
    </div>
  )
}
