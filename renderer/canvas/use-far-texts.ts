import { useEffect, useMemo, useRef, useState } from 'react'
import type { FarMap } from '../../shared/graph/far-bundles'
import { type FarTexts, type FarWords, farTextSteps } from '../../shared/graph/far-labels'
import type { PlacedGraph } from '../../shared/graph/graph'
import { FAR, farStep } from './distance'

/** So long may fitting texts take of a frame. */
const SLICE_MS = 4
const NO_TEXTS: FarTexts = { names: [], labels: [], skipped: 0 }

/** The texts of one map, by the zoom factor they are fitted to, and the one that is being worked out. */
interface Fitting {
  readonly of: (zoom: number) => Generator<void, FarTexts>
  readonly done: Map<number, FarTexts>
  open?: { readonly zoom: number; readonly steps: Generator<void, FarTexts> }
}

/**
 * The texts that fit at a zoom factor, worked out in slices: between sixty departments there are a thousand labels to be
 * tried. Until they are there the last ones show. The other zoom factors are worked out ahead while nothing else is to do.
 */
export function useFarTexts(placed: PlacedGraph, far: FarMap, zoom: number, words: FarWords): FarTexts {
  const [, show] = useState(0)
  const { at } = placed
  const { containers } = placed.graph
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the map only its places and containers are looked at
  const fitting = useMemo<Fitting>(() => {
    const { units, bundles, routes } = far
    return { done: new Map(), of: (factor) => farTextSteps(placed, units, bundles, routes, factor, words) }
  }, [at, containers, far, words])
  const shown = useRef(NO_TEXTS)
  const texts = fitting.done.get(zoom) ?? goOn(fitting, zoom, performance.now() + SLICE_MS)
  if (texts !== undefined) shown.current = texts
  const missing = texts === undefined

  useEffect(() => {
    let frame = 0
    let idle = 0
    const ahead = (deadline: IdleDeadline) => {
      const next = nextStep(fitting, zoom)
      if (next === undefined) return
      goOn(fitting, next, performance.now() + Math.min(SLICE_MS, deadline.timeRemaining()))
      idle = requestIdleCallback(ahead)
    }
    const work = () => {
      if (goOn(fitting, zoom, performance.now() + SLICE_MS) === undefined) frame = requestAnimationFrame(work)
      else show((count) => count + 1)
    }
    if (missing) frame = requestAnimationFrame(work)
    else idle = requestIdleCallback(ahead)
    return () => {
      cancelAnimationFrame(frame)
      cancelIdleCallback(idle)
    }
  }, [fitting, zoom, missing])

  return shown.current
}

/** Goes on with the texts of a zoom factor until they are there or the time is up. */
function goOn(fitting: Fitting, zoom: number, until: number): FarTexts | undefined {
  const known = fitting.done.get(zoom)
  if (known !== undefined) return known
  if (fitting.open?.zoom !== zoom) fitting.open = { zoom, steps: fitting.of(zoom) }
  const { steps } = fitting.open
  do {
    const step = steps.next()
    if (step.done === true) {
      fitting.done.set(zoom, step.value)
      delete fitting.open
      return step.value
    }
  } while (performance.now() < until)
  return undefined
}

/** So many zoom factors on either side are worked out ahead. */
const AHEAD = 8

/** The nearest zoom factor that has no texts yet. */
function nextStep({ done }: Fitting, zoom: number): number | undefined {
  const [out, into] = [farStep(zoom * 0.9), farStep(zoom * 1.2)]
  let [below, above] = [out, into]
  for (let step = 0; step < AHEAD; step += 1) {
    if (above < FAR && !done.has(above)) return above
    if (!done.has(below)) return below
    above = farStep(above * 1.2)
    below = farStep(below * 0.9)
  }
  return undefined
}
