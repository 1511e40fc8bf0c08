import { Button } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { setQuery, useQuery } from '../../ui-state'
import { useCellTools } from './cells/cell-context'
import type { After } from './cells/use-editing'
import { columns, features, tracks } from './columns'
import { DraftRow } from './DraftRow'
import css from './Grid.module.css'
import { cellId, GridRow } from './GridRow'
import { HeaderRow } from './HeaderRow'
import type { ToolRow } from './tool-row'
import { useCursorInView } from './use-cursor-in-view'
import { useGridKeys } from './use-grid-keys'
import { useGridMouse } from './use-grid-mouse'
import { type GridModel, isShown } from './use-inventory-grid'
import { HEAD_HEIGHT, ROW_HEIGHT, useVisibleRows } from './use-visible-rows'

interface Props {
  readonly model: GridModel
  readonly adding: boolean
  readonly onAdded: (added: ToolId | undefined) => void
  readonly onDelete: () => void
}

const TRACKS = tracks()
const STYLE = { '--columns': TRACKS.template, '--least': `${TRACKS.minWidth}px` } as CSSProperties
const MOVES: Readonly<Partial<Record<After, readonly [rows: number, columns: number]>>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}

/** The table of tools: header, the rows that are in view, and the cell that is being edited. */
export function Grid({ model, adding, onAdded, onDelete }: Props) {
  const { t, writable } = useCellTools()
  const { rows, ids, state, dispatch, grid, finisher, sorting, setSorting } = model
  const scroll = useRef<HTMLDivElement>(null)
  const query = useQuery()
  const table = useTable({
    features,
    columns,
    data: rows as ToolRow[],
    getRowId: rowId,
    manualSorting: true,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const shown = table.getRowModel().rows
  const cursor = state.cursor
  const cursorAt = useMemo(() => (cursor === undefined ? -1 : ids.indexOf(cursor.id)), [ids, cursor])
  const headHeight = HEAD_HEIGHT + (adding ? ROW_HEIGHT + 1 : 0)
  const { items, height, page } = useVisibleRows(scroll, shown.length, cursorAt, headHeight)
  const onKeyDown = useGridKeys({ state, dispatch, page, writable, onDelete })
  const mouse = useGridMouse(model, writable)
  useCursorInView(model, cursorAt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever sorts or searches wants to see what comes first
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = 0
  }, [sorting, query])

  const onEnd = useRef((after: After) => {
    dispatch({ do: 'stop' })
    if (after !== 'leave') grid.current?.focus({ preventScroll: true })
    const by = MOVES[after]
    if (by !== undefined) dispatch({ do: 'move', rows: by[0], columns: by[1] })
  }).current
  const ticked = state.selected.size === 0 ? 'none' : ids.every((id) => state.selected.has(id)) ? 'all' : 'some'

  return (
    <div ref={scroll} className={css.scroll} style={STYLE}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid (ARIA practices)
        role="grid"
        aria-label={t('inventory:table')}
        aria-multiselectable
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cursor !== undefined && cursorAt >= 0 ? cellId(cursor.id, cursor.column) : undefined}
        tabIndex={0}
        className={css.grid}
        onKeyDown={onKeyDown}
      >
        <thead className={css.head}>
          <HeaderRow
            headers={table.getHeaderGroups()[0]?.headers ?? []}
            ticked={ticked}
            onTick={() => dispatch({ do: ticked === 'all' ? 'select-none' : 'select-all' })}
          />
          {adding ? <DraftRow onDone={onAdded} /> : null}
        </thead>
        <tbody className={css.body} style={{ height }} {...mouse}>
          {items.map(({ index, top }) => {
            const row = shown[index]
            if (row === undefined) return null
            const { id } = row.original.tool
            const here = isShown(cursor, id)
            return (
              <GridRow
                key={id}
                row={row}
                index={index}
                top={top}
                selected={state.selected.has(id)}
                cursor={here ? cursor?.column : undefined}
                editing={here ? state.editing : undefined}
                onEnd={onEnd}
                finisher={finisher}
              />
            )
          })}
          {shown.length === 0 && query !== '' ? (
            <tr className={css.none}>
              <td>
                {t('inventory:noMatch', { query })}
                <Button variant="default" onClick={() => setQuery('')}>
                  {t('inventory:clearSearch')}
                </Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}

function rowId(row: ToolRow): string {
  return row.tool.id
}
