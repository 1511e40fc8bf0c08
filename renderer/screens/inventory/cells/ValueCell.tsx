import { cellText, valueKeys, valueLabel } from '../cell-values'
import { type ColumnId, kindOf } from '../column-ids'
import type { ToolRow } from '../tool-row'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { TextCell } from './TextCell'

/** A cell of any column that has no picture of its own. */
export function ValueCell({ row, column }: { readonly row: ToolRow; readonly column: ColumnId }) {
  const tools = useCellTools()
  const kind = kindOf(column)
  if (kind === 'money') {
    const cost = row.tool.annualCost
    return <TextCell text={cost === undefined ? undefined : tools.formats.money(cost)} />
  }
  if (kind === 'choice' || kind === 'level') {
    const key = valueKeys(row, column)[0]
    return <TextCell text={key === undefined ? undefined : valueLabel(tools.t, column, key)} />
  }
  if (column === 'tags') return <Tags names={row.tool.tags ?? []} />
  return <TextCell text={cellText(row, column, tools)} />
}

function Tags({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <TextCell text={undefined} />
  return (
    <span className={css.chips} title={names.join('\n')}>
      {names.slice(0, 3).map((name) => (
        <span key={name} className={css.chip}>
          {name}
        </span>
      ))}
      {names.length > 3 ? <span className={css.more}>+{names.length - 3}</span> : null}
    </span>
  )
}
