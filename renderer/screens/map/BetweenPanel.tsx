import { useMemo } from 'react'
import { bundleFlows } from '../../../shared/graph/far-bundles'
import { bundleParts } from '../../../shared/graph/far-hit'
import { farUnits } from '../../../shared/graph/far-units'
import type { FlowEdge, PlacedGraph } from '../../../shared/graph/graph'
import { bundleWords } from '../../canvas/bundle-words'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { select } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { Facts } from './Facts'
import css from './MapScreen.module.css'

/** All data flows between two departments in words: how many, the share carried by hand, and each line among them. */
export function BetweenPanel({ id, placed }: { readonly id: string; readonly placed: PlacedGraph }) {
  const t = useT()
  const formats = useFormats()
  const { tools } = useInventory()
  const { bundle, edges } = useMemo(
    () => ({
      bundle: bundleFlows(placed.graph, farUnits(placed)).find((each) => each.id === id),
      edges: mostWorkFirst(bundleParts(placed, id)?.edges ?? []),
    }),
    [placed, id],
  )
  if (bundle === undefined) return null
  const { name, detail } = bundleWords(bundle, placed.graph.containers, t, formats)
  const nameOf = (tool: FlowEdge['source']) => tools.get(tool)?.name ?? tool
  const hours = edges.flatMap(({ hoursPerMonth }) => (hoursPerMonth === undefined ? [] : [hoursPerMonth]))
  const hoursWords = (value: number) => t('common:hoursPerMonth', { hours: formats.number(value) })
  const wordsOf = ({ parts, hoursPerMonth, dataObjects }: FlowEdge) =>
    [
      ...parts.map(
        ({ method, flows }) => `${flows.length > 1 ? `${flows.length}× ` : ''}${t(`common:method.${method}`)}`,
      ),
      ...(hoursPerMonth === undefined ? [] : [hoursWords(hoursPerMonth)]),
      ...dataObjects,
    ].join(' · ')
  return (
    <>
      <h2>{name}</h2>
      <p className={css.lead}>{detail}</p>
      <Facts
        facts={[
          [
            t('mapScreen:fact.hours'),
            hours.length === 0 ? undefined : hoursWords(hours.reduce((sum, each) => sum + each, 0)),
          ],
        ]}
      />
      <h3>{t('common:noun.flows')}</h3>
      <ul className={css.list}>
        {edges.map((edge) => (
          <li key={edge.id}>
            <button type="button" className={css.link} onClick={() => select({ kind: 'flow', id: edge.id })}>
              {`${nameOf(edge.source)} ${edge.bothWays ? '↔' : '→'} ${nameOf(edge.target)}`}
              <small>{wordsOf(edge)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Those with the most known hours first, then those by hand. */
function mostWorkFirst(edges: readonly FlowEdge[]): readonly FlowEdge[] {
  const byHand = ({ parts }: FlowEdge) => Number(parts.some(({ method }) => method === 'by-hand'))
  return [...edges].sort((a, b) => (b.hoursPerMonth ?? 0) - (a.hoursPerMonth ?? 0) || byHand(b) - byHand(a))
}
