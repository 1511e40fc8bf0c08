import type { ToolRow } from '../tool-row'
import { useCellTools } from './cell-context'
import css from './cells.module.css'

/** The tool's name, what it is a part of, and what must not be overlooked: AI, and that it was only mentioned. */
export function NameCell({ row: { tool } }: { readonly row: ToolRow }) {
  const { t } = useCellTools()
  const ai = tool.ai === 'embedded' || tool.ai === 'dedicated' ? tool.ai : undefined
  const partOf = tool.partOf === undefined ? undefined : t('inventory:partOf', { name: tool.partOf })
  return (
    <span className={css.name} title={partOf === undefined ? tool.name : `${tool.name}\n${partOf}`}>
      <span className={css.names}>
        <span className={css.text} data-mentioned={tool.mentionedOnly}>
          {tool.name}
        </span>
        {partOf === undefined ? null : <span className={css.partOf}>{partOf}</span>}
      </span>
      {tool.mentionedOnly ? (
        <span className={css.mentioned} title={t('inventory:mentionedOnlyHint')}>
          {t('common:status.mentionedOnly')}
        </span>
      ) : null}
      {ai === undefined ? null : (
        <span className={css.ai} title={t(`common:ai.${ai}`)}>
          {t(`inventory:ai.${ai}`)}
        </span>
      )}
    </span>
  )
}
