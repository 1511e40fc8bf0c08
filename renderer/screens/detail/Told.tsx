import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { openTool } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { overlapWords } from '../map/overlap-words'
import css from './Detail.module.css'

/** Which other tools do the same, and why that is said. */
export function Overlaps({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const formats = useFormats()
  const { tools } = useInventory()
  const overlaps = (useFindings()?.overlaps ?? []).filter((each) => each.tools.includes(tool.id))
  return (
    <section className={css.section}>
      <h2>{t('detail:section.overlaps')}</h2>
      {overlaps.length === 0 ? <p className={css.quiet}>{t('detail:overlap.none')}</p> : null}
      <ul className={css.rows}>
        {overlaps.map((overlap) => {
          const other = overlap.tools[0] === tool.id ? overlap.tools[1] : overlap.tools[0]
          return (
            <li key={other}>
              <button type="button" className={css.link} onClick={() => openTool(other)}>
                {tools.get(other)?.name ?? other}
              </button>
              <p className={css.quiet}>{overlapWords(overlap, t, formats)}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The columns of the list that are no field of ours, word for word. */
export function Extra({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const columns = Object.entries(tool.extra ?? {})
  if (columns.length === 0) return null
  return (
    <section className={css.section}>
      <h2>{t('detail:section.extra')}</h2>
      <dl className={css.facts2}>
        {columns.map(([header, text]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The file and row that the tool came from. */
export function Origin({ tool }: { readonly tool: Tool }) {
  const t = useT()
  return (
    <section className={css.section}>
      <h2>{t('detail:section.origin')}</h2>
      <p className={css.quiet} data-testid="origin">
        {tool.origin === undefined
          ? t('detail:origin.byHand')
          : t('detail:origin.row', { file: tool.origin.file, row: tool.origin.row })}
      </p>
    </section>
  )
}
