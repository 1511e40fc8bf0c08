import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { cellId } from './cell-id'
import { columnLabel, valueLabel } from './cell-values'
import { useCellTools } from './cells/cell-context'
import type { ColumnId } from './column-ids'
import css from './Grid.module.css'
import { type Group, sumsOf } from './groups'

interface Props {
  readonly group: Group
  readonly groupBy: ColumnId
  readonly index: number
  readonly top: number
  readonly collapsed: boolean
  readonly here: boolean
}

/** The header of a group: its value, how many tools are in it, and what they have and cost together. */
export const GroupRow = memo(function GroupRow({ group, groupBy, index, top, collapsed, here }: Props) {
  const { t, formats } = useCellTools()
  const { users, usersUnknown, costs, costsUnknown } = useMemo(() => sumsOf(group.rows), [group.rows])
  const size = group.rows.length
  const column = columnLabel(t, groupBy)
  const parts = [
    t('common:unit.tools', { count: size, number: formats.number(size) }),
    ...(usersUnknown === size ? [] : [t('common:unit.users', { count: users, number: formats.number(users) })]),
    ...(usersUnknown === 0 ? [] : [t('inventory:group.usersUnknown', { number: formats.number(usersUnknown) })]),
    ...costs.map(formats.money),
    ...(costsUnknown === 0 ? [] : [t('inventory:group.costUnknown', { number: formats.number(costsUnknown) })]),
  ]
  const Chevron = collapsed ? IconChevronRight : IconChevronDown
  return (
    <tr
      aria-rowindex={index + 2}
      aria-expanded={!collapsed}
      className={css.groupRow}
      data-row={group.id}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td
        id={cellId(group.id, 'name')}
        aria-colindex={1}
        className={css.group}
        data-column="name"
        data-cursor={here || undefined}
        title={t('inventory:group.toggle')}
      >
        <Chevron size={16} aria-hidden />
        <span className={css.groupName}>
          {group.value === undefined ? t('inventory:group.unknown', { column }) : valueLabel(t, groupBy, group.value)}
        </span>
        <span className={css.groupSums}>{parts.join(' · ')}</span>
      </td>
    </tr>
  )
})
