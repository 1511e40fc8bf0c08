import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { answer } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { arrange, type ListColumn, type ListOrder, type ListRow, moved } from './arrange'
import css from './List.module.css'

const ROW_HEIGHT = 38

interface Props<R extends ListRow> {
  readonly list: 'departments' | 'functions' | 'dataObjects' | 'flows'
  readonly rows: readonly R[]
  readonly columns: readonly ListColumn<R>[]
  /** The field in which a column of a row is edited; nothing where it can't be. `done` ends it. */
  readonly editor: (column: string, row: R, done: () => void) => ReactNode
  /** What hangs on a row, in words. */
  readonly hangs: (row: R) => string
  readonly onDelete: (row: R, focus: () => void) => void
  /** What is shown while a new row is made; `done` ends it, with the new row's id. */
  readonly adding: (done: (id?: string) => void) => ReactNode
}

/** A list of rows that are searched, sorted, edited in place, added and deleted; the same manners as the inventory. */
export function List<R extends ListRow>({ list, rows, columns, editor, hangs, onDelete, adding }: Props<R>) {
  const t = useT()
  const formats = useFormats()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<ListOrder>()
  const [cursor, setCursor] = useState<{ readonly id: string; readonly column: number }>()
  const [editing, setEditing] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const scroll = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const prefix = useId()
  const shown = useMemo(
    () => arrange(rows, columns, query, order, formats.compare),
    [rows, columns, query, order, formats],
  )
  const at = cursor === undefined ? -1 : shown.findIndex(({ id }) => id === cursor.id)
  const current = shown[at]
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  const focus = () => grid.current?.focus({ preventScroll: true })
  const point = (index: number, column: number) => {
    const row = shown[index]
    if (row === undefined) return
    setCursor({ id: row.id, column })
    setEditing(false)
    virtual.scrollToIndex(index)
  }
  const remove = () => {
    if (current === undefined || !writable) return
    const next = shown[at + 1] ?? shown[at - 1]
    setCursor(next === undefined ? undefined : { id: next.id, column: cursor?.column ?? 0 })
    onDelete(current, focus)
    focus()
  }
  const done = () => {
    setEditing(false)
    // The field that goes takes the focus with it, unless somebody has put it elsewhere.
    if (grid.current?.contains(document.activeElement) || document.activeElement === document.body) focus()
  }
  const added = (id?: string) => {
    setAdding(false)
    if (id !== undefined) {
      setQuery('')
      setCursor({ id, column: 0 })
    }
    focus()
  }
  const canEdit = current !== undefined && writable && columns[cursor?.column ?? 0]?.editable === true
  const handles = (event: KeyboardEvent): boolean => {
    const { key } = event
    const ctrl = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const to = event.altKey ? undefined : moved(key, ctrl, at, cursor?.column ?? 0, shown.length, columns.length, page)
    if (to !== undefined) point(to.row, to.column)
    else if (key === 'Delete' && !ctrl) remove()
    else if (key === 'Escape' && cursor !== undefined) setCursor(undefined)
    else if ((key === 'Enter' || key === 'F2') && !ctrl && canEdit) setEditing(true)
    else if (key.length === 1 && key !== ' ' && !ctrl && !event.altKey && canEdit) {
      // The field must be there, with all its text selected, before the key arrives.
      flushSync(() => setEditing(true))
      return false
    } else return false
    return true
  }

  const latest = useRef({ remove, add: () => setAdding(true) })
  latest.current = { remove, add: () => setAdding(true) }
  useEffect(() => {
    const ends = [answer('delete', () => latest.current.remove()), answer('find', () => search.current?.select())]
    return () => {
      for (const end of ends) end()
    }
  }, [])
  // Undo or another list took the row away.
  useEffect(() => {
    if (cursor !== undefined && at < 0) setEditing(false)
  }, [cursor, at])

  const style = {
    '--columns': columns.map(({ size, grow }) => `minmax(${size}px, ${grow}fr)`).join(' '),
    '--least': `${columns.reduce((sum, { size }) => sum + size, 0)}px`,
  } as CSSProperties
  return (
    <div className={css.screen} data-list={list}>
      <div className={css.toolbar} role="toolbar" aria-label={t(`lists:name.${list}`)}>
        <TextInput
          ref={search}
          className={css.search}
          aria-label={t('lists:search')}
          placeholder={t('lists:search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            query === '' ? null : (
              <CloseButton size="sm" aria-label={t('lists:clearSearch')} onClick={() => setQuery('')} />
            )
          }
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query !== '') setQuery('')
            else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focus()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <span className={css.count} role="status">
          {shown.length === rows.length
            ? formats.number(rows.length)
            : t('lists:countOf', { shown: formats.number(shown.length), total: formats.number(rows.length) })}
        </span>
        <span className={css.hangs} aria-live="polite">
          {current === undefined ? t('lists:keys') : hangs(current)}
        </span>
        {current === undefined ? null : (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} aria-hidden />}
            title={t('lists:deleteHint')}
            disabled={!writable}
            onClick={remove}
          >
            {t('lists:delete')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!writable}
          onClick={() => setAdding(true)}
        >
          {t(`lists:add.${list}`)}
        </Button>
      </div>
      {isAdding ? <div className={css.adding}>{adding(added)}</div> : null}
      <div ref={scroll} className={css.scroll} style={style}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid (ARIA practices)
          role="grid"
          className={css.grid}
          aria-label={t(`lists:name.${list}`)}
          aria-rowcount={shown.length + 1}
          aria-activedescendant={current === undefined ? undefined : `${prefix}${current.id}-${cursor?.column}`}
          tabIndex={0}
          onKeyDown={(event) => {
            if (event.target === event.currentTarget && handles(event)) event.preventDefault()
          }}
        >
          <thead className={css.head}>
            <tr className={css.header}>
              {columns.map((column) => {
                const sorted = order?.column === column.id ? order : undefined
                return (
                  <th
                    key={column.id}
                    scope="col"
                    data-end={column.end}
                    aria-sort={sorted === undefined ? 'none' : sorted.descending ? 'descending' : 'ascending'}
                  >
                    <button
                      type="button"
                      title={t('lists:sortHint')}
                      onClick={() => setOrder(nextOrder(order, column.id, column.end === true))}
                    >
                      <span>{column.label}</span>
                      {sorted === undefined ? null : sorted.descending ? (
                        <IconArrowDown size={13} aria-hidden />
                      ) : (
                        <IconArrowUp size={13} aria-hidden />
                      )}
                    </button>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody className={css.body} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = shown[index]
              if (row === undefined) return null
              return (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  aria-selected={row.id === cursor?.id}
                  data-row={row.id}
                  className={css.row}
                  style={{ transform: `translateY(${start}px)`, zIndex: editing && row.id === cursor?.id ? 3 : 0 }}
                >
                  {columns.map((column, place) => {
                    const here = row.id === cursor?.id && place === cursor.column
                    const text = column.text(row)
                    const indent = order === undefined && query === '' && place === 0 ? (row.depth ?? 0) : 0
                    return (
                      <td
                        key={column.id}
                        id={`${prefix}${row.id}-${place}`}
                        className={css.cell}
                        data-column={column.id}
                        data-end={column.end}
                        data-cursor={here || undefined}
                        style={indent === 0 ? undefined : { paddingLeft: 10 + indent * 20 }}
                        onMouseDown={(event) => {
                          if (here && editing) return
                          event.preventDefault()
                          // A field that is being edited saves when it loses the focus.
                          focus()
                          setCursor({ id: row.id, column: place })
                          setEditing(false)
                        }}
                        onDoubleClick={() => setEditing(writable && column.editable === true)}
                      >
                        {here && editing ? (
                          <span className={css.editing}>{editor(column.id, row, done)}</span>
                        ) : text === '' ? (
                          <span className={css.unknown}>–</span>
                        ) : (
                          <span className={css.text} title={text}>
                            {text}
                          </span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
        {shown.length > 0 ? null : (
          <p className={css.none}>{query === '' ? t(`lists:empty.${list}`) : t('lists:noMatch', { query })}</p>
        )}
      </div>
    </div>
  )
}

/** One click sorts, numbers from the top; another turns it round; a third gives the own order back. */
function nextOrder(order: ListOrder | undefined, column: string, numbers: boolean): ListOrder | undefined {
  if (order?.column !== column) return { column, descending: numbers }
  return order.descending === numbers ? { column, descending: !numbers } : undefined
}
