import { IconChevronDown, IconChevronRight, IconHandStop } from '@tabler/icons-react'
import type { FieldChange, RowResult } from '../../../shared/import/import-plan'
import type { RowIssue } from '../../../shared/import/issues'
import type { FileKind } from '../../../shared/import/table'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import marks from './Equation.module.css'
import css from './Outcome.module.css'
import { changedWord, valueWord, whyWord } from './words'

interface Props {
  readonly kind: FileKind
  readonly result: RowResult
  /** Why the row is not taken. */
  readonly issue: RowIssue | undefined
  readonly open: boolean
  readonly onToggle: () => void
}

/** One row of the file: its number, its name, what becomes of it, and when open each field's old and new value. */
export function OutcomeRow({ kind, result: { row, outcome, name, changes = [] }, issue, open, onToggle }: Props) {
  const t = useT()
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <div className={css.line}>
        <span className={css.number}>{t('importScreen:list.rowNumber', { row })}</span>
        <span className={css.outcome}>
          <span className={marks.mark} data-outcome={outcome} aria-hidden />
          {t(`importScreen:outcome.${outcome}`)}
        </span>
        <span className={css.name}>{name}</span>
        {issue !== undefined && <span className={css.why}>{whyWord(t, issue)}</span>}
        {changes.length > 0 && (
          <button
            type="button"
            className={css.toggle}
            aria-expanded={open}
            aria-label={t('importScreen:list.show', { row })}
            onClick={onToggle}
          >
            {t('importScreen:list.fields', { count: changes.length })}
            <Chevron size={14} aria-hidden />
          </button>
        )}
      </div>
      {open && changes.length > 0 && <Fields kind={kind} changes={changes} isNew={outcome === 'added'} />}
    </>
  )
}

interface FieldsProps {
  readonly kind: FileKind
  readonly changes: NonNullable<RowResult['changes']>
  readonly isNew: boolean
}

function Fields({ kind, changes, isNew }: FieldsProps) {
  const t = useT()
  const formats = useFormats()
  return (
    <dl className={css.fields}>
      {changes.map((change) => (
        <div key={`${change.field} ${change.column ?? ''}`} className={css.field}>
          <dt>{changedWord(t, kind, change)}</dt>
          <dd>
            {change.kept === undefined ? (
              <Change change={change} isNew={isNew} />
            ) : (
              <>
                <span>{valueWord(t, formats, change.field, change.before)}</span>
                <span className="sr-only"> {t('importScreen:list.fileSays')} </span>
                <s className={css.refused}>{valueWord(t, formats, change.field, change.kept)}</s>
                <span className={css.hand}>
                  <IconHandStop size={13} aria-hidden />
                  {t('importScreen:list.byHand')}
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Old → new, or what is new. */
function Change({ change, isNew }: { readonly change: FieldChange; readonly isNew: boolean }) {
  const t = useT()
  const formats = useFormats()
  return (
    <>
      {!isNew && (
        <>
          <span className="sr-only">{t('importScreen:list.was')} </span>
          <span className={css.before} data-empty={change.before === undefined || undefined}>
            {valueWord(t, formats, change.field, change.before)}
          </span>
          <span className={css.arrow} aria-hidden>
            →
          </span>
          <span className="sr-only"> {t('importScreen:list.becomes')} </span>
        </>
      )}
      <span>{valueWord(t, formats, change.field, change.after)}</span>
    </>
  )
}
