import type { Findings } from '../../../shared/analysis/findings'
import { within } from '../../../shared/graph/container-tree'
import { bundleParts } from '../../../shared/graph/far-hit'
import type { PlacedGraph } from '../../../shared/graph/graph'
import { strongTools } from '../../river/leave'
import type { Selection } from '../../ui-state'

/**
 * Everything on the map that the selection touches, itself included: a tool with its flows, their other ends, the
 * tools it overlaps with and the departments that use it; a department with its tools and their flows; a flow with its
 * ends; all flows between two departments with both and their ends; a bundle with its tools and the flows among them. Undefined when nothing is selected or what is selected is not on the map.
 */
export function relatedTo(
  selection: Selection | undefined,
  placed: PlacedGraph,
  findings: Findings | undefined,
): ReadonlySet<string> | undefined {
  if (selection === undefined) return undefined
  const { graph } = placed
  const between = selection.kind === 'flows' ? bundleParts(placed, selection.id) : undefined
  const tools = new Set<string>()
  const related = new Set<string>([selection.id])
  if (selection.kind === 'tool') {
    tools.add(selection.id)
    for (const { tools: pair } of findings?.overlaps ?? []) {
      if (pair.some((id) => id === selection.id)) for (const id of pair) related.add(id)
    }
  } else if (selection.kind === 'department') {
    const inside = within(graph.containers, selection.id)
    for (const tool of graph.tools) if (inside.has(tool.container)) tools.add(tool.id)
  } else if (selection.kind === 'bundle') {
    const bundle = findings?.bundles.find(({ functionKey }) => functionKey === selection.id)
    for (const id of bundle?.tools ?? []) tools.add(id)
  }
  if (between !== undefined) {
    for (const id of [between.source, between.target]) related.add(id)
    for (const { id, source, target } of between.edges) for (const part of [id, source, target]) related.add(part)
  }
  for (const edge of between === undefined ? graph.edges : []) {
    const touches =
      selection.kind === 'bundle'
        ? tools.has(edge.source) && tools.has(edge.target)
        : selection.kind === 'flow'
          ? edge.id === selection.id
          : tools.has(edge.source) || tools.has(edge.target)
    if (touches) for (const id of [edge.id, edge.source, edge.target]) related.add(id)
  }
  for (const id of tools) related.add(id)
  const used = selection.kind === 'tool' ? graph.tools.find(({ id }) => id === selection.id)?.usedBy : undefined
  for (const { id } of used ?? []) related.add(id)
  for (const tool of graph.tools) if (related.has(tool.id)) related.add(tool.container)
  for (const { id, parent } of graph.containers.toReversed()) {
    if (parent !== undefined && related.has(id)) related.add(parent)
  }
  return tools.size === 0 && related.size === 1 ? undefined : related
}

/** The tools that get a ring: those of the selected bundle, otherwise those with a strong overlap. */
export function ringedTools(findings: Findings, selection: Selection | undefined): ReadonlySet<string> {
  const bundle =
    selection?.kind === 'bundle' ? findings.bundles.find(({ functionKey }) => functionKey === selection.id) : undefined
  return bundle === undefined ? strongTools(findings) : new Set(bundle.tools)
}
