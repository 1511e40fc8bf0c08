import { Button } from '@mantine/core'
import { useTable } from '@tanstack/react-table'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { setQuery, useQuery } from '../../ui-state'
import { cellId } from './cell-id'
import { useCellTools } from './cells/cell-context'
import type { After } from './cells/use-editing'
import { features, makeColumns, tracks } from './columns'
import { DraftRow } from './DraftRow'
import css from './Grid.module.css'
import { GridRow } from './GridRow'
import { GroupRow } from './GroupRow'
import { isGroupId } from './groups'
import { HeaderRow } from './HeaderRow'
import { clearFilters, setSorting, useTableSettings } from './table-settings'
import type { ToolRow } from './tool-row'
import { useClipboard } from './use-clipboard'
import { useCursorInView } from './use-cursor-in-view'
import { useGridKeys } from './use-grid-keys'
import { useGridMouse } from './use-grid-mouse'
import type { GridModel } from './use-inventory-grid'
import { HEAD_HEIGHT, ROW_HEIGHT, useVisibleRows } from './use-visible-rows'

interface Props {
  readonly model: GridModel
  readonly adding: boolean
  readonly onAdded: (added: ToolId | undefined) => void
  readonly onDelete: () => void
  readonly onDuplicate: () => void
}

const MOVES: Readonly<Partial<Record<After, readonly [rows: number, columns: number]>>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}

/** The table of tools: header, the lines that are in view, and the cell that is being edited. */
export function Grid({ model, adding, onAdded, onDelete, onDuplicate }: Props) {
  const { t, writable } = useCellTools()
  const { rows, lines, ids, columns, extras, state, dispatch, grid, finisher, sorting } = model
  const { widths, groupBy, collapsed, filters } = useTableSettings()
  const scroll = useRef<HTMLDivElement>(null)
  const query = useQuery()
  const cursor = state.cursor
  const cursorAt = useMemo(() => (cursor === undefined ? -1 : ids.indexOf(cursor.id)), [ids, cursor])
  const footHeight = adding ? ROW_HEIGHT + 1 : 0
  const { items, height, page } = useVisibleRows(scroll, lines.length, cursorAt, HEAD_HEIGHT, footHeight)

  // The table is given the rows in view only: of fifty thousand it would make fifty thousand row objects per change.
  const data: ToolRow[] = []
  for (const { index } of items) {
    const line = lines[index]
    if (line !== undefined && 'row' in line) data.push(line.row)
  }
  const definitions = useMemo(() => makeColumns(extras), [extras])
  const columnVisibility = useMemo(() => {
    const shown = new Set<string>(columns)
    return Object.fromEntries(definitions.map(({ id = '' }) => [id, shown.has(id)]))
  }, [definitions, columns])
  const columnOrder = useMemo(() => [...columns], [columns])
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    manualSorting: true,
    state: { sorting, columnVisibility, columnOrder },
    onSortingChange: setSorting,
  })
  const shown = new Map(table.getRowModel().rows.map((row) => [row.original.tool.id, row]))
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const { template, minWidth } = tracks(
    headers.map(({ column: { id, columnDef } }) => ({
      id,
      size: columnDef.size ?? 120,
      grow: columnDef.meta?.grow ?? 1,
    })),
    widths,
  )
  const style = { '--columns': template, '--least': `${minWidth}px` } as CSSProperties

  const onKeyDown = useGridKeys({ model, page, writable, onDelete, onDuplicate })
  const mouse = useGridMouse(model, writable)
  useClipboard(model)
  useCursorInView(model, cursorAt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever sorts, searches or filters wants to see what comes first
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = 0
  }, [sorting, query, filters, groupBy])

  const onEnd = useRef((after: After) => {
    dispatch({ do: 'stop' })
    if (after !== 'leave') grid.current?.focus({ preventScroll: true })
    const by = MOVES[after]
    if (by !== undefined) dispatch({ do: 'move', rows: by[0], columns: by[1] })
  }).current
  const ticked =
    state.selected.size === 0 ? 'none' : ids.every((id) => isGroupId(id) || state.selected.has(id)) ? 'all' : 'some'

  return (
    <div ref={scroll} className={css.scroll} style={style}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid (ARIA practices)
        role="grid"
        aria-label={t('inventory:table')}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cursor !== undefined && cursorAt >= 0 ? cellId(cursor.id, cursor.column) : undefined}
        tabIndex={0}
        className={css.grid}
        onKeyDown={onKeyDown}
      >
        <thead className={css.head}>
          <HeaderRow
            headers={headers}
            all={model.all}
            ticked={ticked}
            onTick={() => dispatch({ do: ticked === 'all' ? 'select-none' : 'select-all' })}
            onDone={() => grid.current?.focus({ preventScroll: true })}
          />
        </thead>
        <tbody className={css.body} style={{ height }} {...mouse}>
          {items.map(({ index, top }) => {
            const line = lines[index]
            if (line === undefined) return null
            if ('group' in line) {
              const { group } = line
              return groupBy === undefined ? null : (
                <GroupRow
                  key={group.id}
                  group={group}
                  groupBy={groupBy}
                  index={index}
                  top={top}
                  collapsed={collapsed.has(group.id)}
                  here={cursor?.id === group.id}
                />
              )
            }
            const { id } = line.row.tool
            const row = shown.get(id)
            if (row === undefined) return null
            const here = cursor?.id === id
            return (
              <GridRow
                key={id}
                row={row}
                columns={columns}
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
          {rows.length === 0 && (query !== '' || filters.size > 0) ? (
            <tr className={css.none}>
              <td>
                {query === '' ? t('inventory:filter.noMatch') : t('inventory:noMatch', { query })}
                {query === '' ? null : (
                  <Button variant="default" onClick={() => setQuery('')}>
                    {t('inventory:clearSearch')}
                  </Button>
                )}
                {filters.size === 0 ? null : (
                  <Button variant="default" onClick={clearFilters}>
                    {t('inventory:filter.clearAll')}
                  </Button>
                )}
              </td>
            </tr>
          ) : null}
        </tbody>
        {adding ? (
          <tfoot className={css.foot}>
            <DraftRow onDone={onAdded} />
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

function rowId(row: ToolRow): string {
  return row.tool.id
}
