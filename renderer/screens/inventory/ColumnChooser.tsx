import { Button, Checkbox, Popover } from '@mantine/core'
import { IconColumns3, IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import css from './ColumnMenu.module.css'
import { columnLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { type ColumnId, FIELD_COLUMNS } from './column-ids'
import { moveColumn, resetColumns, toggleColumn } from './table-settings'

interface Props {
  /** What is shown, from left to right. */
  readonly columns: readonly ColumnId[]
  readonly extras: readonly ColumnId[]
}

/** Which columns are shown, and in which order: dragged, or moved with Alt and the arrows. */
export function ColumnChooser({ columns, extras }: Props) {
  const { t } = useCellTools()
  const [dragged, setDragged] = useState<ColumnId>()
  const [over, setOver] = useState<ColumnId>()
  // A column that is shown, hidden or moved stands elsewhere in the list afterwards: the focus goes with it.
  const touched = useRef<ColumnId>(undefined)
  const dropdown = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list has just been drawn again
  useLayoutEffect(() => {
    if (touched.current === undefined) return
    dropdown.current?.querySelector<HTMLElement>(`[data-choose="${CSS.escape(touched.current)}"]`)?.focus()
    touched.current = undefined
  }, [columns])
  const hidden = FIELD_COLUMNS.filter((column) => !columns.includes(column))
  const hiddenExtras = extras.filter((column) => !columns.includes(column))
  const move = (column: ColumnId) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !event.altKey) return
    event.preventDefault()
    touched.current = column
    moveColumn(column, by)
  }
  const drop = (target: ColumnId) => (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (dragged !== undefined) moveColumn(dragged, columns.indexOf(target) - columns.indexOf(dragged))
    setDragged(undefined)
    setOver(undefined)
  }
  const item = (column: ColumnId) => (
    <Checkbox
      size="xs"
      label={columnLabel(t, column)}
      checked={columns.includes(column)}
      disabled={column === 'name'}
      data-choose={column}
      onChange={() => {
        touched.current = column
        toggleColumn(column)
      }}
      onKeyDown={move(column)}
    />
  )
  return (
    <Popover position="bottom-end" offset={4} trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('inventory:columns.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.chooser} ref={dropdown}>
        <h3>{t('inventory:columns.title')}</h3>
        <p className={css.note}>{t('inventory:columns.hint')}</p>
        <ul>
          {columns.map((column) => (
            <li
              key={column}
              className={css.item}
              draggable={column !== 'name'}
              data-over={(over === column && dragged !== undefined && dragged !== column) || undefined}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', columnLabel(t, column))
                event.dataTransfer.effectAllowed = 'move'
                setDragged(column)
              }}
              onDragOver={(event) => {
                if (dragged === undefined) return
                event.preventDefault()
                setOver(column)
              }}
              onDragEnd={() => setDragged(undefined)}
              onDrop={drop(column)}
            >
              <IconGripVertical size={14} aria-hidden className={css.grip} />
              {item(column)}
            </li>
          ))}
        </ul>
        {hidden.length === 0 ? null : <h3>{t('inventory:columns.more')}</h3>}
        <ul>
          {hidden.map((column) => (
            <li key={column} className={css.item}>
              {item(column)}
            </li>
          ))}
        </ul>
        {hiddenExtras.length === 0 ? null : <h3>{t('inventory:columns.extra')}</h3>}
        <ul>
          {hiddenExtras.map((column) => (
            <li key={column} className={css.item}>
              {item(column)}
            </li>
          ))}
        </ul>
        <Button size="compact-sm" variant="subtle" mt={8} onClick={resetColumns}>
          {t('inventory:columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
