import { notifications } from '@mantine/notifications'
import { columnLabel } from './cell-values'
import type { CellTools } from './cells/cell-context'
import { problemWords } from './edits'
import css from './Inventory.module.css'
import type { PastePlan, RefusedCell } from './paste'

/** Says what was pasted; names every cell that was not taken, and stays until it is read. */
export function sayPasted({ edits, added, refused }: PastePlan, tools: CellTools): void {
  const { t } = tools
  const done = [
    ...(edits.length === 0 ? [] : [t('inventory:pasted.cells', { count: edits.length })]),
    ...(added.length === 0 ? [] : [t('inventory:pasted.added', { count: added.length })]),
  ]
  const nothing = done.length === 0 && refused.length === 0
  notifications.show({
    color: refused.length === 0 ? 'accent' : 'red',
    autoClose: refused.length === 0 ? 4_000 : false,
    message: (
      <div data-testid="pasted">
        {nothing ? t('inventory:pasted.nothing') : done.join(' · ')}
        {refused.length === 0 ? null : (
          <>
            <div>{t('inventory:pasted.refused', { count: refused.length })}</div>
            <ul className={css.refused}>
              {refused.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <li key={index}>
                  {where(cell, tools)}
                  <span className={css.why}>{problemWords(tools, cell.problem, cell.text)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    ),
  })
}

function where({ line, name, column, text }: RefusedCell, { t }: CellTools): string {
  if (name === undefined || column === undefined) return t('inventory:pasted.whereLine', { line, text })
  return t('inventory:pasted.where', { name, column: columnLabel(t, column), text })
}
