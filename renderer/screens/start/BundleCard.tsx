import type { Bundle } from '../../../shared/analysis/findings'
import { useT } from '../../i18n'
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

/** A bundle in five lines: rank, name, size, lever and effort as bars. */
export function BundleCard({ bundle, selected, onSelect, actions }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const facts = [
    t('common:count.tools', { count: bundle.tools.length }),
    t('common:count.departments', { count: bundle.departments.length }),
    ...(bundle.users === undefined
      ? []
      : [t('common:count.users', { count: bundle.users, formatted: formats.number(bundle.users) })]),
  ]
  return (
    <div className={css.card} data-selected={selected || undefined} data-testid="bundle">
      <button type="button" className={css.head} aria-expanded={selected} onClick={onSelect}>
        <span className={css.rank}>{bundle.rank}</span>
        <span>
          <strong>{bundle.name[language]}</strong>
          <small>{facts.join(' · ')}</small>
        </span>
      </button>
      <Bar label={t('start:lever')} value={bundle.lever} kind="lever" />
      <Bar label={t('start:effort')} value={bundle.effort} kind="effort" />
      <p className={css.band}>
        {t('start:score')} {formats.number(Math.round(bundle.score))} (
        {t('start:range', {
          low: formats.number(Math.round(bundle.low)),
          high: formats.number(Math.round(bundle.high)),
        })}
        )
      </p>
      {bundle.proposed > 0 && <p className={css.proposed}>{t('start:proposed', { count: bundle.proposed })}</p>}
      {selected && actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}

function Bar({ label, value, kind }: { label: string; value: number; kind: 'lever' | 'effort' }) {
  const formats = useFormats()
  return (
    <div className={css.bar}>
      <span>{label}</span>
      <span className={css.track} aria-hidden>
        <span className={css.fill} data-kind={kind} style={{ width: `${Math.max(0, Math.min(100, value))}%` }} />
      </span>
      <b>{formats.number(Math.round(value))}</b>
    </div>
  )
}
