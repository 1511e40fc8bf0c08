import { CloseButton } from '@mantine/core'
import type { Formats } from '../../format'
import type { T } from '../../i18n'
import { columnLabel, valueLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import type { ColumnId } from './column-ids'
import type { Filter } from './filters'
import css from './Inventory.module.css'
import { clearFilters, openMenu, setFilter, setGroupBy, useTableSettings } from './table-settings'

/** What the table is filtered and grouped by, each to be taken away. Nothing when it isn't. */
export function FilterChips() {
  const { t, formats } = useCellTools()
  const { filters, groupBy } = useTableSettings()
  if (filters.size === 0 && groupBy === undefined) return null
  return (
    <div className={css.chips}>
      {[...filters].map(([column, filter]) => (
        <Chip
          key={column}
          words={filterWords(t, formats, column, filter)}
          onOpen={() => openMenu(column)}
          onRemove={() => setFilter(column, undefined)}
        />
      ))}
      {groupBy === undefined ? null : (
        <Chip
          words={t('inventory:group.of', { column: columnLabel(t, groupBy) })}
          onRemove={() => setGroupBy(undefined)}
        />
      )}
      {filters.size < 2 ? null : (
        <button type="button" className={css.clear} onClick={clearFilters}>
          {t('inventory:filter.clearAll')}
        </button>
      )}
    </div>
  )
}

interface ChipProps {
  readonly words: string
  readonly onOpen?: () => void
  readonly onRemove: () => void
}

function Chip({ words, onOpen, onRemove }: ChipProps) {
  const { t } = useCellTools()
  return (
    <span className={css.chip} data-testid="filter-chip">
      {onOpen === undefined ? (
        <span className={css.chipWords} title={words}>
          {words}
        </span>
      ) : (
        <button type="button" className={css.chipWords} title={words} onClick={onOpen}>
          {words}
        </button>
      )}
      <CloseButton size="xs" aria-label={t('inventory:filter.remove', { what: words })} onClick={onRemove} />
    </span>
  )
}

/** A filter in words. */
function filterWords(t: T, formats: Formats, column: ColumnId, filter: Filter): string {
  const name = columnLabel(t, column)
  const say = (bound: number | string) => (typeof bound === 'number' ? formats.number(bound) : formats.date(bound))
  const values = [
    ...(filter.from === undefined ? [] : [t('inventory:filter.chipFrom', { from: say(filter.from) })]),
    ...(filter.to === undefined ? [] : [t('inventory:filter.chipTo', { to: say(filter.to) })]),
  ]
  const range = values.length === 0 ? [] : [values.join(' ')]
  const chosen = [
    ...range,
    ...(filter.values ?? []).map((key) => valueLabel(t, column, key)),
    ...(filter.unknown ? [t('inventory:filter.unknown')] : []),
  ]
  const parts: string[] = []
  if (filter.contains?.trim()) parts.push(t('inventory:filter.chipContains', { column: name, text: filter.contains }))
  if (chosen.length > 0) {
    const [first = '', second] = chosen
    const words =
      chosen.length > 2
        ? t('inventory:filter.chipMore', { first, more: chosen.length - 1 })
        : second === undefined
          ? first
          : `${first}, ${second}`
    parts.push(t('inventory:filter.chipValues', { column: name, values: words }))
  }
  return parts.join(' · ')
}
