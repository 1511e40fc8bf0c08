import { type Pin, pinIdOf } from '../inventory/nouns'
import type { Point } from './geometry'
import type { PlacedGraph } from './graph'

/** The pins to remember for everything that was placed now, in the order of `placedNow`. */
export function pinsOf(placed: PlacedGraph): readonly Pin[] {
  const { tools, containers } = placed.graph
  const home = new Map<string, string | undefined>(tools.map(({ id, container }) => [id, container]))
  const isContainer = new Set(containers.map(({ id }) => id))
  for (const { id, parent } of containers) home.set(id, parent)
  return placed.placedNow.map((id) =>
    pinIn(placed, id, home.get(id), isContainer.has(id) ? originOf(placed, id) : rectOf(placed, id)),
  )
}

/**
 * The pin of a node whose rectangle somebody dragged so that its top left corner lies at this point (absolute). A
 * container's pin moves as far as its rectangle did. What lies in a container is relative to that one's origin.
 */
export function pinAt(placed: PlacedGraph, id: string, corner: Point): Pin {
  const tool = placed.graph.tools.find((node) => node.id === id)
  if (tool !== undefined) return pinIn(placed, id, tool.container, corner)
  const rect = rectOf(placed, id)
  const origin = originOf(placed, id)
  const moved = { x: origin.x + corner.x - rect.x, y: origin.y + corner.y - rect.y }
  return pinIn(placed, id, placed.graph.containers.find((node) => node.id === id)?.parent, moved)
}

/** The pin of a node at this point (absolute): seen from the container that it lies in, if there is one. */
function pinIn(placed: PlacedGraph, id: string, container: string | undefined, at: Point): Pin {
  const { x, y } = container === undefined ? { x: 0, y: 0 } : originOf(placed, container)
  return { id: pinIdOf(id, container), x: Math.round(at.x - x), y: Math.round(at.y - y) }
}

function originOf(placed: PlacedGraph, id: string): Point {
  const origin = placed.origins.get(id)
  if (origin === undefined) throw new Error(`Not a placed container: ${id}`)
  return { x: origin.x, y: origin.y }
}

function rectOf(placed: PlacedGraph, id: string): Point {
  const rect = placed.at.get(id)
  if (rect === undefined) throw new Error(`Not a placed node: ${id}`)
  return { x: rect.x, y: rect.y }
}
