import { useMemo } from 'react'
import { describeScenario, takeBundle } from '../../../shared/inventory/edit-scenario'
import type { Scenario } from '../../../shared/inventory/scenario'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { useLanguage } from '../../ui-state'
import { CommitInput } from '../../widgets/CommitInput'
import { PickInput } from '../../widgets/PickInput'
import { write } from '../detail/writes'
import { BundleEditor } from './BundleEditor'
import { takenOf } from './make-scenario'
import css from './Scenarios.module.css'

/** What a scenario takes: its bundles, each with a target and a decision per tool. */
export function Plan({ scenario }: { readonly scenario: Scenario }) {
  const t = useT()
  const language = useLanguage()
  const findings = useFindings()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const { id, name } = scenario
  const options = useMemo(() => {
    const taken = new Set(scenario.bundles.map(({ functionKey }) => functionKey))
    return (findings?.bundles ?? [])
      .filter(({ functionKey }) => !taken.has(functionKey))
      .map((bundle) => ({ key: bundle.functionKey, label: bundle.name[language], hint: String(bundle.rank) }))
  }, [findings, scenario.bundles, language])
  const take = (key: string) => {
    const bundle = findings?.bundles.find(({ functionKey }) => functionKey === key)
    if (bundle === undefined) return
    const taken = takenOf(bundle, findings?.targets.get(key), language, t)
    write('setScenario', { name }, (inventory) => takeBundle(inventory, id, taken))
  }
  return (
    <>
      <div className={css.field}>
        <span>{t('scenarios:note')}</span>
        <CommitInput
          label={t('scenarios:note')}
          value={scenario.note ?? ''}
          multiline
          disabled={!writable}
          save={(note) => void write('setScenario', { name }, (inventory) => describeScenario(inventory, id, { note }))}
        />
      </div>
      {scenario.bundles.length === 0 ? <p className={css.quiet}>{t('scenarios:noBundles')}</p> : null}
      {scenario.bundles.map((taken) => (
        <BundleEditor key={taken.functionKey} scenario={scenario} taken={taken} disabled={!writable} />
      ))}
      <div className={css.field}>
        <span>{t('scenarios:addBundle')}</span>
        <PickInput
          label={t('scenarios:addBundle')}
          value=""
          placeholder={t('scenarios:bundlePlaceholder')}
          options={options}
          onPick={take}
          disabled={!writable}
        />
      </div>
    </>
  )
}
