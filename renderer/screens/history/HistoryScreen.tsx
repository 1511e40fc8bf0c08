import { SegmentedControl } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { HistoryEntry } from '../../../shared/inventory/history'
import { undoPath } from '../../../shared/inventory/undo-path'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { ChangeDetail } from './ChangeDetail'
import { entryWords } from './entry-words'
import css from './History.module.css'
import { useSummaries } from './use-summaries'

const ROW_HEIGHT = 54

/** Everything that was done, newest first; the chosen Change beside it, with what it changed. */
export function HistoryScreen() {
  const t = useT()
  const history = useWorkspace((state) => state.history)
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const entries = useMemo(
    () => history.filter(({ cause }) => all || cause.kind !== 'placement').toReversed(),
    [history, all],
  )
  const inForce = useMemo(() => new Set(undoPath(history)), [history])
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const summaries = useSummaries(items.flatMap(({ index }) => entries[index]?.sequence ?? []))
  const entry = entries.find(({ sequence }) => sequence === chosen)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = entries.findIndex(({ sequence }) => sequence === chosen)
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key] ?? 0
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? entries.length - 1 : by === 0 ? undefined : at + by
    if (event.key === 'Escape') setChosen(undefined)
    if (to === undefined || entries.length === 0) return
    event.preventDefault()
    const index = Math.max(0, Math.min(entries.length - 1, to))
    setChosen(entries[index]?.sequence)
    virtual.scrollToIndex(index)
  }
  return (
    <div className={css.screen}>
      <section className={css.column} aria-label={t('lists:history.title')}>
        <div className={css.top}>
          <h1>{t('lists:history.title')}</h1>
          <SegmentedControl
            size="xs"
            value={all ? 'all' : 'edits'}
            onChange={(value) => setAll(value === 'all')}
            data={[
              { value: 'edits', label: t('lists:history.edits') },
              { value: 'all', label: t('lists:history.all') },
            ]}
          />
        </div>
        <p className={css.lead}>{t(history.length === 0 ? 'lists:history.none' : 'lists:history.lead')}</p>
        <div
          ref={scroll}
          className={css.list}
          role="listbox"
          aria-label={t('lists:history.title')}
          aria-activedescendant={chosen === undefined ? undefined : `change-${chosen}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div className={css.all} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const each = entries[index]
              return each === undefined ? null : (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
                <div
                  key={each.sequence}
                  id={`change-${each.sequence}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={each.sequence === chosen}
                  aria-posinset={index + 1}
                  aria-setsize={entries.length}
                  className={css.entry}
                  data-change={each.sequence}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => setChosen(each.sequence)}
                >
                  <Entry
                    entry={each}
                    isUndone={each.cause.kind === 'edit' && !inForce.has(each.sequence)}
                    rows={summaries.get(each.sequence)?.rows}
                    files={summaries.get(each.sequence)?.files ?? []}
                  />
                </div>
              )
            })}
          </div>
        </div>
      </section>
      <section className={css.detail} aria-live="polite">
        {entry === undefined ? (
          <p className={css.lead}>{entries.length === 0 ? '' : t('lists:history.choose')}</p>
        ) : (
          <ChangeDetail key={entry.sequence} entry={entry} />
        )}
      </section>
    </div>
  )
}

interface EntryProps {
  readonly entry: HistoryEntry
  readonly isUndone: boolean
  readonly rows: number | undefined
  readonly files: readonly string[]
}

function Entry({ entry, isUndone, rows, files }: EntryProps) {
  const t = useT()
  const formats = useFormats()
  const facts = [
    ...(rows === undefined ? [] : [t('lists:history.rows', { count: rows })]),
    ...(files.length === 0 ? [] : [t('lists:history.from', { files: files.join(', ') })]),
    ...(isUndone ? [t('lists:history.undone')] : []),
  ]
  return (
    <>
      <span className={css.words} data-undone={isUndone || undefined} data-kind={entry.cause.kind}>
        {entryWords(t, entry)}
      </span>
      <time dateTime={entry.time}>{formats.time(entry.time)}</time>
      <small title={facts.join(' · ')}>{facts.join(' · ')}</small>
    </>
  )
}
