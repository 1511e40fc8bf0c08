import { Button } from '@mantine/core'
import type { Graph, PlacedGraph } from '../../../shared/graph/graph'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { select, showScreen, useSelection } from '../../ui-state'
import { BundleCard } from '../start/BundleCard'
import { BetweenPanel } from './BetweenPanel'
import { DepartmentPanel } from './DepartmentPanel'
import { FlowPanel } from './FlowPanel'
import css from './MapScreen.module.css'
import { ToolPanel } from './ToolPanel'

/** How many bundles the map's panel lists: as many as carry a pin. */
const LISTED = 5

interface Props {
  readonly graph: Graph | undefined
  /** The part of the map that shows. */
  readonly shown: PlacedGraph | undefined
}

/** Beside the map: what is selected, in words; with nothing selected, where to start. */
export function SidePanel({ graph, shown }: Props) {
  const selection = useSelection()
  const t = useT()
  if (graph !== undefined && selection !== undefined && selection.kind !== 'bundle') {
    return (
      <aside className={css.panel}>
        {selection.kind === 'tool' && <ToolPanel id={selection.id} graph={graph} />}
        {selection.kind === 'department' && <DepartmentPanel id={selection.id} graph={graph} />}
        {selection.kind === 'flow' && <FlowPanel id={selection.id} graph={graph} />}
        {selection.kind === 'flows' && shown !== undefined && <BetweenPanel id={selection.id} placed={shown} />}
        <Button variant="subtle" size="compact-sm" mt="md" onClick={() => select(undefined)}>
          {t('mapScreen:back')}
        </Button>
      </aside>
    )
  }
  return (
    <aside className={css.panel}>
      <BundleList />
    </aside>
  )
}

function BundleList() {
  const t = useT()
  const findings = useFindings()
  const selection = useSelection()
  if (findings === undefined) return <p className={css.lead}>{t('shell:computing')}</p>
  const { bundles } = findings
  return (
    <>
      <h2>{t('start:title')}</h2>
      <p className={css.lead}>{bundles.length === 0 ? t('start:none') : t('start:lead', { count: bundles.length })}</p>
      {bundles.slice(0, LISTED).map((bundle) => {
        const selected = selection?.kind === 'bundle' && selection.id === bundle.functionKey
        return (
          <BundleCard
            key={bundle.functionKey}
            bundle={bundle}
            selected={selected}
            onSelect={() => select(selected ? undefined : { kind: 'bundle', id: bundle.functionKey })}
            actions={
              <Button size="compact-sm" variant="subtle" onClick={() => showScreen('start')}>
                {t('start:arithmetic')}
              </Button>
            }
          />
        )
      })}
      {bundles.length > LISTED && (
        <Button variant="default" fullWidth onClick={() => showScreen('start')}>
          {t('start:all', { count: bundles.length })}
        </Button>
      )}
    </>
  )
}
