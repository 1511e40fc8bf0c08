import { deltaReceiver, deltaSender } from '../../renderer/river/delta'
import { apart, LAID_LISTS, routeLists, routesOf, together } from '../../renderer/river/laid'
import { routeEdges } from '../../shared/graph/edge-routes'
import type { PlacedGraph } from '../../shared/graph/graph'

const collect = (globalThis as { gc?: () => void }).gc

function usedMB(): number {
  collect?.()
  collect?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

/** What the window holds of a layout, after it has come from the worker in the worker's own way. */
export async function heldMB(placed: PlacedGraph): Promise<number> {
  const { lists, rest } = apart({ placed, pins: [] })
  const send = deltaSender(LAID_LISTS)
  const receiver = deltaReceiver(LAID_LISTS)
  const all = { ...lists, ...routeLists(routeEdges(placed)) }
  const before = usedMB()
  const orders = send(all, (part, transfer) => receiver.take(structuredClone(part, { transfer: transfer ?? [] })))
  const held = await receiver.listsOf(orders)
  kept = [await together(held, rest), await routesOf(held)]
  return usedMB() - before
}

/** What was measured last, so that it isn't let go before. */
export let kept: readonly unknown[] = []
