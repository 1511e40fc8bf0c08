import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Header } from '@tanstack/react-table'
import { useCellTools } from './cells/cell-context'
import { type features, isColumnId } from './columns'
import css from './Grid.module.css'
import type { ToolRow } from './tool-row'

interface Props {
  readonly headers: readonly Header<typeof features, ToolRow, unknown>[]
  /** All, some or none of the shown rows are selected. */
  readonly ticked: 'all' | 'some' | 'none'
  readonly onTick: () => void
}

/** The columns' names; a click sorts. */
export function HeaderRow({ headers, ticked, onTick }: Props) {
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
      {headers.map(({ id, column }, at) => {
        if (!isColumnId(id)) return null
        const sorted = column.getIsSorted()
        return (
          <th
            key={id}
            scope="col"
            aria-colindex={at + 2}
            aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
            className={css.heading}
            data-heading={id}
            data-end={column.columnDef.meta?.end}
          >
            <button
              type="button"
              className={css.sort}
              title={`${t(`inventory:columnHint.${id}`)}. ${t('inventory:sortHint')}`}
              onClick={column.getToggleSortingHandler()}
            >
              <span>{t(`inventory:column.${id}`)}</span>
              {sorted === 'asc' ? <IconArrowUp size={13} aria-hidden /> : null}
              {sorted === 'desc' ? <IconArrowDown size={13} aria-hidden /> : null}
            </button>
          </th>
        )
      })}
    </tr>
  )
}
