import type { Graph } from '../../shared/graph/graph'

/** From this zoom factor on cards are full; below it names are all that can be read. */
export const NEAR = 0.62
/** Below this zoom factor not even names can: departments and bundles of flows are shown. */
export const FAR = 0.34

/** Whether bundles stand for the lines from far away: where columns show the direction, every line says something. */
export function isBundled({ containers }: Graph): boolean {
  return containers.every(({ kind }) => kind !== 'direction' && kind !== 'around')
}

const STEP = 1.15

/** The largest of a row of zoom factors that is not above this one: texts are fitted anew only from one to the next. */
export function farStep(zoom: number): number {
  return STEP ** Math.floor(Math.log(zoom) / Math.log(STEP) + 1e-9)
}
