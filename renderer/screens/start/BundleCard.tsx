import type { Bundle } from '../../../shared/analysis/findings'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import css from './Start.module.css'

interface Props {
  readonly bundle: Bundle
  readonly selected: boolean
  readonly onSelect: () => void
  /** Room for what can be done with it; shown while it is selected. */
  readonly actions?: React.ReactNode
}

/** A bundle in six lines: rank, name, size, lever and effort as bars, score with its band, how steady its place is. */
export function BundleCard({ bundle, selected, onSelect, actions }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const standing = useFindings()?.sensitivity.get(bundle.functionKey)
  const facts = [
    t('common:count.tools', { count: bundle.tools.length }),
    t('common:count.departments', { count: bundle.departments.length }),
    ...(bundle.users === undefined
      ? []
      : [t('common:count.users', { count: bundle.users, formatted: formats.number(bundle.users) })]),
  ]
  return (
    <div className={css.card} data-selected={selected || undefined} data-testid="bundle" data-key={bundle.functionKey}>
      <button type="button" className={css.head} aria-pressed={selected} onClick={onSelect}>
        <span className={css.rank}>{bundle.rank}</span>
        <span>
          <strong>{bundle.name[language]}</strong>
          <small>{facts.join(' · ')}</small>
        </span>
      </button>
      <Bar label={t('start:lever')} value={bundle.lever} kind="lever" />
      <Bar label={t('start:effort')} value={bundle.effort} kind="effort" />
      <p className={css.band}>
        {t('start:score')} <b>{formats.number(Math.round(bundle.score))}</b> (
        {t('start:range', {
          low: formats.number(Math.round(bundle.low)),
          high: formats.number(Math.round(bundle.high)),
        })}
        )
      </p>
      {standing === undefined ? null : (
        <p className={css.band} title={t('start:steadyHint')}>
          {t('start:steady', {
            first: formats.percent(standing.first),
            topThree: formats.percent(standing.topThree),
          })}
        </p>
      )}
      {bundle.proposed > 0 && <p className={css.band}>{t('start:proposed', { count: bundle.proposed })}</p>}
      {selected && actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}

function Bar({ label, value, kind }: { label: string; value: number; kind: 'lever' | 'effort' }) {
  const formats = useFormats()
  return (
    <div className={css.meter}>
      <span>{label}</span>
      <span className={css.track} aria-hidden>
        <span className={css.fill} data-kind={kind} style={{ width: `${Math.max(0, Math.min(100, value))}%` }} />
      </span>
      <b>{formats.number(Math.round(value))}</b>
    </div>
  )
}
