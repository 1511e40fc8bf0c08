import { useCellTools } from './cell-context'
import css from './cells.module.css'

/** A text or a number; unknown is a faint dash, never zero and never empty. */
export function TextCell({ text }: { readonly text: string | undefined }) {
  const { t } = useCellTools()
  if (text === undefined || text === '') {
    return (
      <span className={css.unknown} title={t('common:unknown')}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('common:unknown')}</span>
      </span>
    )
  }
  return (
    <span className={css.text} title={text}>
      {text}
    </span>
  )
}
