import type { FileKind } from '../../../shared/import/table'
import type { Inventory } from '../../../shared/inventory/inventory'

/** A record's name; a flow without one is called by its ends. */
export function nameIn({ tools, departments, flows }: Inventory, kind: FileKind, id: string): string {
  if (kind === 'tools') return tools.get(id as never)?.name ?? id
  if (kind === 'departments') return departments.get(id as never)?.name ?? id
  if (kind !== 'flows') return id
  const flow = flows.get(id as never)
  if (flow === undefined) return id
  return flow.name ?? `${tools.get(flow.source)?.name ?? flow.source} → ${tools.get(flow.target)?.name ?? flow.target}`
}
