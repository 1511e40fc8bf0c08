import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilterFilled } from '@tabler/icons-react'
import type { Header } from '@tanstack/react-table'
import { type PointerEvent, useRef } from 'react'
import { ColumnMenu } from './ColumnMenu'
import { columnLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { type ColumnId, isColumnId, isField } from './column-ids'
import type { features } from './columns'
import css from './Grid.module.css'
import { openMenu, setWidth, useTableSettings } from './table-settings'
import type { ToolRow } from './tool-row'

interface Props {
  readonly headers: readonly Header<typeof features, ToolRow, unknown>[]
  /** Every tool, for the values to filter by. */
  readonly all: readonly ToolRow[]
  /** All, some or none of the shown rows are selected. */
  readonly ticked: 'all' | 'some' | 'none'
  readonly onTick: () => void
  /** Gives the focus back to the table. */
  readonly onDone: () => void
}

/** The columns' names: a click sorts, the arrow opens filter and more, the edge is the width. */
export function HeaderRow({ headers, all, ticked, onTick, onDone }: Props) {
  const { t } = useCellTools()
  return (
    <tr aria-rowindex={1} className={css.header}>
      <td aria-colindex={1} className={css.tick}>
        <input
          type="checkbox"
          aria-label={t('inventory:selectAll')}
          checked={ticked === 'all'}
          ref={(box) => {
            if (box !== null) box.indeterminate = ticked === 'some'
          }}
          onChange={onTick}
        />
      </td>
      {headers.map((header, at) => (
        <Heading key={header.id} header={header} at={at} all={all} onDone={onDone} />
      ))}
    </tr>
  )
}

interface HeadingProps {
  readonly header: Header<typeof features, ToolRow, unknown>
  readonly at: number
  readonly all: readonly ToolRow[]
  readonly onDone: () => void
}

function Heading({ header: { id, column }, at, all, onDone }: HeadingProps) {
  const { t } = useCellTools()
  const filtered = useTableSettings((state) => isColumnId(id) && state.filters.has(id))
  const opened = useTableSettings((state) => state.menu === id)
  if (!isColumnId(id)) return null
  const sorted = column.getIsSorted()
  const label = columnLabel(t, id)
  const hint = isField(id) ? t(`inventory:columnHint.${id}`) : label
  const menuLabel = t('inventory:columns.menu', { column: label })
  return (
    <th
      scope="col"
      aria-colindex={at + 2}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className={css.heading}
      data-heading={id}
      data-end={column.columnDef.meta?.end || undefined}
    >
      <button
        type="button"
        className={css.sort}
        title={`${hint}. ${t('inventory:sortHint')}`}
        onClick={column.getToggleSortingHandler()}
      >
        <span className={css.headingText}>{label}</span>
        {sorted === 'asc' ? <IconArrowUp size={13} aria-hidden /> : null}
        {sorted === 'desc' ? <IconArrowDown size={13} aria-hidden /> : null}
      </button>
      <ColumnMenu column={id} all={all} opened={opened} onDone={onDone}>
        <button
          type="button"
          tabIndex={-1}
          className={css.menuButton}
          data-active={filtered || undefined}
          aria-label={filtered ? `${menuLabel}. ${t('inventory:filter.active')}` : menuLabel}
          aria-expanded={opened}
          title={menuLabel}
          onClick={() => openMenu(opened ? undefined : id)}
        >
          {filtered ? <IconFilterFilled size={12} aria-hidden /> : <IconChevronDown size={13} aria-hidden />}
        </button>
      </ColumnMenu>
      <Edge column={id} label={label} />
    </th>
  )
}

/** The right edge of a header: dragged, it is the column's width. */
function Edge({ column, label }: { readonly column: ColumnId; readonly label: string }) {
  const { t } = useCellTools()
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined)
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 }
  }
  const move = (event: PointerEvent) => {
    if (drag.current !== undefined) setWidth(column, drag.current.width + event.clientX - drag.current.x)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way; the keys' way is the column chooser
    <span
      className={css.edge}
      title={t('inventory:columns.width', { column: label })}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = undefined
      }}
      onDoubleClick={() => setWidth(column, undefined)}
    />
  )
}
