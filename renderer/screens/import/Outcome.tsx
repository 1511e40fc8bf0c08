import { useMemo, useState } from 'react'
import type { PlanOutline, RowResult } from '../../../shared/import/import-plan'
import { useT } from '../../i18n'
import css from './Outcome.module.css'
import { OutcomeRow } from './OutcomeRow'
import type { Filter } from './sums'
import { VirtualRows } from './VirtualRows'

interface Props {
  readonly plan: PlanOutline
  readonly filter: Filter
}

/** What becomes of each row of the file, field by field. Updates are open from the start, the rest on request. */
export function Outcome({ plan, filter }: Props) {
  const t = useT()
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set())
  const results = useMemo(() => plan.rowResults.filter((result) => isShown(result, filter)), [plan, filter])
  const reasons = useMemo(() => new Map(plan.issues.map((issue) => [issue.row, issue])), [plan])
  const toggle = (row: number) =>
    setToggled((before) => {
      const next = new Set(before)
      if (!next.delete(row)) next.add(row)
      return next
    })
  if (results.length === 0) return <p className={css.none}>{t('importScreen:list.noRows')}</p>
  return (
    <VirtualRows
      label={t('importScreen:list.rows')}
      count={results.length}
      height={37}
      keyOf={(index) => results[index]?.row ?? index}
      row={(index) => {
        const result = results[index]
        if (result === undefined) return null
        return (
          <OutcomeRow
            kind={plan.kind}
            result={result}
            issue={reasons.get(result.row)}
            open={(result.outcome === 'updated' || filter === 'kept') !== toggled.has(result.row)}
            onToggle={() => toggle(result.row)}
          />
        )
      }}
    />
  )
}

function isShown({ outcome, changes }: RowResult, filter: Filter): boolean {
  if (filter === 'kept') return changes?.some(({ kept }) => kept !== undefined) ?? false
  return filter === 'all' || outcome === filter
}
