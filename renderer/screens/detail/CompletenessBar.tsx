import { completenessOf } from '../../../shared/inventory/completeness'
import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Detail.module.css'

/** How much is known of a tool, as a bar and in words. */
export function CompletenessBar({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const formats = useFormats()
  const { share, missing } = completenessOf(tool, useInventory())
  const fields = missing.map((field) => t(`detail:field.${field}`)).join(', ')
  return (
    <div className={css.complete} data-testid="completeness">
      <Bar share={share} />
      <span>{t('detail:complete', { share: formats.percent(share) })}</span>
      <small>{missing.length === 0 ? t('detail:nothingMissing') : t('detail:missing', { fields })}</small>
    </div>
  )
}

/** A bar from 0 to 1. The words beside it say the same. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <span className={css.track} aria-hidden>
      <span className={css.fill} style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}
