import { attributeWords } from '../../../shared/export/lens-words'
import type { SizeMarks } from '../../../shared/graph/lens/size-marks'
import type { SizeAttribute } from '../../../shared/inventory/map-look'
import { translate, useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Legend.module.css'

/** What the size of a mark shows, as filters name it. */
export const ATTRIBUTE_OF_SIZE = {
  users: 'users',
  cost: 'annualCost',
  flows: 'flows',
  criticality: 'criticality',
} as const

interface Props {
  readonly marks: SizeMarks
  readonly sizeBy: SizeAttribute
}

/** What the circles on the cards mean: values with their circles, and how many tools have none. */
export function SizeLegend({ marks: { samples, unknown, currency }, sizeBy }: Props) {
  const t = useT()
  const formats = useFormats()
  return (
    <div className={css.group}>
      <span className={css.title}>{attributeWords(ATTRIBUTE_OF_SIZE[sizeBy], { t: translate })}</span>
      {samples.map(({ value, diameter }) => (
        <span key={value} className={css.sample}>
          <span className={css.mark} style={{ width: diameter / 2, height: diameter / 2 }} />
          {currency === undefined ? formats.number(value) : formats.money({ minor: value * 100, currency })}
        </span>
      ))}
      {unknown.size > 0 && (
        <span className={css.sample}>
          <span className={css.mark} data-unknown style={{ width: 10, height: 10 }} />
          {t('mapLook:sizeUnknown')} <b>{formats.number(unknown.size)}</b>
        </span>
      )}
    </div>
  )
}
