import { useMemo } from 'react'
import { containerName } from '../../../shared/graph/container-name'
import { bundleFlows } from '../../../shared/graph/far-bundles'
import { farUnits } from '../../../shared/graph/far-units'
import { otherEnd } from '../../../shared/graph/flow-facts'
import type { ContainerNode, FlowEdge, PlacedGraph, ToolNode } from '../../../shared/graph/graph'
import { bundleWords } from '../../canvas/bundle-words'
import { type T, useT } from '../../i18n'
import type { Selection } from '../../ui-state'
import { useFormats } from '../../use-formats'

/** More data flows than this are counted only: nobody listens to a list of forty. */
const SAID = 8

interface Props {
  readonly placed: PlacedGraph
  readonly selection: Selection | undefined
  readonly marked: ReadonlySet<string>
  readonly describeTool: (tool: ToolNode) => string
  readonly describeContainer: (container: ContainerNode) => string
  readonly describeEdge: (edge: FlowEdge) => string
}

/** What is selected on the map, with what hangs on it, for those who hear the map. */
export function Announce(props: Props) {
  const t = useT()
  const formats = useFormats()
  const { marked } = props
  const { placed, selection } = props
  const bundle = useMemo(
    () => (selection?.kind === 'flows' ? bundleOf(placed, selection.id) : undefined),
    [placed, selection],
  )
  const told = bundle === undefined ? undefined : bundleWords(bundle, placed.graph.containers, t, formats)
  const what =
    told === undefined
      ? wordsFor(props, t, (hours) => t('common:hoursPerMonth', { hours: formats.number(hours) }))
      : `${told.name}, ${told.detail}`
  return (
    <div className="sr-only" role="status" aria-live="polite" data-testid="announced">
      {[what, ...(marked.size > 0 ? [t('mapEdit:several', { count: marked.size })] : [])].join('. ')}
    </div>
  )
}

function bundleOf(placed: PlacedGraph, wanted: string) {
  return bundleFlows(placed.graph, farUnits(placed)).find(({ id }) => id === wanted)
}

function wordsFor(props: Props, t: T, hours: (hours: number) => string): string {
  const { placed, selection, describeTool, describeContainer, describeEdge } = props
  const { tools, containers, edges } = placed.graph
  if (selection === undefined) return ''
  if (selection.kind === 'flow') {
    const line = edges.find(({ id }) => id === selection.id)
    return line === undefined ? '' : describeEdge(line)
  }
  if (selection.kind === 'department') {
    const container = containers.find(({ id }) => id === selection.id)
    return container === undefined ? '' : describeContainer(container)
  }
  const tool = selection.kind === 'tool' ? tools.find(({ id }) => id === selection.id) : undefined
  if (tool === undefined) return ''
  const home = containers.find(({ id }) => id === tool.container)
  const names = new Map(tools.map(({ id, name }) => [id, name]))
  const own = edges.filter(({ source, target }) => source === tool.id || target === tool.id)
  const said = own.slice(0, SAID).map((edge) => {
    const way = edge.bothWays ? 'both' : edge.source === tool.id ? 'to' : 'from'
    const methods = edge.parts.map(({ method }) => t(`common:method.${method}`)).join(', ')
    const effort = edge.hoursPerMonth === undefined ? [] : [hours(edge.hoursPerMonth)]
    const what = [methods, ...effort, ...edge.dataObjects].join(', ')
    return t(`mapEdit:says.${way}`, { name: names.get(otherEnd(edge, tool.id)) ?? '', what })
  })
  const more = own.length - said.length
  const list = [...said, ...(more > 0 ? [t('mapEdit:says.more', { count: more })] : [])].join('; ')
  const count = own.reduce((sum, { flows }) => sum + flows.length, 0)
  return [
    describeTool(tool),
    ...(home === undefined ? [] : [t('mapEdit:says.in', { name: containerName(home, t) })]),
    own.length === 0
      ? t('mapEdit:says.noFlows')
      : t('mapEdit:says.flows', { flows: t('common:count.flows', { count }), list }),
  ].join('. ')
}
