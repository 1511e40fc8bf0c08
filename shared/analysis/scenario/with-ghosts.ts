import type { Inventory } from '../../inventory/inventory'
import type { Simulation } from './simulate-scenario'

/**
 * The landscape after a scenario with the ghosts of what went: the tools that go are still there, retired and without
 * flows, so that everything keeps its place and the eye finds what is missing.
 */
export function withGhosts(inventory: Inventory, { after, gone }: Simulation): Inventory {
  const tools = new Map(after.tools)
  for (const id of gone) {
    const tool = inventory.tools.get(id)
    if (tool !== undefined) tools.set(id, { ...tool, status: 'retired' })
  }
  return { ...after, tools }
}
