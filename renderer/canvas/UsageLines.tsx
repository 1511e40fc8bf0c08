import { memo } from 'react'
import { edgeRoute } from '../../shared/graph/edge-path'
import { HEADER_HEIGHT } from '../../shared/graph/geometry'
import type { FlowEdge, PlacedGraph } from '../../shared/graph/graph'
import css from './Usage.module.css'

/** From the selected tool to the names of the other departments that use it. */
export const UsageLines = memo(function UsageLines({
  placed,
  selected,
}: {
  readonly placed: PlacedGraph
  readonly selected: string | undefined
}) {
  const tool = selected === undefined ? undefined : placed.graph.tools.find(({ id }) => id === selected)
  const card = tool === undefined ? undefined : placed.at.get(tool.id)
  if (tool === undefined || card === undefined) return null
  return tool.usedBy.map(({ id }) => {
    const box = placed.at.get(id)
    if (box === undefined || id === tool.container) return null
    const header = { ...box, height: HEADER_HEIGHT }
    const line = { ...USAGE, source: tool.id, target: id as string as typeof tool.id }
    return <path key={id} className={css.usage} data-usage={id} d={edgeRoute(line, card, header, 0).path} />
  })
})

const USAGE: Omit<FlowEdge, 'source' | 'target'> = {
  id: '',
  flows: [],
  method: 'unknown',
  bothWays: false,
  dataObjects: [],
  parts: [],
}
