import type { Inventory } from '../../../../shared/inventory/inventory'

/** An inventory by names instead of ids, without what a format can't carry: two of them can be compared. */
export function inWords(inventory: Inventory, without: readonly string[] = []) {
  const { tools, departments, functions, dataObjects, usages, flows } = inventory
  const leave = new Set(['id', 'origin', 'hand', 'externalId', ...without])
  const facts = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([key, value]) => !leave.has(key) && value !== undefined))
  const named = <T extends { readonly name: string }>(rows: T[]) => rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    departments: named(
      [...departments.values()].map((row) => ({
        ...facts(row),
        name: row.name,
        parent: departments.get(row.parent as never)?.name,
      })),
    ),
    tools: named(
      [...tools.values()].map((row) => ({
        ...facts(row),
        name: row.name,
        owner: departments.get(row.owner as never)?.name,
        functions: row.functions.map((id) => functions.get(id)?.name).sort(),
        usedBy: [...usages.values()]
          .filter(({ tool, department }) => tool === row.id && department !== row.owner)
          .map(({ department }) => departments.get(department)?.name)
          .sort(),
      })),
    ),
    flows: [...flows.values()]
      .map((row) => ({
        ...facts(row),
        source: tools.get(row.source)?.name,
        target: tools.get(row.target)?.name,
        dataObjects: row.dataObjects.map((id) => dataObjects.get(id)?.name).sort(),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }
}
