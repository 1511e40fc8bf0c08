import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconMapPin, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { setQuery, useQuery } from '../../ui-state'
import { useCellTools } from './cells/cell-context'
import css from './Inventory.module.css'

interface Props {
  readonly shown: number
  readonly total: number
  readonly selected: number
  readonly search: RefObject<HTMLInputElement | null>
  readonly onLeaveSearch: () => void
  readonly onAdd: () => void
  readonly onDelete: () => void
  readonly onShowOnMap: (() => void) | undefined
}

/** Search, how many there are, and what can be done with what is selected. */
export function Toolbar({ shown, total, selected, search, onLeaveSearch, onAdd, onDelete, onShowOnMap }: Props) {
  const { t, formats, writable } = useCellTools()
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
      {selected > 1 ? <span className={css.count}>{t('inventory:selected', { count: selected })}</span> : null}
      {onShowOnMap === undefined ? null : (
        <Button variant="subtle" leftSection={<IconMapPin size={16} aria-hidden />} onClick={onShowOnMap}>
          {t('inventory:showOnMap')}
        </Button>
      )}
      {selected === 0 ? null : (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          title={t('inventory:deleteHint')}
          disabled={!writable}
          onClick={onDelete}
        >
          {t('inventory:delete')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!writable} onClick={onAdd}>
        {t('inventory:add')}
      </Button>
    </div>
  )
}
