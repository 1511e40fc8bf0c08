import type { Row } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import { memo, type RefObject } from 'react'
import { cellId } from './cell-id'
import { CellEditor } from './cells/CellEditor'
import { useCellTools } from './cells/cell-context'
import type { After, Finish } from './cells/use-editing'
import { type ColumnId, isColumnId } from './column-ids'
import type { features } from './columns'
import css from './Grid.module.css'
import type { ToolRow } from './tool-row'

interface Props {
  readonly row: Row<typeof features, ToolRow>
  /** The shown columns; only so that the row is drawn again when they change. */
  readonly columns: readonly ColumnId[]
  /** Place among the shown rows, from 0. */
  readonly index: number
  readonly top: number
  readonly selected: boolean
  /** The column of the cursor when it is in this row. */
  readonly cursor: ColumnId | undefined
  /** The cursor's cell is being edited. */
  readonly editing: { readonly fresh: boolean } | undefined
  readonly onEnd: (after: After) => void
  readonly finisher: RefObject<Finish | undefined>
}

/** One tool. Drawn again only when something about it changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, index, top, selected, cursor, editing, onEnd, finisher } = props
  const { t } = useCellTools()
  const { tool } = row.original
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={css.row}
      data-row={tool.id}
      data-tool={tool.id}
      data-mentioned={tool.mentionedOnly}
      style={{ transform: `translateY(${top}px)`, ...(editing === undefined ? {} : { zIndex: 3 }) }}
    >
      <td aria-colindex={1} className={css.tick} data-tick>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          readOnly
          aria-label={t('inventory:selectRow', { name: tool.name })}
        />
      </td>
      {row.getVisibleCells().map((cell, at) => {
        const column = cell.column.id
        if (!isColumnId(column)) return null
        const here = cursor === column
        return (
          <td
            key={column}
            id={cellId(tool.id, column)}
            aria-colindex={at + 2}
            className={css.cell}
            data-column={column}
            data-end={cell.column.columnDef.meta?.end || undefined}
            data-cursor={here || undefined}
            data-editing={(here && editing !== undefined) || undefined}
          >
            {here && editing !== undefined ? (
              <CellEditor column={column} row={row.original} fresh={editing.fresh} onEnd={onEnd} finisher={finisher} />
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        )
      })}
    </tr>
  )
}, sameProps)

/** The table makes new row objects whenever its data change; what counts is the tool in it. */
function sameProps(a: Props, b: Props): boolean {
  return (
    a.row.original === b.row.original &&
    a.columns === b.columns &&
    a.index === b.index &&
    a.top === b.top &&
    a.selected === b.selected &&
    a.cursor === b.cursor &&
    a.editing === b.editing
  )
}
