import { useMemo, useState } from 'react'
import { completenessMeter } from '../../../shared/inventory/completeness'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { openGaps, type Screen, showScreen, useImporting, useScreen } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { Bar } from '../detail/CompletenessBar'
import { cancelImport } from '../import/leave-import'
import css from './Shell.module.css'

/** The inventory has lists of its own beneath it. */
const ITEMS = [
  'inventory',
  'departments',
  'functions',
  'dataObjects',
  'flows',
  'map',
  'start',
  'scenarios',
  'matrix',
  'history',
] as const
const BENEATH: ReadonlySet<Screen> = new Set<Screen>(['departments', 'functions', 'dataObjects', 'flows'])

/** The screens, with how much there is on each, and how much of the inventory is known. */
export function Navigation() {
  const t = useT()
  const formats = useFormats()
  const screen = useScreen()
  const importing = useImporting().length > 0
  const { tools, departments, functions, dataObjects, flows, scenarios } = useInventory()
  const bundles = useFindings()?.bundles.length ?? 0
  const counts: Readonly<Record<Screen, number>> = {
    inventory: tools.size,
    departments: departments.size,
    functions: functions.size,
    dataObjects: dataObjects.size,
    flows: flows.size,
    map: 0,
    start: bundles,
    scenarios: scenarios.size,
    matrix: 0,
    history: 0,
  }
  return (
    <nav className={css.navigation} aria-label={t('shell:screens')}>
      {ITEMS.map((name) => (
        <button
          key={name}
          type="button"
          className={css.item}
          data-beneath={BENEATH.has(name) || undefined}
          data-screen={name}
          aria-current={!importing && screen === name ? 'page' : undefined}
          onClick={() => {
            cancelImport()
            showScreen(name)
          }}
        >
          <span>{isList(name) ? t(`lists:name.${name}`) : t(`shell:screen.${name}`)}</span>
          {counts[name] > 0 ? <span className={css.count}>{formats.number(counts[name])}</span> : null}
        </button>
      ))}
      <span className={css.grow} />
      {tools.size === 0 ? null : <Known />}
    </nav>
  )
}

function isList(screen: Screen): screen is 'departments' | 'functions' | 'dataObjects' | 'flows' {
  return BENEATH.has(screen)
}

/** How much is known of what map and ranking need, and the way to more. */
function Known() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const [measure] = useState(completenessMeter)
  const share = useMemo(() => measure(inventory), [measure, inventory])
  return (
    <button
      type="button"
      className={css.known}
      title={t('detail:gaps.overallHint')}
      data-testid="known"
      onClick={() => {
        cancelImport()
        openGaps()
      }}
    >
      <span>{t('detail:gaps.overall', { share: formats.percent(share) })}</span>
      <Bar share={share} />
      <b>{t('detail:gaps.open')}</b>
    </button>
  )
}
