import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconEyeOff, IconStack2 } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useQuery } from '../../ui-state'
import css from './ColumnMenu.module.css'
import { columnLabel, valueLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { collationKey } from './collation-key'
import { CHOICES, type ColumnId, isClosed, isGroupable, kindOf } from './column-ids'
import { countValues, type Filter, filterMatcher, withFilter } from './filters'
import { dateText, readDay, readPlainNumber, usersText } from './read-typed'
import { openMenu, setFilter, setGroupBy, setSorting, toggleColumn, useTableSettings } from './table-settings'
import { matcher, type ToolRow } from './tool-row'

interface Props {
  readonly column: ColumnId
  readonly all: readonly ToolRow[]
  readonly opened: boolean
  readonly onDone: () => void
  readonly children: ReactElement
}

/** Filter, sorting, grouping and hiding of one column, beneath its header. */
export function ColumnMenu({ column, all, opened, onDone, children }: Props) {
  const { t } = useCellTools()
  const close = () => {
    openMenu(undefined)
    onDone()
  }
  return (
    <Popover
      opened={opened}
      onChange={(open) => open || openMenu(undefined)}
      onDismiss={close}
      position="bottom-start"
      offset={4}
      trapFocus
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown
        className={css.menu}
        aria-label={t('inventory:columns.menu', { column: columnLabel(t, column) })}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') close()
        }}
      >
        {opened ? <Contents column={column} all={all} close={close} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

interface ContentsProps {
  readonly column: ColumnId
  readonly all: readonly ToolRow[]
  readonly close: () => void
}

function Contents({ column, all, close }: ContentsProps) {
  const { t } = useCellTools()
  const filter = useTableSettings((state) => state.filters.get(column)) ?? NOTHING
  const grouped = useTableSettings((state) => state.groupBy === column)
  const kind = kindOf(column)
  const change = (changed: Filter) => setFilter(column, { ...filter, ...changed })
  const act = (work: () => void) => () => {
    work()
    close()
  }
  return (
    <>
      {kind === 'number' || kind === 'money' || kind === 'date' ? (
        <Range column={column} filter={filter} change={change} onDone={close} />
      ) : isClosed(column) ? null : (
        <TextInput
          data-autofocus
          size="sm"
          label={t('inventory:filter.contains')}
          value={filter.contains ?? ''}
          onChange={(event) => change({ contains: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Enter' && close()}
        />
      )}
      <Values column={column} all={all} filter={filter} change={change} />
      {filter === NOTHING ? null : (
        <Button size="compact-sm" variant="light" onClick={act(() => setFilter(column, undefined))}>
          {t('inventory:filter.clear')}
        </Button>
      )}
      <hr className={css.line} />
      <Action icon={IconArrowUp} onClick={act(() => setSorting([{ id: column, desc: false }]))}>
        {t('inventory:columns.sortUp')}
      </Action>
      <Action icon={IconArrowDown} onClick={act(() => setSorting([{ id: column, desc: true }]))}>
        {t('inventory:columns.sortDown')}
      </Action>
      {isGroupable(column) ? (
        <Action icon={IconStack2} onClick={act(() => setGroupBy(grouped ? undefined : column))}>
          {grouped ? t('inventory:group.none') : t('inventory:group.by', { column: columnLabel(t, column) })}
        </Action>
      ) : null}
      {column === 'name' ? null : (
        <Action icon={IconEyeOff} onClick={act(() => toggleColumn(column))}>
          {t('inventory:columns.hide')}
        </Action>
      )}
    </>
  )
}

const NOTHING: Filter = {}

interface ActionProps {
  readonly icon: typeof IconArrowUp
  readonly onClick: () => void
  readonly children: string
}

function Action({ icon: Icon, onClick, children }: ActionProps) {
  return (
    <button type="button" className={css.action} onClick={onClick}>
      <Icon size={15} aria-hidden />
      {children}
    </button>
  )
}

interface PartProps {
  readonly column: ColumnId
  readonly filter: Filter
  readonly change: (changed: Filter) => void
}

function Range({ column, filter, change, onDone }: PartProps & { readonly onDone: () => void }) {
  const { t } = useCellTools()
  const isDate = kindOf(column) === 'date'
  return (
    <div className={css.range}>
      <Bound
        label={t(isDate ? 'inventory:filter.dateFrom' : 'inventory:filter.from')}
        isDate={isDate}
        value={filter.from}
        onChange={(from) => change({ from } as Filter)}
        onDone={onDone}
        first
      />
      <Bound
        label={t(isDate ? 'inventory:filter.dateTo' : 'inventory:filter.to')}
        isDate={isDate}
        value={filter.to}
        onChange={(to) => change({ to } as Filter)}
        onDone={onDone}
      />
    </div>
  )
}

interface BoundProps {
  readonly label: string
  readonly isDate: boolean
  readonly value: number | string | undefined
  readonly onChange: (value: number | string | undefined) => void
  readonly onDone: () => void
  readonly first?: boolean
}

/** One end of a range, typed in the language's writing. What can't be read yet changes nothing. */
function Bound({ label, isDate, value, onChange, onDone, first }: BoundProps) {
  const { t, language } = useCellTools()
  const [text, setText] = useState(() =>
    typeof value === 'number' ? usersText(value, language) : dateText(value, language),
  )
  const [bad, setBad] = useState(false)
  return (
    <TextInput
      {...(first ? { 'data-autofocus': true } : {})}
      size="sm"
      label={label}
      value={text}
      error={bad ? t(isDate ? 'inventory:editor.badDate' : 'inventory:editor.badUsers', { text }) : undefined}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const read = isDate ? readDay(typed) : readPlainNumber(typed, language)
        setBad(false)
        if (read.is !== 'bad') onChange(read.is === 'value' ? read.value : undefined)
      }}
      onBlur={() =>
        setBad(text.trim() !== '' && (isDate ? readDay(text) : readPlainNumber(text, language)).is === 'bad')
      }
      onKeyDown={(event) => event.key === 'Enter' && onDone()}
    />
  )
}

/** So many values are listed at once. */
const LISTED = 100

/** The values that occur, with their counts among the rows that pass everything else; "unknown" is one of them. */
function Values({ column, all, filter, change }: PartProps & { readonly all: readonly ToolRow[] }) {
  const { t, formats } = useCellTools()
  const query = useQuery()
  const filters = useTableSettings((state) => state.filters)
  const { counts, unknown } = useMemo(() => {
    const passes = filterMatcher(withFilter(filters, column, undefined))
    const found = matcher(query)
    return countValues(
      all.filter((row) => found(row) && passes(row)),
      column,
    )
  }, [all, column, filters, query])
  const chosen = filter.values ?? []
  const kind = kindOf(column)
  const ranged = kind === 'number' || kind === 'money' || kind === 'date'
  const listed = useMemo(() => {
    if (ranged) return []
    if (isClosed(column)) return CHOICES[column].filter((key) => counts.has(key) || filter.values?.includes(key))
    const needle = collationKey(filter.contains?.trim() ?? '')
    const all = [...new Set([...(filter.values ?? []), ...counts.keys()])].filter((key) =>
      collationKey(key).includes(needle),
    )
    const count = (key: string) => counts.get(key) ?? 0
    const most = all.length > LISTED ? all.sort((a, b) => count(b) - count(a)).slice(0, LISTED) : all
    return most.sort((a, b) => (collationKey(a) < collationKey(b) ? -1 : 1))
  }, [ranged, column, counts, filter.contains, filter.values])
  const toggle = (key: string) =>
    change({ values: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key] })
  return (
    <fieldset className={css.values}>
      {ranged ? null : <legend>{t('inventory:filter.values')}</legend>}
      {listed.map((key) => (
        <Value
          key={key}
          label={valueLabel(t, column, key)}
          count={formats.number(counts.get(key) ?? 0)}
          checked={chosen.includes(key)}
          onChange={() => toggle(key)}
        />
      ))}
      {counts.size > LISTED && !ranged ? (
        <p className={css.note}>{t('inventory:filter.tooMany', { count: LISTED })}</p>
      ) : null}
      {unknown > 0 || filter.unknown ? (
        <Value
          label={t('inventory:filter.unknown')}
          count={formats.number(unknown)}
          checked={filter.unknown ?? false}
          faint
          onChange={() => change({ unknown: !filter.unknown })}
        />
      ) : null}
    </fieldset>
  )
}

interface ValueProps {
  readonly label: string
  readonly count: string
  readonly checked: boolean
  readonly faint?: boolean
  readonly onChange: () => void
}

function Value({ label, count, checked, faint, onChange }: ValueProps) {
  return (
    <Checkbox
      size="xs"
      className={css.value}
      classNames={{ body: css.valueBody ?? '', labelWrapper: css.valueLabels ?? '', label: css.valueLabel ?? '' }}
      label={
        <>
          <span className={faint ? css.faint : css.words} title={label}>
            {label}
          </span>
          <span className={css.count}>{count}</span>
        </>
      }
      checked={checked}
      onChange={onChange}
    />
  )
}
