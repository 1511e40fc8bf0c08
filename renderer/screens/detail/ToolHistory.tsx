import { useEffect, useMemo, useState } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { fieldChanges } from '../../../shared/inventory/row-fields'
import { type ChangeOfRow, changesOf } from '../../database/history'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { lineOf, namesOf, type Speaker } from '../history/change-words'
import { entryWords } from '../history/entry-words'
import css from './Detail.module.css'

const LIMIT = 30

/** What was done to this tool, newest first, as the stored Changes have it. */
export function ToolHistory({ id }: { readonly id: ToolId }) {
  const t = useT()
  const sequence = useWorkspace((state) => state.sequence)
  const [changes, setChanges] = useState<readonly ChangeOfRow[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after every Change
  useEffect(() => {
    let wanted = true
    void changesOf('tools', id, LIMIT + 1).then((found) => wanted && setChanges(found))
    return () => {
      wanted = false
    }
  }, [id, sequence])
  return (
    <section className={css.section} data-testid="tool-history">
      <h2>{t('detail:section.history')}</h2>
      {changes === undefined ? <p className={css.quiet}>{t('detail:history.loading')}</p> : null}
      {changes?.length === 0 ? <p className={css.quiet}>{t('detail:history.none')}</p> : null}
      <ol className={css.rows}>
        {changes?.slice(0, LIMIT).map((each) => (
          <li key={each.change.sequence}>
            <Entry {...each} />
          </li>
        ))}
      </ol>
      {changes !== undefined && changes.length > LIMIT ? (
        <p className={css.quiet}>{t('detail:history.more', { count: LIMIT })}</p>
      ) : null}
    </section>
  )
}

function Entry({ change, row }: ChangeOfRow) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const inventory = useInventory()
  const speaker = useMemo<Speaker>(
    () => ({ t, formats, language, nameOf: namesOf(inventory, [row]) }),
    [t, formats, language, inventory, row],
  )
  return (
    <>
      <div className={css.entry}>
        <span>{entryWords(t, change)}</span>
        <time dateTime={change.time}>{formats.time(change.time)}</time>
      </div>
      {row.before === undefined ? (
        <p className={css.quiet}>{t('detail:history.added')}</p>
      ) : row.after === undefined ? (
        <p className={css.quiet}>{t('detail:history.removed')}</p>
      ) : (
        fieldChanges(row).map((field) => (
          <p key={field.field} className={css.quiet}>
            {lineOf(field, speaker)}
          </p>
        ))
      )}
    </>
  )
}
