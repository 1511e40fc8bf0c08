import { useEffect, useMemo, useState } from 'react'
import { type FarMap, farMapSteps } from '../../shared/graph/far-bundles'
import { farUnits } from '../../shared/graph/far-units'
import type { PlacedGraph } from '../../shared/graph/graph'

/** So long may working it out take of a frame; a map with many departments goes on in the next. */
const SLICE_MS = 6

/** What is worked out, or on its way, for a placed map: one for all who ask. */
interface Making {
  readonly of: PlacedGraph
  readonly steps: Generator<void, FarMap>
  made?: FarMap
}

const makings = new WeakMap<PlacedGraph['graph']['edges'], Making>()

/** Colours and findings make another map of the same places; its bundles and their ways are the same. */
function makingOf(placed: PlacedGraph): Making {
  const { edges } = placed.graph
  const known = makings.get(edges)
  if (known !== undefined && samePlaces(known.of, placed)) return known
  const making = { of: placed, steps: farMapSteps(placed) }
  makings.set(edges, making)
  return making
}

function samePlaces(a: PlacedGraph, b: PlacedGraph): boolean {
  if (a === b) return true
  const { containers, tools } = b.graph
  return (
    a.at === b.at &&
    a.graph.containers.length === containers.length &&
    a.graph.containers.every(({ id, parent, toolCount }, at) => {
      const other = containers[at]
      return id === other?.id && parent === other.parent && toolCount === other.toolCount
    }) &&
    a.graph.tools.length === tools.length &&
    a.graph.tools.every(({ id, container }, at) => id === tools[at]?.id && container === tools[at]?.container)
  )
}

/** Goes on until it is made or the time is up. */
function goOn(making: Making, until: number): FarMap | undefined {
  while (making.made === undefined) {
    const step = making.steps.next()
    if (step.done === true) making.made = step.value
    else if (performance.now() >= until) break
  }
  return making.made
}

/** What is seen of the map from far away, worked out step by step; shared with whoever asks for the same map. */
export function* farMapOf(placed: PlacedGraph): Generator<void, FarMap> {
  const making = makingOf(placed)
  for (;;) {
    const made = goOn(making, 0)
    if (made !== undefined) return made
    yield
  }
}

/** What is seen of the map from far away. As long as its bundles are being worked out, only its units. */
export function useFarMap(placed: PlacedGraph): FarMap {
  const [, show] = useState(0)
  const making = useMemo(() => makingOf(placed), [placed])
  const made = making.made ?? goOn(making, performance.now() + SLICE_MS)
  const isMade = made !== undefined
  useEffect(() => {
    if (isMade) return
    const work = () => {
      if (goOn(making, performance.now() + SLICE_MS) === undefined) frame = requestAnimationFrame(work)
      else show((count) => count + 1)
    }
    let frame = requestAnimationFrame(work)
    return () => cancelAnimationFrame(frame)
  }, [making, isMade])
  return made ?? unitsOnly(placed)
}

const unmade = new WeakMap<PlacedGraph, FarMap>()

function unitsOnly(placed: PlacedGraph): FarMap {
  const known = unmade.get(placed) ?? { units: farUnits(placed), bundles: [], routes: new Map() }
  unmade.set(placed, known)
  return known
}
