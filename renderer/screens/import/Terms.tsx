import type { PlanOutline } from '../../../shared/import/import-plan'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Equation.module.css'
import { equationOf } from './sums'

/** What becomes of a file's rows, in short: 12 new · 3 updated. */
export function Terms({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  const formats = useFormats()
  return equationOf(plan).terms.map(({ outcome, count }) => (
    <span key={outcome} className={css.short}>
      <span className={css.mark} data-outcome={outcome} aria-hidden />
      {formats.number(count)} {t(`importScreen:outcome.${outcome}`)}
    </span>
  ))
}
