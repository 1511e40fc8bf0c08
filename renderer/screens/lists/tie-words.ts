import { tiesOf } from '../../../shared/inventory/edit-department'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { DepartmentId } from '../../../shared/inventory/nouns'
import type { T } from '../../i18n'

/** What hangs on a department, in words: while it is there (`on`), or what became of it (`tie`). Empty when nothing does. */
export function tieWords(t: T, inventory: Inventory, id: DepartmentId, area: 'on' | 'tie'): string {
  const { tools, usages, children } = tiesOf(inventory, new Set([id]))
  return [
    ...(tools === 0 ? [] : [t(`lists:${area}.tools`, { count: tools })]),
    ...(usages === 0 ? [] : [t(`lists:${area}.usages`, { count: usages })]),
    ...(children === 0 ? [] : [t(`lists:${area}.children`, { count: children })]),
  ].join(' · ')
}
