import { containerName } from '../../../shared/graph/container-name'
import { within } from '../../../shared/graph/container-tree'
import type { Graph } from '../../../shared/graph/graph'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { Facts, Links } from './Facts'
import css from './MapScreen.module.css'

/** A department in words: where it belongs, what its tools cost, and which they are. */
export function DepartmentPanel({ id, graph }: { readonly id: string; readonly graph: Graph }) {
  const t = useT()
  const formats = useFormats()
  const container = graph.containers.find((each) => each.id === id)
  if (container === undefined) return null
  const costs = [...(container.annualCost ?? [])].map(([currency, minor]) => formats.money({ minor, currency }))
  const inside = within(graph.containers, id)
  const tools = graph.tools.filter((tool) => inside.has(tool.container))
  return (
    <>
      <h2>{containerName(container, t)}</h2>
      <p className={css.lead}>{container.path.join(' › ')}</p>
      <Facts facts={[[t('mapScreen:fact.cost'), costs.length === 0 ? undefined : costs.join(' + ')]]} />
      <Links
        title={t('common:count.tools', { count: tools.length })}
        links={tools.map((tool) => ({ id: tool.id, name: tool.name, detail: tool.functions.join(' · ') }))}
      />
    </>
  )
}
