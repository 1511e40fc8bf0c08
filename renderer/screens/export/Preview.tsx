import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { HIDDEN_KINDS } from '../../../shared/export/pseudonymise'
import type { Inventory } from '../../../shared/inventory/inventory'
import { useT } from '../../i18n'
import { hiddenCopy } from '../../river/make-source'
import { useFormats } from '../../use-formats'
import css from './ExportDialog.module.css'

/** So many names are shown of each list; the rest is counted. */
const SHOWN = 200

/** What a pseudonymised file no longer tells, and what it still does. */
export function Preview({ inventory, language }: { readonly inventory: Inventory; readonly language: 'de' | 'en' }) {
  const t = useT()
  const { number } = useFormats()
  const { hidden, left } = useMemo(() => hiddenCopy(inventory, language), [inventory, language])
  const lists = [
    { title: t('exportDialog:leftTools', { number: number(left.tools.length) }), names: left.tools },
    { title: t('exportDialog:leftDepartments', { number: number(left.departments.length) }), names: left.departments },
    { title: t('exportDialog:leftFunctions', { number: number(left.functions.length) }), names: left.functions },
  ]
  return (
    <section className={css.preview} aria-label={t('exportDialog:preview')} data-testid="export-preview">
      <div className={css.label}>{t('exportDialog:hidden')}</div>
      <Text size="xs" data-testid="export-hidden">
        {HIDDEN_KINDS.map((kind) => t(`exportDialog:hiddenKind.${kind}`, { number: number(hidden[kind]) })).join(' · ')}
      </Text>
      <div className={css.label}>{t('exportDialog:left')}</div>
      <Text size="xs" c="dimmed">
        {t('exportDialog:check')}
      </Text>
      {lists.map(({ title, names }) => (
        <details key={title} className={css.names}>
          <summary>{title}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to */}
          <ul tabIndex={0} aria-label={title}>
            {names.slice(0, SHOWN).map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list never moves
              <li key={at}>{name}</li>
            ))}
          </ul>
          {names.length > SHOWN ? t('exportDialog:more', { number: number(names.length - SHOWN) }) : null}
        </details>
      ))}
    </section>
  )
}
