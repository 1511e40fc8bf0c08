import { Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { IconCheck, IconSearch, IconStack2 } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { setQuery, useQuery } from '../../ui-state'
import { ColumnChooser } from './ColumnChooser'
import { columnLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import { type ColumnId, FIELD_COLUMNS, isGroupable } from './column-ids'
import type { Group } from './groups'
import css from './Inventory.module.css'
import { collapseAll, setGroupBy, useTableSettings } from './table-settings'

interface Props {
  readonly shown: number
  readonly total: number
  readonly columns: readonly ColumnId[]
  readonly extras: readonly ColumnId[]
  readonly groups: readonly Group[] | undefined
  readonly search: RefObject<HTMLInputElement | null>
  readonly onLeaveSearch: () => void
}

/** Search, how many there are, and how they are shown. */
export function Toolbar({ shown, total, columns, extras, groups, search, onLeaveSearch }: Props) {
  const { t, formats } = useCellTools()
  const query = useQuery()
  return (
    <div className={css.toolbar} role="toolbar" aria-label={t('inventory:title')}>
      <TextInput
        ref={search}
        className={css.search}
        classNames={{ input: css.searchInput ?? '' }}
        aria-label={t('inventory:search')}
        placeholder={t('inventory:search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={
          query === '' ? null : (
            <CloseButton size="sm" aria-label={t('inventory:clearSearch')} onClick={() => setQuery('')} />
          )
        }
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') setQuery('')
          else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') onLeaveSearch()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={css.count} role="status">
        {shown === total
          ? t('common:count.tools', { count: total })
          : t('inventory:countOf', { shown: formats.number(shown), total: formats.number(total) })}
      </span>
      <span className={css.grow} />
      <GroupMenu extras={extras} groups={groups} />
      <ColumnChooser columns={columns} extras={extras} />
    </div>
  )
}

interface GroupProps {
  readonly extras: readonly ColumnId[]
  readonly groups: readonly Group[] | undefined
}

function GroupMenu({ extras, groups }: GroupProps) {
  const { t } = useCellTools()
  const groupBy = useTableSettings((state) => state.groupBy)
  const check = (column: ColumnId | undefined) => (column === groupBy ? <IconCheck size={14} aria-hidden /> : null)
  return (
    <Menu position="bottom-end" offset={4} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconStack2 size={16} aria-hidden />}>
          {t('inventory:group.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={css.groupMenu}>
        {groups === undefined ? null : (
          <>
            <Menu.Item onClick={() => collapseAll(groups.map(({ id }) => id))}>
              {t('inventory:group.collapse')}
            </Menu.Item>
            <Menu.Item onClick={() => collapseAll([])}>{t('inventory:group.expand')}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item rightSection={check(undefined)} onClick={() => setGroupBy(undefined)}>
          {t('inventory:group.none')}
        </Menu.Item>
        {[...FIELD_COLUMNS, ...extras].filter(isGroupable).map((column) => (
          <Menu.Item key={column} rightSection={check(column)} onClick={() => setGroupBy(column)}>
            {columnLabel(t, column)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
