import { Chip } from '@mantine/core'
import type { RefObject } from 'react'
import type { AttributeFilter, MapLook } from '../../../shared/inventory/map-look'
import type { FlowMethod } from '../../../shared/inventory/nouns'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { useT } from '../../i18n'
import { FilterMenu } from './FilterMenu'
import { LookMenu } from './LookMenu'
import { LookMenus } from './LookMenus'
import { changeLook } from './look-state'
import { TimeButton } from './TimeButton'
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

/** What stands above the map: what it shows and how it is coloured. */
export function Filters({ look, lens, canvas }: Props) {
  const t = useT()
  const words = useLensWords(lens.reader)
  const retiredShown = !look.filters.some(isNotRetired)
  const shown = look.methods === undefined ? 'all' : look.methods.length === 0 ? 'none' : 'by-hand'
  return (
    <>
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
    </>
  )
}
