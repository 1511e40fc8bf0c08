import { Tabs } from '@mantine/core'
import { useMemo } from 'react'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { Created, createdCount } from './Created'
import { Detected } from './Detected'
import { Equation } from './Equation'
import css from './FilePanel.module.css'
import { chooseTab, showRows } from './import-actions'
import { type FileEntry, planOf, TABS, type Tab, type TableEntry, useImport } from './import-state'
import { MappingTable } from './MappingTable'
import { Outcome } from './Outcome'
import { Problems } from './Problems'
import { problemsOf } from './problem-rows'
import { Questions } from './Questions'
import { asks, openQuestions, toldIn } from './questions'
import { Trouble } from './Trouble'
import { Waiting } from './Waiting'

interface Props {
  readonly entry: FileEntry
  readonly table: TableEntry | undefined
}

/** Everything about what is chosen: how it was read, what its columns mean, and what would happen. */
export function FilePanel({ entry, table }: Props) {
  const t = useT()
  if (table !== undefined) return <TablePanel entry={entry} table={table} />
  const { stage } = entry
  return (
    <div className={css.panel}>
      <Detected entry={entry} />
      {stage.kind === 'failed' ? (
        <Trouble code={stage.why} fileKey={entry.key} limit={stage.limit} />
      ) : stage.kind === 'reading' ? (
        <Waiting words={t('importScreen:readingFile', { name: entry.source.name })} />
      ) : (
        <p className={css.note}>
          {t(stage.kind === 'mapping' ? 'importScreen:mappingFile.alone' : 'importScreen:parts.joinedHint')}
        </p>
      )}
    </div>
  )
}

function TablePanel({ entry, table }: { readonly entry: FileEntry; readonly table: TableEntry }) {
  const t = useT()
  const formats = useFormats()
  const { shown, phase, tab: wanted, filter, decisions } = useImport()
  const { prepared, ticked } = table
  const plan = ticked ? planOf(shown, table.key) : undefined
  const damaged = prepared.decoded.damaged
  const problems = useMemo(() => plan && problemsOf(plan, damaged).length, [plan, damaged])
  const created = useMemo(() => plan && createdCount(plan), [plan])
  const told = toldIn(useInventory())
  const asking = plan !== undefined && asks(plan, decisions)
  const tab = wanted === 'questions' && !asking ? 'columns' : wanted
  const counts: Readonly<Record<Tab, number | undefined>> = {
    columns: prepared.decoded.table.header.length,
    rows: plan?.rows,
    questions: plan && openQuestions(plan, decisions, told),
    problems,
    created,
  }
  const busy = (ticked && phase === 'planning') || entry.stage.kind === 'reading'
  return (
    <div className={css.panel} aria-busy={busy}>
      <Detected entry={entry} table={table} />
      {ticked ? (
        <Equation plan={plan} busy={busy} filter={tab === 'rows' ? filter : undefined} onFilter={showRows} />
      ) : (
        <p className={css.note}>{t('importScreen:parts.leftHint')}</p>
      )}
      <Tabs
        className={css.tabs}
        value={tab}
        onChange={(next) => chooseTab((next as Tab | null) ?? 'columns')}
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.filter((each) => each !== 'questions' || asking).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`importScreen:tab.${each}`)}
              <span className={css.count}>{counts[each] === undefined ? '' : formats.number(counts[each])}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="columns" className={css.content}>
          <MappingTable key={table.key} entry={entry} table={table} failed={ticked && phase === 'plan-failed'} />
        </Tabs.Panel>
        <Tabs.Panel value="rows" className={css.content}>
          {plan === undefined ? (
            ticked && <Waiting words={t('importScreen:planning')} />
          ) : (
            <Outcome key={`${table.key} ${filter}`} plan={plan} filter={filter} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="questions" className={css.content}>
          {plan !== undefined && <Questions plan={plan} />}
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={css.content}>
          <Problems tableKey={table.key} />
        </Tabs.Panel>
        <Tabs.Panel value="created" className={css.content}>
          {plan !== undefined && <Created plan={plan} />}
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
