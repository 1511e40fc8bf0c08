import { Button, Tabs } from '@mantine/core'
import { IconCheck, IconCopy, IconTrash } from '@tabler/icons-react'
import { carryOut } from '../../../shared/analysis/scenario/carry-out'
import { describeScenario, duplicateScenario, removeScenario } from '../../../shared/inventory/edit-scenario'
import type { Scenario, ScenarioId } from '../../../shared/inventory/scenario'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { useFormats } from '../../use-formats'
import { CommitInput } from '../../widgets/CommitInput'
import { write } from '../detail/writes'
import { sayUndoable } from '../lists/say-undoable'
import { AfterMap } from './AfterMap'
import { Compare } from './Compare'
import { PilotCard } from './PilotCard'
import { Plan } from './Plan'
import { simulate, useResults } from './results'
import css from './Scenarios.module.css'
import { chooseScenario, showTab, TABS, type Tab, useScenarioState } from './scenario-state'

interface Props {
  readonly scenario: Scenario
  /** Others whose figures stand beside. */
  readonly beside: readonly Scenario[]
}

/** One scenario: its name, what can be done with it, and its parts. */
export function ScenarioDetail({ scenario, beside }: Props) {
  const t = useT()
  const formats = useFormats()
  const findings = useFindings()
  const tab = useScenarioState((state) => state.tab)
  const writable = useWorkspace((state) => state.phase === 'ready')
  const results = useResults([scenario, ...beside])
  const own = results.find((each) => each.scenario.id === scenario.id)
  const { id, name, carriedOut } = scenario

  const make = () => {
    if (findings === undefined) return
    const sequence = useWorkspace.getState().sequence + 1
    const change = write('carryOut', { name }, (now, ids) =>
      carryOut(now, scenario, simulate(now, scenario, findings), ids, sequence),
    )
    if (change !== undefined) sayUndoable(t('scenarios:carriedOut', { name }), change.sequence)
  }
  const copy = () => {
    let made: ScenarioId | undefined
    const called = t('scenarios:copyName', { name })
    const change = write('addScenario', { name: called }, (now, ids) => {
      const copied = duplicateScenario(now, id, called, ids)
      made = copied.id
      return copied.rows
    })
    if (change !== undefined) chooseScenario(made)
  }
  const remove = () => {
    const change = write('deleteScenario', { name }, (now) => removeScenario(now, id))
    if (change !== undefined) sayUndoable(t('scenarios:deleted', { name }), change.sequence)
  }
  return (
    <>
      <header className={css.head}>
        <div className={css.nameField}>
          <CommitInput
            label={t('scenarios:name')}
            value={name}
            disabled={!writable}
            save={(text) => {
              if (text.trim() === '') return t('scenarios:nameMissing')
              write('setScenario', { name: text.trim() }, (now) => describeScenario(now, id, { name: text }))
              return undefined
            }}
          />
        </div>
        <Button
          size="compact-md"
          leftSection={<IconCheck size={16} aria-hidden />}
          title={t('scenarios:carryOutHint')}
          disabled={!writable || carriedOut !== undefined || !changesSomething(own)}
          onClick={make}
          data-testid="carry-out"
        >
          {t('scenarios:carryOut')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={!writable}
          onClick={copy}
        >
          {t('scenarios:duplicate')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={!writable}
          onClick={remove}
        >
          {t('scenarios:delete')}
        </Button>
      </header>
      {carriedOut === undefined ? null : (
        <p className={css.done} data-testid="carried-out">
          {t('scenarios:isCarriedOut', { sequence: formats.number(carriedOut) })}
        </p>
      )}
      <Tabs value={tab} onChange={(value) => showTab(value as Tab)} keepMounted={false} className={css.tabs}>
        <Tabs.List aria-label={t('scenarios:tabs')}>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`scenarios:tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          <Plan scenario={scenario} />
        </Tabs.Panel>
        <Tabs.Panel value="compare">
          <Compare results={results} />
        </Tabs.Panel>
        <Tabs.Panel value="map">{own === undefined ? null : <AfterMap result={own} />}</Tabs.Panel>
        <Tabs.Panel value="pilot">{own === undefined ? null : <PilotCard result={own} />}</Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Whether there is anything to carry out. */
function changesSomething(result: ReturnType<typeof useResults>[number] | undefined): boolean {
  if (result === undefined) return false
  const { gone, added, relieved, flows, after } = result.simulation
  const { tools, flows: before } = useWorkspace.getState().inventory
  if (gone.length + added.length + relieved.length + flows.size > 0 || after.flows.size !== before.size) return true
  return [...after.tools].some(([id, tool]) => tools.get(id) !== tool)
}
