import { SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useT } from '../../i18n'
import { planOf, type ShownPlan, type TableEntry, tickedTables, useImport } from './import-state'
import css from './Problems.module.css'
import { type Problem, problemsOf } from './problem-rows'
import { VirtualRows } from './VirtualRows'
import { whyWord } from './words'

/** Every problem of the tables, one after the other. */
export function allProblems(tables: readonly TableEntry[], shown: ShownPlan | undefined): readonly Problem[] {
  return tickedTables(tables).flatMap(({ key, prepared }) => {
    const plan = planOf(shown, key)
    return plan === undefined ? [] : problemsOf(plan, prepared.decoded.damaged)
  })
}

/** What could not be taken or understood: where it stands, what it says, and why. */
export function Problems({ tableKey }: { readonly tableKey: string }) {
  const t = useT()
  const { tables, shown } = useImport()
  const [scope, setScope] = useState<'this' | 'all'>('this')
  const several = tickedTables(tables).length > 1
  const all = scope === 'all' && several
  const problems = useMemo(
    () => allProblems(all ? tables : tables.filter(({ key }) => key === tableKey), shown),
    [all, tables, shown, tableKey],
  )
  return (
    <>
      {several && (
        <SegmentedControl
          className={css.scope}
          size="xs"
          aria-label={t('importScreen:problems.scope')}
          value={scope}
          onChange={(value) => setScope(value as 'this' | 'all')}
          data={[
            { value: 'this', label: t('importScreen:problems.thisFile') },
            { value: 'all', label: t('importScreen:problems.allFiles') },
          ]}
        />
      )}
      {problems.length === 0 ? (
        <p className={css.none}>
          <IconCircleCheck size={18} aria-hidden />
          {t(all ? 'importScreen:problems.noneAtAll' : 'importScreen:problems.none')}
        </p>
      ) : (
        <VirtualRows
          label={t('importScreen:problems.label')}
          count={problems.length}
          height={57}
          keyOf={(index) => index}
          row={(index) => {
            const problem = problems[index]
            return problem === undefined ? null : <ProblemRow problem={problem} withFile={all} />
          }}
        />
      )}
    </>
  )
}

function ProblemRow({ problem, withFile }: { readonly problem: Problem; readonly withFile: boolean }) {
  const t = useT()
  const { file, row, column, text, severity } = problem
  return (
    <div className={css.problem} data-severity={severity}>
      <span className={css.where}>
        {withFile && <span className={css.file}>{file}</span>}
        <span>{t('importScreen:list.rowNumber', { row })}</span>
        <span className={css.severity}>{t(`importScreen:problems.severity.${severity}`)}</span>
      </span>
      <span className={css.what}>
        <span>{whyWord(t, problem)}</span>
        {(column !== undefined || text !== undefined) && (
          <span className={css.cell}>
            {column !== undefined && <b>{column}</b>}
            {text !== undefined && <q>{text}</q>}
          </span>
        )}
      </span>
    </div>
  )
}
