import { explainBundle } from '../../../shared/analysis/explain-bundle'
import type { Bundle, BundleTerm } from '../../../shared/analysis/findings'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { revealOnMap, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { explanation, questionWords } from './explanation'
import css from './Start.module.css'
import { termRange, termValue } from './term-value'

/** Every term of a bundle's lever and effort, with its value, its points, its band and what is not known yet. */
export function Arithmetic({ bundle }: { readonly bundle: Bundle }) {
  const t = useT()
  const formats = useFormats()
  const tools = useWorkspace((state) => state.inventory.tools)
  const language = useLanguage()
  const findings = useFindings()
  const open = bundle.findOutFirst
  const sentences = findings === undefined ? [] : explainBundle(bundle, findings)
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  return (
    <div className={css.arithmetic}>
      <h3>{t('analysis:why')}</h3>
      <p className={css.why} data-testid="why">
        {explanation(sentences, { t, formats, language, nameOf })}
      </p>
      {(['lever', 'effort'] as const).map((side) => (
        <Side key={side} side={side} bundle={bundle} />
      ))}
      <p className={css.equation} data-testid="equation">
        {t('start:lever')} {formats.number(round(bundle.lever))} − {t('start:effort')}{' '}
        {formats.number(round(bundle.effort))} = <strong>{formats.number(round(bundle.score))}</strong>
      </p>
      {open.length > 0 && (
        <>
          <h3>{t('start:findOut')}</h3>
          <ul className={css.findOut}>
            {open.map((question) => (
              <li key={question.field}>
                {t('analysis:openPoints', {
                  question: questionWords(question, t),
                  points: formats.number(round(question.points)),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('start:tools')}</h3>
      <ul className={css.tools}>
        {bundle.tools.map((id) => (
          <li key={id}>
            <button type="button" className={css.toolLink} onClick={() => revealOnMap({ kind: 'tool', id })}>
              {tools.get(id)?.name ?? id}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Side({ side, bundle }: { readonly side: BundleTerm['side']; readonly bundle: Bundle }) {
  const t = useT()
  const formats = useFormats()
  const terms = bundle.terms.filter((term) => term.side === side)
  return (
    <table className={css.terms}>
      <caption>{t(`start:${side}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('start:term')}</th>
          <th scope="col">{t('start:value')}</th>
          <th scope="col">{t('start:from')}</th>
          <th scope="col">{t('start:points')}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.code}>
            <th scope="row">{t(`analysis:term.${term.code}`)}</th>
            <td>
              {termValue(term, t, formats)}
              <small>{termRange(term, t, formats)}</small>
            </td>
            <td>{term.unknown === 0 ? '–' : formats.number(term.unknown)}</td>
            <td>{formats.number(round(term.points))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('start:sum')}
          </th>
          <td>{formats.number(round(side === 'lever' ? bundle.lever : bundle.effort))}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
