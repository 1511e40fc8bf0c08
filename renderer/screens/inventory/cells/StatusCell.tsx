import type { ToolStatus } from '../../../../shared/inventory/nouns'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { TextCell } from './TextCell'

/** The status in words, with a mark of its own shape for each. */
export function StatusCell({ status }: { readonly status: ToolStatus | undefined }) {
  const { t } = useCellTools()
  if (status === undefined) return <TextCell text={undefined} />
  return (
    <span className={css.status}>
      <span className={css.mark} data-status={status} aria-hidden />
      <span className={css.text}>{t(`common:status.${status}`)}</span>
    </span>
  )
}
