import { CloseButton } from '@mantine/core'
import type { LandscapeAt } from '../../../shared/graph/lens/landscape-at'
import type { LensReader } from '../../../shared/graph/lens/reader'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { changeLook } from './look-state'
import { useStops } from './TimeButton'
import css from './TimeSlider.module.css'

interface Props {
  readonly at: string
  readonly reader: LensReader
  readonly landscape: LandscapeAt
}

/** The date of the landscape that is shown, and what has come and gone until then. Moved with the mouse or the arrows. */
export function TimeSlider({ at, reader, landscape: { arrived, gone, undated } }: Props) {
  const t = useT()
  const formats = useFormats()
  const stops = useStops(reader)
  const { today } = reader
  // A saved view may be of a date between the stops, or past them.
  const place = stops.findLastIndex((stop) => stop <= at)
  const date = at === today ? `${formats.date(at)} (${t('mapLook:time.today')})` : formats.date(at)
  const counts = { arrived: formats.number(arrived.size), gone: formats.number(gone.size) }
  return (
    <div className={css.time}>
      <label className={css.label}>
        <span>{t('mapLook:time.slider')}</span>
        <input
          type="range"
          className={css.slider}
          min={0}
          max={Math.max(0, stops.length - 1)}
          value={Math.max(0, place)}
          list="time-today"
          aria-valuetext={t('mapLook:time.spoken', { date, ...counts })}
          onChange={(event) => changeLook({ at: stops[Number(event.currentTarget.value)] ?? today })}
        />
        <datalist id="time-today">
          <option value={stops.indexOf(today)} />
        </datalist>
      </label>
      <output className={css.date}>{date}</output>
      <b className={css.change} data-testid="time-change">
        {t('mapLook:time.change', counts)}
      </b>
      {undated > 0 && (
        <span className={css.undated} title={t('mapLook:time.undatedWhy')}>
          {t('mapLook:time.undated', { count: undated })}
        </span>
      )}
      <CloseButton
        size="xs"
        aria-label={t('mapLook:time.end')}
        title={t('mapLook:time.end')}
        onClick={() => changeLook({ at: undefined })}
      />
    </div>
  )
}
