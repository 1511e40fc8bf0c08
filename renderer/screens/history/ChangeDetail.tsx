import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Change, RowChange } from '../../../shared/inventory/change'
import type { HistoryEntry } from '../../../shared/inventory/history'
import { type FieldChange, fieldChanges } from '../../../shared/inventory/row-fields'
import { stepsBackTo } from '../../../shared/inventory/undo-path'
import { canWrite, redo, undo } from '../../database/commit'
import { filesOf } from '../../database/history'
import { readHistory } from '../../database/session'
import { useInventory, useWorkspace } from '../../database/workspace'
import { translate, useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { fieldName, namesOf, rowName, type Speaker, valueWords } from './change-words'
import { entryWords } from './entry-words'
import css from './History.module.css'

const LINE_HEIGHT = 26

type Line = { readonly row: RowChange } | { readonly row: RowChange; readonly field: FieldChange }

/** What a Change did, row by row and field by field, and the way back to before it. */
export function ChangeDetail({ entry }: { readonly entry: HistoryEntry }) {
  const t = useT()
  const formats = useFormats()
  const [change, setChange] = useState<Change | 'lost'>()
  useEffect(() => {
    let wanted = true
    void readHistory(entry.sequence).then((found) => wanted && setChange(found ?? 'lost'))
    return () => {
      wanted = false
    }
  }, [entry.sequence])
  const files = change === undefined || change === 'lost' ? [] : filesOf(change)
  return (
    <>
      <h2>{entryWords(t, entry)}</h2>
      <p className={css.lead}>{formats.time(entry.time)}</p>
      {files.length === 0 ? null : (
        <p className={css.files}>
          {t('lists:history.files')}: {files.join(', ')}
        </p>
      )}
      {entry.cause.kind === 'edit' ? <UndoTo sequence={entry.sequence} /> : null}
      {change === undefined ? <p className={css.lead}>{t('lists:history.reading')}</p> : null}
      {change === 'lost' ? <p className={css.lead}>{t('lists:history.lost')}</p> : null}
      {change === undefined || change === 'lost' ? null : <Rows change={change} />}
    </>
  )
}

function UndoTo({ sequence }: { readonly sequence: number }) {
  const t = useT()
  const history = useWorkspace((state) => state.history)
  const writable = useWorkspace((state) => state.phase === 'ready')
  const count = useMemo(() => stepsBackTo(history, sequence), [history, sequence])
  const [busy, setBusy] = useState(false)
  if (count === 0) return <p className={css.lead}>{t('lists:history.cannot')}</p>
  const go = async () => {
    setBusy(true)
    try {
      await undoTo(sequence)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" size="xs" disabled={!writable} loading={busy} onClick={() => void go()}>
      {t('lists:history.undoTo', { count })}
    </Button>
  )
}

/** Undoes until this Change is undone, and offers to do everything again. */
async function undoTo(sequence: number): Promise<void> {
  let count = 0
  while (canWrite() && stepsBackTo(useWorkspace.getState().history, sequence) > 0) {
    if ((await undo()) === undefined) break
    count += 1
  }
  if (count === 0) return
  const id = `undone-${useWorkspace.getState().sequence}`
  const again = async () => {
    notifications.hide(id)
    for (let done = 0; done < count; done++) if ((await redo()) === undefined) return
  }
  notifications.show({
    id,
    color: 'accent',
    autoClose: 15_000,
    message: (
      <div className={css.note}>
        <span>{translate('lists:history.undoneNote', { count })}</span>
        <Button size="compact-sm" variant="subtle" onClick={() => void again()}>
          {translate('lists:history.redo')}
        </Button>
      </div>
    ),
  })
}

/** Only the lines in view exist: an import may have written a hundred thousand rows. */
function Rows({ change }: { readonly change: Change }) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const inventory = useInventory()
  const scroll = useRef<HTMLDivElement>(null)
  const speaker = useMemo<Speaker>(
    () => ({ t, formats, language, nameOf: namesOf(inventory, change.rows) }),
    [t, formats, language, inventory, change],
  )
  const { lines, counts } = useMemo(() => linesOf(change.rows), [change])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  })
  return (
    <>
      <p className={css.lead}>
        {t('lists:history.summary', {
          added: formats.number(counts.added),
          changed: formats.number(counts.changed),
          removed: formats.number(counts.removed),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
      <section ref={scroll} className={css.lines} tabIndex={0} aria-label={t('lists:history.title')}>
        <div className={css.all} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            return (
              <div key={index} className={css.line} style={{ transform: `translateY(${start}px)` }}>
                {'field' in line ? (
                  <Field field={line.field} speaker={speaker} />
                ) : (
                  <Row row={line.row} speaker={speaker} />
                )}
              </div>
            )
          })}
        </div>
      </section>
    </>
  )
}

function Row({ row, speaker }: { readonly row: RowChange; readonly speaker: Speaker }) {
  const { t } = speaker
  return (
    <span className={css.rowLine}>
      <b title={rowName(row, speaker)}>{rowName(row, speaker)}</b>
      <span>{t(`lists:history.table.${row.table}`)}</span>
      <span data-kind={kindOf(row)}>{t(`lists:history.${kindOf(row)}`)}</span>
    </span>
  )
}

function Field({ field, speaker }: { readonly field: FieldChange; readonly speaker: Speaker }) {
  const [before, after] = [field.before, field.after].map((value) => valueWords(field.field, value, speaker))
  const nothing = speaker.t('detail:history.nothing')
  return (
    <span className={css.fieldLine} title={`${before ?? nothing} → ${after ?? nothing}`}>
      <span>{fieldName(field.field, speaker.t)}</span>
      <span data-nothing={before === undefined || undefined}>{before ?? nothing}</span>
      <span aria-hidden>→</span>
      <span data-nothing={after === undefined || undefined}>{after ?? nothing}</span>
    </span>
  )
}

function kindOf({ before, after }: RowChange): 'added' | 'changed' | 'removed' {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
}

function linesOf(rows: readonly RowChange[]) {
  const counts = { added: 0, changed: 0, removed: 0 }
  const lines: Line[] = []
  for (const row of rows) {
    counts[kindOf(row)] += 1
    lines.push({ row })
    for (const field of fieldChanges(row))
      if (field.field !== 'name' || row.before !== undefined) lines.push({ row, field })
  }
  return { lines, counts }
}
