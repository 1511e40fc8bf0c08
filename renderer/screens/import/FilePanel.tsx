import { Tabs } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { Created, createdCount } from './Created'
import { Detected } from './Detected'
import { Equation } from './Equation'
import css from './FilePanel.module.css'
import { type FileEntry, planOf, preparedOf, useImport } from './import-state'
import { MappingTable } from './MappingTable'
import { Outcome } from './Outcome'
import { Problems } from './Problems'
import { problemsOf } from './problem-rows'
import type { Filter } from './sums'
import { Trouble } from './Trouble'
import { Waiting } from './Waiting'

const TABS = ['columns', 'rows', 'problems', 'created'] as const
type Tab = (typeof TABS)[number]

/** Everything about the chosen file: how it was read, what its columns mean, and what would happen. */
export function FilePanel({ entry }: { readonly entry: FileEntry }) {
  const t = useT()
  const formats = useFormats()
  const { shown, phase } = useImport()
  const [tab, setTab] = useState<Tab>('columns')
  const [filter, setFilter] = useState<Filter>('all')
  const prepared = preparedOf(entry)
  const plan = planOf(shown, entry.key)
  const damaged = prepared?.decoded.damaged
  const problems = useMemo(() => plan && problemsOf(plan, damaged).length, [plan, damaged])
  const created = useMemo(() => plan && createdCount(plan), [plan])
  if (prepared === undefined) {
    return (
      <div className={css.panel}>
        <Detected entry={entry} />
        {entry.stage.kind === 'failed' ? (
          <Trouble code={entry.stage.why} fileKey={entry.key} />
        ) : (
          <Waiting words={t('importScreen:readingFile', { name: entry.source.name })} />
        )}
      </div>
    )
  }
  const counts: Readonly<Record<Tab, number | undefined>> = {
    columns: prepared.decoded.table.header.length,
    rows: plan?.rows,
    problems,
    created,
  }
  const show = (next: Filter) => {
    setFilter(next)
    setTab('rows')
  }
  const busy = phase === 'planning' || entry.stage.kind === 'reading'
  return (
    <div className={css.panel} aria-busy={busy}>
      <Detected entry={entry} prepared={prepared} />
      <Equation plan={plan} busy={busy} filter={tab === 'rows' ? filter : undefined} onFilter={show} />
      <Tabs
        className={css.tabs}
        value={tab}
        onChange={(next) => setTab((next as Tab | null) ?? 'columns')}
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`importScreen:tab.${each}`)}
              <span className={css.count}>{counts[each] === undefined ? '' : formats.number(counts[each])}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="columns" className={css.content}>
          <MappingTable entry={entry} prepared={prepared} failed={phase === 'plan-failed'} />
        </Tabs.Panel>
        <Tabs.Panel value="rows" className={css.content}>
          {plan === undefined ? (
            <Waiting words={t('importScreen:planning')} />
          ) : (
            <Outcome key={`${entry.key} ${filter}`} plan={plan} filter={filter} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={css.content}>
          <Problems fileKey={entry.key} />
        </Tabs.Panel>
        <Tabs.Panel value="created" className={css.content}>
          {plan !== undefined && <Created plan={plan} />}
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
