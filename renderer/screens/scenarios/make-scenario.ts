import type { Bundle, Target } from '../../../shared/analysis/findings'
import type { Language } from '../../../shared/bridge'
import { addScenario } from '../../../shared/inventory/edit-scenario'
import type { ScenarioId, TakenBundle } from '../../../shared/inventory/scenario'
import { type T, translate } from '../../i18n'
import { showScreen, useUi } from '../../ui-state'
import { write } from '../detail/writes'
import { chooseScenario, showTab } from './scenario-state'

/** A new scenario that takes one bundle to this target; it is shown at once. */
export function makeScenario(bundle: Bundle, target: TakenBundle['target']): void {
  const job = bundle.name[useUi.getState().settings.language]
  const name = translate('tool' in target ? 'scenarios:nameOf' : 'scenarios:nameOfNew', { name: job })
  const id = newScenario(name, [{ functionKey: bundle.functionKey, target, decisions: [] }])
  if (id === undefined) return
  showScreen('scenarios')
}

/** Writes a new scenario and chooses it; its id when it was written. */
export function newScenario(name: string, bundles: readonly TakenBundle[]): ScenarioId | undefined {
  let id: ScenarioId | undefined
  const change = write('addScenario', { name }, (inventory, ids) => {
    const added = addScenario(inventory, name, bundles, ids)
    id = added.id
    return added.rows
  })
  if (change === undefined) return undefined
  chooseScenario(id)
  showTab('plan')
  return id
}

/** A bundle as it is taken at first: to the proposed target, or to a new platform where that is what is proposed. */
export function takenOf(bundle: Bundle, target: Target | undefined, language: Language, t: T): TakenBundle {
  const { functionKey, name, tools } = bundle
  const stays = target?.newPlatform.preferred === true ? undefined : (target?.tool ?? tools[0])
  return {
    functionKey,
    target:
      stays === undefined
        ? { newPlatform: t('scenarios:newPlatformDefault', { name: name[language] }) }
        : { tool: stays },
    decisions: [],
  }
}
