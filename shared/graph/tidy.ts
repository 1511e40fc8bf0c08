import { type PinId, pinIdOf } from '../inventory/nouns'
import { within } from './container-tree'
import type { Graph } from './graph'

/**
 * The pins that tidying up does without. Of everything: all of this graph. Of a selection: those of its tools, and of
 * whatever lies in its containers; those stay where they are themselves.
 */
export function pinsToForget(graph: Graph, selection?: ReadonlySet<string>): readonly PinId[] {
  const { containers, tools } = graph
  const inside = new Set(
    [...(selection ?? [])].flatMap((id) =>
      containers.some((node) => node.id === id) ? [...within(containers, id)] : [],
    ),
  )
  const forgets = (id: string, outer: string | undefined) =>
    selection === undefined || selection.has(id) || (outer !== undefined && inside.has(outer))
  return [
    ...containers
      .filter(({ parent }) => selection === undefined || (parent !== undefined && inside.has(parent)))
      .map(({ id, parent }) => pinIdOf(id, parent)),
    ...tools.filter(({ id, container }) => forgets(id, container)).map(({ id, container }) => pinIdOf(id, container)),
  ]
}
