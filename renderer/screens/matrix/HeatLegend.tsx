import type { ReactNode } from 'react'
import { useT } from '../../i18n'
import css from './Matrix.module.css'
import type { Heat } from './matrix-state'

interface Props {
  readonly heat: Heat
  readonly bounds: readonly number[]
  /** A value of the shade in words. */
  readonly shown: (value: number) => string
  readonly children: ReactNode
}

/** What signs and shades mean, with numbers. */
export function HeatLegend({ heat, bounds, shown, children }: Props) {
  const t = useT()
  const bands = [undefined, ...bounds].map((from, at) => {
    const to = bounds[at]
    if (from === undefined)
      return to === undefined ? t('matrix:legend.only') : t('matrix:legend.below', { to: shown(to) })
    return to === undefined
      ? t('matrix:legend.above', { from: shown(from) })
      : t('matrix:legend.between', { from: shown(from), to: shown(to) })
  })
  return (
    <div className={css.legend} role="note" aria-label={t('matrix:legend.label')}>
      <span>
        <i className={css.sample} data-mark="twice" aria-hidden>
          2
        </i>
        {t('matrix:legend.twice')}
      </span>
      <span>
        <i className={css.sample} data-mark="gap" aria-hidden />
        {t('matrix:legend.gap')}
      </span>
      <span>
        <i className={css.sample} data-proposed aria-hidden>
          1
        </i>
        {t('matrix:legend.proposed')}
      </span>
      {heat !== 'none' && (
        <>
          <b title={t('matrix:legend.share')}>{t(`matrix:legend.${heat}`)}</b>
          {bands.map((words, at) => (
            <span key={words}>
              <i className={css.sample} data-level={at + 1} aria-hidden />
              {words}
            </span>
          ))}
          <span>
            <i className={css.sample} data-unknown="some" aria-hidden>
              ?
            </i>
            {t('matrix:legend.someUnknown')}
          </span>
          <span>
            <i className={css.sample} data-unknown="all" aria-hidden>
              ?
            </i>
            {t('matrix:legend.unknown')}
          </span>
        </>
      )}
      {children}
    </div>
  )
}
