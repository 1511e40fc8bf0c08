import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Scenario } from '../../../shared/inventory/scenario'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { newScenario } from './make-scenario'
import { ScenarioDetail } from './ScenarioDetail'
import css from './Scenarios.module.css'
import { chooseScenario, toggleBeside, useScenarioState } from './scenario-state'

/** All scenarios, and the chosen one beside them: its plan, before and after, its map, its pilot. */
export function ScenariosScreen() {
  const t = useT()
  const { scenarios } = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const empty = useWorkspace((state) => state.phase !== 'opening' && state.inventory.tools.size === 0)
  const chosenId = useScenarioState((state) => state.chosen)
  const beside = useScenarioState((state) => state.beside)
  if (empty) return <EmptyInventory />
  const all = [...scenarios.values()]
  const chosen = all.find(({ id }) => id === chosenId) ?? all[0]
  return (
    <div className={css.screen}>
      <section className={css.column} aria-label={t('scenarios:title')}>
        <h2>{t('scenarios:title')}</h2>
        {all.length === 0 ? <p className={css.quiet}>{t('scenarios:empty')}</p> : null}
        <ul className={css.list}>
          {all.map((scenario) => (
            <Item
              key={scenario.id}
              scenario={scenario}
              chosen={scenario === chosen}
              beside={beside.has(scenario.id)}
              several={all.length > 1}
            />
          ))}
        </ul>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!writable}
          onClick={() => newScenario(t('scenarios:newName', { number: all.length + 1 }), [])}
        >
          {t('scenarios:new')}
        </Button>
      </section>
      <section className={css.detail} aria-label={chosen?.name ?? t('scenarios:title')}>
        {chosen === undefined ? (
          <p className={css.quiet}>{t('scenarios:chosen')}</p>
        ) : (
          <ScenarioDetail
            key={chosen.id}
            scenario={chosen}
            beside={all.filter((each) => each !== chosen && beside.has(each.id))}
          />
        )}
      </section>
    </div>
  )
}

interface ItemProps {
  readonly scenario: Scenario
  readonly chosen: boolean
  readonly beside: boolean
  readonly several: boolean
}

function Item({ scenario, chosen, beside, several }: ItemProps) {
  const t = useT()
  const { id, name, bundles, pilot } = scenario
  const facts = [
    t('start:areas.bundles', { count: bundles.length }),
    ...(pilot === undefined ? [] : [t(`scenarios:pilot.status.${pilot.status}`)]),
  ]
  return (
    <li data-testid="scenario" data-chosen={chosen || undefined}>
      <button type="button" aria-pressed={chosen} onClick={() => chooseScenario(id)}>
        <strong>{name}</strong>
        <small>{facts.join(' · ')}</small>
      </button>
      {several && !chosen ? (
        <label title={t('scenarios:compareOne', { name })}>
          <input
            type="checkbox"
            aria-label={t('scenarios:compareOne', { name })}
            checked={beside}
            onChange={() => toggleBeside(id)}
          />
          <small>{t('scenarios:compareWith')}</small>
        </label>
      ) : null}
    </li>
  )
}
