import type { ToolId } from '../inventory/nouns'
import type { FlowEnd } from './drafts'
import type { ToolFinder } from './find-tools'
import { endKey } from './flow-ends'
import { nameKey } from './normalise'

/** A tool as a row names it. */
export interface NamedEnd {
  readonly end: FlowEnd
  readonly row: number
}

/**
 * Finds the tools that rows name, and makes those that nobody has listed. Those that name a system go first, so that it
 * doesn't matter in which order rows come. The function it gives knows every end that was asked for.
 */
export function findEnds(finder: ToolFinder, named: readonly NamedEnd[], fileName: string): (end: FlowEnd) => ToolId {
  const found = new Map<string, ToolId>()
  // Ids and names are told apart by the exact text, so that is part of the key.
  const keyOf = (end: FlowEnd) => `${end.name}\u0000${endKey(end)}`
  for (const qualified of [true, false]) {
    for (const { end, row } of named) {
      if ((endKey(end) !== nameKey(end.name)) !== qualified || found.has(keyOf(end))) continue
      found.set(keyOf(end), finder.findOrCreate(end, { file: fileName, row }))
    }
  }
  return (end) => found.get(keyOf(end)) as ToolId
}
