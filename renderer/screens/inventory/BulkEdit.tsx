import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspace } from '../../database/workspace'
import { columnLabel, valueLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { CHOICES, type ColumnId, FIELD_COLUMNS, isClosed, isColumnId, kindOf } from './column-ids'
import { setMany } from './edits'
import css from './Inventory.module.css'
import type { ToolRow } from './tool-row'

interface Props {
  /** The selected tools. */
  readonly rows: readonly ToolRow[]
  readonly extras: readonly ColumnId[]
  readonly onDone: () => void
}

/** Sets one field of all selected tools to the same value. */
export function BulkEdit({ rows, extras, onDone }: Props) {
  const { t, writable } = useCellTools()
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-end"
      offset={4}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          leftSection={<IconPencil size={16} aria-hidden />}
          disabled={!writable}
          onClick={() => setOpened((open) => !open)}
        >
          {t('inventory:bulk.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened ? (
          <Form
            rows={rows}
            extras={extras}
            onDone={() => {
              setOpened(false)
              onDone()
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function Form({ rows, extras, onDone }: Props) {
  const tools = useCellTools()
  const { t } = tools
  const [column, setColumn] = useState<ColumnId>('owner')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const departments = useWorkspace((state) => state.inventory.departments)
  const count = rows.length
  const fields = [...FIELD_COLUMNS.filter((each) => each !== 'name' && each !== 'origin'), ...extras]
  const apply = () => {
    const done = setMany(rows, column, text, tools)
    if ('problem' in done) setProblem(done.problem)
    else onDone()
  }
  const closed = isClosed(column)
    ? CHOICES[column].filter((key) => key !== 'unknown').map((key) => valueLabel(t, column, key))
    : undefined
  const hint =
    kindOf(column) === 'list' ? `${t('inventory:bulk.list')} ${t('inventory:bulk.empty')}` : t('inventory:bulk.empty')
  return (
    <form
      className={css.bulk}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <strong>{t('inventory:bulk.title', { count })}</strong>
      <Select
        data-autofocus
        label={t('inventory:bulk.field')}
        data={fields.map((each) => ({ value: each, label: columnLabel(t, each) }))}
        value={column}
        allowDeselect={false}
        searchable
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => {
          if (!isColumnId(chosen ?? undefined)) return
          setColumn(chosen as ColumnId)
          setText('')
          setProblem(undefined)
        }}
      />
      {closed === undefined ? (
        <>
          <TextInput
            label={t('inventory:bulk.value')}
            description={hint}
            value={text}
            error={problem}
            list={column === 'owner' ? 'bulk-departments' : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setProblem(undefined)
            }}
          />
          <datalist id="bulk-departments">
            {[...departments.values()].map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </>
      ) : (
        <Select
          label={t('inventory:bulk.value')}
          data={[t('inventory:editor.unknown'), ...closed]}
          value={text === '' ? t('inventory:editor.unknown') : text}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(chosen) => setText(chosen === null || chosen === t('inventory:editor.unknown') ? '' : chosen)}
        />
      )}
      <Button type="submit">{t('inventory:bulk.apply', { count })}</Button>
    </form>
  )
}
