import { Loader, Progress, UnstyledButton } from '@mantine/core'
import type { PlanOutline } from '../../../shared/import/import-plan'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Equation.module.css'
import { useImport } from './import-state'
import { equationOf, type Filter } from './sums'

interface Props {
  readonly plan: PlanOutline | undefined
  readonly busy: boolean
  /** The rows that are shown below, when they are. */
  readonly filter: Filter | undefined
  readonly onFilter: (filter: Filter) => void
}

/** 118 rows = 112 new + 3 updated + 1 unchanged + 2 not taken. Each term shows its rows. */
export function Equation({ plan, busy, filter, onFilter }: Props) {
  const share = useImport(({ planShare }) => planShare)
  const t = useT()
  const formats = useFormats()
  if (plan === undefined) return busy ? <Busy words={t('importScreen:planning')} share={share} /> : null
  const { rows, terms, balanced } = equationOf(plan)
  return (
    <section className={css.equation} aria-label={t('importScreen:equation.label')} aria-live="polite" aria-atomic>
      <UnstyledButton
        className={css.term}
        aria-pressed={filter === 'all'}
        title={t('importScreen:filter.all')}
        onClick={() => onFilter('all')}
      >
        {t('importScreen:rows', { count: rows })}
      </UnstyledButton>
      {terms.map(({ outcome, count }, i) => {
        const word = t(`importScreen:outcome.${outcome}`)
        return (
          <span key={outcome} className={css.pair}>
            <span className={css.sign}>{i === 0 ? '=' : '+'}</span>
            <UnstyledButton
              className={css.term}
              aria-pressed={filter === outcome}
              title={t('importScreen:filter.one', { outcome: word })}
              onClick={() => onFilter(outcome)}
            >
              <span className={css.mark} data-outcome={outcome} aria-hidden />
              {formats.number(count)} {word}
            </UnstyledButton>
          </span>
        )
      })}
      {busy &&
        (share === undefined ? <Loader size={14} aria-label={t('importScreen:planning')} /> : <Share share={share} />)}
      {!balanced && (
        <strong className={css.wrong} role="alert">
          {t('importScreen:equation.unbalanced')}
        </strong>
      )}
    </section>
  )
}

function Busy({ words, share }: { readonly words: string; readonly share: number | undefined }) {
  return (
    <div className={css.equation} role="status">
      {share === undefined ? <Loader size={14} aria-hidden /> : null}
      {words}
      {share === undefined ? null : <Share share={share} />}
    </div>
  )
}

/** How far planning is, as a bar and in figures. */
function Share({ share }: { readonly share: number }) {
  const t = useT()
  const formats = useFormats()
  const percent = Math.round(share * 100)
  return (
    <span className={css.share}>
      <Progress className={css.bar} size="xs" value={percent} aria-label={t('importScreen:planning')} />
      <span aria-hidden>{formats.number(percent)} %</span>
    </span>
  )
}
