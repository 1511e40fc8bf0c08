import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useT } from '../../i18n'
import { type Cursor, type GridCell, type GridColumn, type GridRow, moveCursor } from './grid-model'
import css from './MatrixGrid.module.css'

interface Props {
  /** The element that has the focus and the keys. */
  readonly grid: RefObject<HTMLTableElement | null>
  readonly label: string
  /** Over the rows' names. */
  readonly corner: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellOf: (row: number, column: number) => GridCell | undefined
  /** What an empty cell is in words. */
  readonly emptyWords: string
  readonly cellWidth: number
  readonly headWidth: number
  /** The columns' names stand upright. */
  readonly upright: boolean
  /** What is open beside the matrix. */
  readonly open: { readonly row: string; readonly column?: string | undefined } | undefined
  /** A cell, or the row's name (`column` -1), is opened; `byKey`: with the keyboard, so that the focus goes along. */
  readonly onOpen: (row: number, column: number, byKey: boolean) => void
  readonly onClose: () => void
}

const ROW_HEIGHT = 40
const UPRIGHT_HEIGHT = 136
const FLAT_HEIGHT = 48

/** A matrix of any size: only what is in view is drawn. The names of rows and columns stay in view. */
export function MatrixGrid(props: Props) {
  const { label, corner, rows, columns, cellOf, cellWidth, headWidth, upright, open, onOpen, onClose } = props
  const t = useT()
  const prefix = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<Cursor>()
  const headHeight = upright ? UPRIGHT_HEIGHT : FLAT_HEIGHT
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => cellWidth,
    overscan: 4,
    scrollMargin: headWidth,
    scrollPaddingStart: headWidth,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns are measured anew when their width changes
  useEffect(() => across.measure(), [cellWidth, across])
  const at =
    cursor === undefined
      ? undefined
      : { row: Math.min(cursor.row, rows.length - 1), column: Math.min(cursor.column, columns.length - 1) }

  const point = (next: Cursor) => {
    setCursor(next)
    down.scrollToIndex(next.row)
    if (next.column >= 0) across.scrollToIndex(next.column)
    else across.scrollToOffset(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || rows.length === 0) return
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight) / ROW_HEIGHT) - 1)
    const size = { rows: rows.length, columns: columns.length, page }
    const moved =
      at === undefined && event.key.startsWith('Arrow')
        ? { row: 0, column: -1 }
        : moveCursor(event.key, event.ctrlKey || event.metaKey, at ?? { row: 0, column: -1 }, size)
    if (moved !== undefined) point(moved)
    else if ((event.key === 'Enter' || event.key === ' ') && at !== undefined) onOpen(at.row, at.column, true)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drawn = down.getVirtualItems()
  const shownColumns = across.getVirtualItems()
  const isDrawn = at !== undefined && drawn.some(({ index }) => index === at.row)
  const style = {
    '--head-width': `${headWidth}px`,
    '--head-height': `${headHeight}px`,
    '--cell-width': `${cellWidth}px`,
    width: headWidth + across.getTotalSize(),
  } as CSSProperties
  return (
    <div ref={scroll} className={css.scroll}>
      <table
        ref={props.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one moves in is a grid (ARIA practices)
        role="grid"
        className={css.grid}
        style={style}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isDrawn ? cellId(prefix, at.row, at.column) : undefined}
        aria-readonly
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="matrix"
      >
        <thead className={css.head}>
          <tr className={css.headRow} aria-rowindex={1}>
            <th className={css.corner} aria-colindex={1} scope="col">
              {corner}
            </th>
            {shownColumns.map(({ index, start }) => (
              <th
                key={columns[index]?.key}
                className={css.columnHead}
                scope="col"
                aria-colindex={index + 2}
                title={columns[index]?.label}
                style={{ left: start }}
                data-upright={upright || undefined}
                data-at={at?.column === index || undefined}
                data-column={columns[index]?.key}
              >
                <span>{columns[index]?.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css.body} style={{ height: down.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <tr
                key={row.key}
                className={css.row}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                data-row={row.key}
                data-group={row.collapsed !== undefined || undefined}
              >
                <RowHead
                  row={row}
                  id={cellId(prefix, index, -1)}
                  atCursor={at?.row === index && at.column === -1}
                  isOpen={open !== undefined && open.row === row.key && open.column === undefined}
                  onPress={() => {
                    setCursor({ row: index, column: -1 })
                    onOpen(index, -1, false)
                  }}
                />
                {shownColumns.map((item) => (
                  <Cell
                    key={columns[item.index]?.key}
                    item={item}
                    columns={columns}
                    id={cellId(prefix, index, item.index)}
                    cell={cellOf(index, item.index)}
                    words={(what) =>
                      t('matrix:cell', { row: row.label, column: columns[item.index]?.label ?? '', what })
                    }
                    emptyWords={props.emptyWords}
                    atCursor={at?.row === index && at.column === item.index}
                    isOpen={open?.row === row.key && open.column === columns[item.index]?.key}
                    onPress={() => {
                      setCursor({ row: index, column: item.index })
                      onOpen(index, item.index, false)
                    }}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function cellId(prefix: string, row: number, column: number): string {
  return `${prefix}${row}:${column}`
}

interface HeadProps {
  readonly row: GridRow
  readonly id: string
  readonly atCursor: boolean
  readonly isOpen: boolean
  readonly onPress: () => void
}

function RowHead({ row, id, atCursor, isOpen, onPress }: HeadProps) {
  const { badge } = row
  const Chevron = row.collapsed ? IconChevronRight : IconChevronDown
  return (
    <th
      id={id}
      className={css.rowHead}
      scope="row"
      aria-colindex={1}
      aria-expanded={row.collapsed === undefined ? undefined : !row.collapsed}
      title={row.label}
      data-at={atCursor || undefined}
      data-open={isOpen || undefined}
      onClick={onPress}
    >
      {row.collapsed === undefined ? null : <Chevron size={14} aria-hidden />}
      <span className={css.name}>{row.label}</span>
      {badge === undefined ? null : (
        <span className={css.badge} title={badge.hint} data-mark={badge.mark}>
          {badge.text}
        </span>
      )}
    </th>
  )
}

interface CellProps {
  readonly item: VirtualItem
  readonly id: string
  readonly cell: GridCell | undefined
  readonly words: (what: string) => string
  readonly emptyWords: string
  readonly columns: readonly GridColumn[]
  readonly atCursor: boolean
  readonly isOpen: boolean
  readonly onPress: () => void
}

function Cell({ item, id, cell, words, emptyWords, columns, atCursor, isOpen, onPress }: CellProps) {
  const said = words(cell?.words ?? emptyWords)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, aria-activedescendant points here
    <td
      id={id}
      className={css.cell}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      aria-colindex={item.index + 2}
      aria-label={cell === undefined ? said : undefined}
      aria-selected={isOpen}
      title={cell === undefined ? undefined : said}
      style={{ left: item.start }}
      data-column={columns[item.index]?.key}
      data-level={cell?.level}
      data-mark={cell?.mark}
      data-unknown={cell?.unknown}
      data-proposed={cell?.proposed || undefined}
      data-at={atCursor || undefined}
      data-open={isOpen || undefined}
      onClick={onPress}
    >
      {cell === undefined ? null : (
        <>
          <span className="sr-only">{said}</span>
          <span className={css.content} aria-hidden>
            {cell.content}
          </span>
        </>
      )}
    </td>
  )
}
