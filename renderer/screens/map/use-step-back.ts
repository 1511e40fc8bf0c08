import { useEffect, useRef } from 'react'
import type { Graph } from '../../../shared/graph/graph'
import { type Selection, select } from '../../ui-state'

/** Where Escape goes from what is selected: line, card, department, nothing; from all flows between two, to one of them. @param card the card that was selected last */
export function stepBack(
  selection: Selection | undefined,
  graph: Graph | undefined,
  card: string | undefined,
): Selection | undefined {
  if (selection?.kind === 'flow') {
    const line = graph?.edges.find(({ id }) => id === selection.id)
    if (line === undefined) return undefined
    return { kind: 'tool', id: line.target === card ? line.target : line.source }
  }
  if (selection?.kind === 'flows') {
    const end = graph?.containers.find(({ id }) => selection.id.startsWith(`${id}|`))
    return end === undefined ? undefined : { kind: 'department', id: end.id }
  }
  if (selection?.kind !== 'tool') return undefined
  const home = graph?.tools.find(({ id }) => id === selection.id)?.container
  return home === undefined ? undefined : { kind: 'department', id: home }
}

/** Escape lets go of several, then steps back from what is selected. */
export function useStepBack(
  selection: Selection | undefined,
  graph: Graph | undefined,
  marked: ReadonlySet<string>,
  unmark: () => void,
): void {
  const card = useRef<string>(undefined)
  const latest = useRef({ selection, graph, marked, unmark })
  latest.current = { selection, graph, marked, unmark }
  useEffect(() => {
    if (selection?.kind === 'tool') card.current = selection.id
  }, [selection])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 'Escape') return
      const now = latest.current
      if (now.marked.size > 0) now.unmark()
      else select(stepBack(now.selection, now.graph, card.current))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
