import type { Graph } from '../../../shared/graph/graph'
import type { Flow } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { Facts, Links } from './Facts'
import css from './MapScreen.module.css'

/** A line on the map in words: what it joins, and each of the flows that it stands for. */
export function FlowPanel({ id, graph }: { readonly id: string; readonly graph: Graph }) {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const edge = graph.edges.find((each) => each.id === id)
  if (edge === undefined) return null
  const name = (tool: typeof edge.source) => inventory.tools.get(tool)?.name ?? tool
  const hoursWords = (hours: number) => t('common:hoursPerMonth', { hours: formats.number(hours) })
  const directionOf = ({ source, target, bothWays }: Flow) =>
    `${name(source)} ${bothWays === true ? '↔' : '→'} ${name(target)}`
  const hours = edge.hoursPerMonth === undefined ? undefined : hoursWords(edge.hoursPerMonth)
  return (
    <>
      <h2>{`${name(edge.source)} ${edge.bothWays ? '↔' : '→'} ${name(edge.target)}`}</h2>
      <p className={css.lead}>{t('common:count.flows', { count: edge.flows.length })}</p>
      <Facts
        facts={[
          [t('mapScreen:fact.hours'), hours],
          [t('common:noun.dataObject'), edge.dataObjects.join(', ') || undefined],
        ]}
      />
      {edge.flows.map((flowId) => {
        const flow = inventory.flows.get(flowId)
        if (flow === undefined) return null
        const origin =
          flow.origin === undefined
            ? undefined
            : t('mapScreen:fact.originRow', { file: flow.origin.file, row: flow.origin.row })
        const frequency = flow.frequency === undefined ? undefined : t(`common:frequency.${flow.frequency}`)
        return (
          <Facts
            key={flowId}
            facts={[
              ...(flow.name === undefined ? [] : [[t('mapScreen:fact.name'), flow.name] as const]),
              ...(edge.bothWays ? [[t('mapScreen:fact.direction'), directionOf(flow)] as const] : []),
              [t('mapScreen:fact.method'), t(`common:method.${flow.method}`)],
              ...(flow.hoursPerMonth === undefined || edge.flows.length === 1
                ? []
                : [[t('mapScreen:fact.hours'), hoursWords(flow.hoursPerMonth)] as const]),
              [t('mapScreen:fact.frequency'), frequency],
              [t('mapScreen:fact.origin'), origin],
            ]}
          />
        )
      })}
      <Links
        title={t('mapScreen:toolsOf')}
        links={[edge.source, edge.target].map((tool) => ({ id: tool, name: name(tool) }))}
      />
    </>
  )
}
