import { useEffect, useMemo, useRef, useState } from 'react'
import { containerName } from '../../../shared/graph/container-name'
import type { PlacedGraph } from '../../../shared/graph/graph'
import { answer } from '../../commands'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { revealOnMap, select } from '../../ui-state'
import { changeLook } from './look-state'

export interface Hit {
  readonly kind: 'tool' | 'department'
  readonly id: string
  readonly name: string
  /** `hidden`: by the filters or the date. `elsewhere`: the arrangement leaves it out. */
  readonly state: 'shown' | 'hidden' | 'elsewhere'
}

export interface MapSearch {
  /** Absent: nothing is searched. */
  readonly query: string | undefined
  readonly hits: readonly Hit[]
  /** The hit that was jumped to, -1 before the first. */
  readonly at: number
  /** What is to stand out; absent: nothing was found. */
  readonly found: ReadonlySet<string> | undefined
  readonly type: (query: string) => void
  readonly go: (at: number) => void
  readonly reveal: (hit: Hit) => void
  readonly close: () => void
}

/**
 * The search on the map: tools by name, part or function and containers by name. Hits that the map doesn't show are
 * found too, after those that it shows.
 * @param all the whole map @param placed what the filters leave of it
 */
export function useMapSearch(all: PlacedGraph | undefined, placed: PlacedGraph | undefined): MapSearch {
  const t = useT()
  const { tools } = useInventory()
  const [query, setQuery] = useState<string>()
  const [at, setAt] = useState(-1)
  const pending = useRef<string>(undefined)
  useEffect(() => answer('find', () => setQuery((now) => now ?? '')), [])

  const hits = useMemo(() => findOn(all, placed, tools, query ?? '', t), [all, placed, tools, query, t])
  const found = useMemo(() => {
    if (hits.length === 0 || placed === undefined) return undefined
    const ids = new Set(hits.map(({ id }) => id))
    for (const tool of placed.graph.tools) if (ids.has(tool.id)) ids.add(tool.container)
    for (const { id, parent } of placed.graph.containers.toReversed()) {
      if (parent !== undefined && ids.has(id)) ids.add(parent)
    }
    return ids
  }, [hits, placed])

  // What was hidden can be jumped to once the map shows it.
  useEffect(() => {
    const hit = hits.find(({ id, state }) => id === pending.current && state === 'shown')
    if (hit === undefined) return
    pending.current = undefined
    setAt(hits.indexOf(hit))
    revealOnMap({ kind: hit.kind, id: hit.id })
  }, [hits])

  return {
    query,
    hits,
    at: Math.min(at, hits.length - 1),
    found,
    type: (text) => {
      setQuery(text)
      setAt(-1)
    },
    go: (to) => {
      if (hits.length === 0) return
      const index = (to + hits.length) % hits.length
      const hit = hits[index]
      if (hit === undefined) return
      setAt(index)
      if (hit.state === 'shown') revealOnMap({ kind: hit.kind, id: hit.id })
      else select({ kind: hit.kind, id: hit.id })
    },
    reveal: ({ id, state }) => {
      pending.current = id
      const everything = { filters: [], at: undefined }
      changeLook(state === 'hidden' ? everything : { ...everything, arrangement: { by: 'department' } })
    },
    close: () => {
      setQuery(undefined)
      setAt(-1)
    },
  }
}

function findOn(
  all: PlacedGraph | undefined,
  placed: PlacedGraph | undefined,
  tools: ReadonlyMap<string, { readonly name: string }>,
  query: string,
  t: ReturnType<typeof useT>,
): readonly Hit[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '' || all === undefined || placed === undefined) return []
  const fits = (text: string | undefined) => text?.toLowerCase().includes(wanted) === true
  const shown = new Set<string>(placed.graph.tools.map(({ id }) => id))
  const arranged = new Set<string>(all.graph.tools.map(({ id }) => id))
  const boxes = all.graph.containers.flatMap((container): Hit[] => {
    const name = containerName(container, t)
    return fits(name) ? [{ kind: 'department', id: container.id, name, state: 'shown' }] : []
  })
  const cards = all.graph.tools.flatMap(({ id, name, partOf, functions }): Hit[] =>
    fits(name) || fits(partOf) || functions.some(fits)
      ? [{ kind: 'tool', id, name, state: shown.has(id) ? 'shown' : 'hidden' }]
      : [],
  )
  const others = [...tools].flatMap(([id, { name }]): Hit[] =>
    !arranged.has(id) && fits(name) ? [{ kind: 'tool', id, name, state: 'elsewhere' }] : [],
  )
  const named = (hit: Hit) => (fits(hit.name) ? 0 : 1)
  const visible = cards.filter(({ state }) => state === 'shown').sort((a, b) => named(a) - named(b))
  return [...visible, ...boxes, ...cards.filter(({ state }) => state === 'hidden'), ...others]
}
