import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Bundle, BundleTerm } from '../../../shared/analysis/findings'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Start.module.css'
import { TermRows } from './TermRows'
import { termRange, termValue } from './term-value'

/** Every term of a bundle's lever and effort, with its value, its points, its band; each opens down to its rows. */
export function Arithmetic({ bundle }: { readonly bundle: Bundle }) {
  const t = useT()
  const formats = useFormats()
  return (
    <>
      {(['lever', 'effort'] as const).map((side) => (
        <Side key={side} side={side} bundle={bundle} />
      ))}
      <p className={css.equation} data-testid="equation">
        {t('start:lever')} {formats.number(round(bundle.lever))} − {t('start:effort')}{' '}
        {formats.number(round(bundle.effort))} = <strong>{formats.number(round(bundle.score))}</strong>
      </p>
    </>
  )
}

function Side({ side, bundle }: { readonly side: BundleTerm['side']; readonly bundle: Bundle }) {
  const t = useT()
  const formats = useFormats()
  const [open, setOpen] = useState<string>()
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
        {terms.map((term) => {
          const isOpen = open === term.code
          return (
            <Fragment key={term.code}>
              <tr data-term={term.code}>
                <th scope="row">
                  <button
                    type="button"
                    className={css.opener}
                    aria-expanded={isOpen}
                    onClick={() => setOpen(isOpen ? undefined : term.code)}
                  >
                    {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
                    {t(`analysis:term.${term.code}`)}
                  </button>
                </th>
                <td>
                  {termValue(term, t, formats)}
                  <small>{termRange(term, t, formats)}</small>
                </td>
                <td>{term.unknown === 0 ? '–' : formats.number(term.unknown)}</td>
                <td>{formats.number(round(term.points))}</td>
              </tr>
              {isOpen ? (
                <tr>
                  <td colSpan={4} className={css.opened}>
                    <TermRows term={term} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          )
        })}
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
