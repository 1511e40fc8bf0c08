import { type Pin, pinIdOf } from '../inventory/nouns'
import type { Point } from './geometry'
import type { PlacedGraph } from './graph'

/** The pins to remember for everything that was placed now, in the order of `placedNow`. */
export function pinsOf(placed: PlacedGraph): readonly Pin[] {
  const containers = new Map<string, string>(placed.graph.tools.map((tool) => [tool.id, tool.container]))
  return placed.placedNow.map((id) => {
    const container = containers.get(id)
    const at = container === undefined ? originOf(placed, id) : rectOf(placed, id)
    return container === undefined ? { id: pinIdOf(id), ...at } : relative(placed, id, container, at)
  })
}

/**
 * The pin of a node whose rectangle somebody dragged so that its top left corner lies at this point (absolute). A
 * container's pin moves as far as its rectangle did; a tool's is relative to its container's origin.
 */
export function pinAt(placed: PlacedGraph, id: string, corner: Point): Pin {
  const tool = placed.graph.tools.find((node) => node.id === id)
  if (tool !== undefined) return relative(placed, id, tool.container, corner)
  const rect = rectOf(placed, id)
  const origin = originOf(placed, id)
  return { id: pinIdOf(id), x: Math.round(origin.x + corner.x - rect.x), y: Math.round(origin.y + corner.y - rect.y) }
}

function relative(placed: PlacedGraph, id: string, container: string, corner: Point): Pin {
  const origin = originOf(placed, container)
  return { id: pinIdOf(id, container), x: Math.round(corner.x - origin.x), y: Math.round(corner.y - origin.y) }
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
