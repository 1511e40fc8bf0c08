import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarTime } from '@tabler/icons-react'
import { useMemo } from 'react'
import { dateStops } from '../../../shared/graph/lens/landscape-at'
import type { LensReader } from '../../../shared/graph/lens/reader'
import type { MapLook } from '../../../shared/inventory/map-look'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { changeLook } from './look-state'

/** The dates at which the slider stops; none when no tool has a date. */
export function useStops({ inventory, today }: LensReader): readonly string[] {
  const { tools } = inventory
  return useMemo(() => dateStops({ tools }, today), [tools, today])
}

/** Opens and closes the slider. Without any date it says what is missing instead. */
export function TimeButton({ look: { at }, reader }: { readonly look: MapLook; readonly reader: LensReader }) {
  const t = useT()
  const formats = useFormats()
  const possible = useStops(reader).length > 0
  const toggle = () => {
    if (at !== undefined) changeLook({ at: undefined })
    else if (possible) changeLook({ at: reader.today })
    else notifications.show({ color: 'accent', message: t('mapLook:time.none') })
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconCalendarTime size={14} aria-hidden />}
      aria-expanded={at !== undefined}
      aria-disabled={!possible && at === undefined}
      {...(!possible && at === undefined ? { 'data-disabled': true } : {})}
      title={possible ? undefined : t('mapLook:time.none')}
      data-testid="time"
      onClick={toggle}
    >
      {at === undefined ? t('mapLook:time.button') : t('mapLook:time.at', { date: formats.date(at) })}
    </Button>
  )
}
