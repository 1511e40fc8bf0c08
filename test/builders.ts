import { idSource } from '../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../shared/inventory/inventory'
import type {
  BusinessFunction,
  DataObjectId,
  Department,
  DepartmentId,
  Flow,
  FunctionId,
  Tool,
  ToolId,
} from '../shared/inventory/nouns'

/** What a tool of a test may say besides its name: departments, functions and users by their names. */
export interface ToolSays extends Partial<Omit<Tool, 'id' | 'name' | 'functions' | 'owner'>> {
  readonly functions?: readonly string[]
  readonly owner?: string
  readonly usedBy?: readonly string[]
}

/** What a department of a test may say; the parent by its name. */
export interface DepartmentSays extends Partial<Omit<Department, 'id' | 'name' | 'parent'>> {
  readonly parent?: string
}

/** What a flow of a test may say; data objects by their names. */
export interface FlowSays extends Partial<Omit<Flow, 'id' | 'source' | 'target' | 'dataObjects'>> {
  readonly dataObjects?: readonly string[]
}

/** Builds an inventory in a test's own words. Whatever is named and doesn't exist yet is made. */
export interface InventoryBuilder {
  tool(name: string, says?: ToolSays): InventoryBuilder
  department(name: string, says?: DepartmentSays): InventoryBuilder
  function(name: string, says?: Partial<Omit<BusinessFunction, 'id' | 'name'>>): InventoryBuilder
  flow(source: string, target: string, says?: FlowSays): InventoryBuilder
  build(): Inventory
}

/** An empty inventory to start from. Ids are those of Change `sequence`: the first tool is `t1.1`. */
export function anInventory(sequence = 1): InventoryBuilder {
  const ids = idSource(sequence)
  const tables = Object.fromEntries(Object.keys(EMPTY_INVENTORY).map((name) => [name, new Map()])) as unknown as {
    [T in keyof Inventory]: Map<string, unknown>
  }
  const byName = <Id extends string>(table: keyof Inventory, name: string, make: () => Id): Id => {
    for (const row of tables[table].values()) {
      const { id, name: known } = row as { id: Id; name: string }
      if (known === name) return id
    }
    return make()
  }
  const department = (name: string, says: DepartmentSays = {}): DepartmentId => {
    const { parent, ...rest } = says
    const above = parent === undefined ? undefined : byName('departments', parent, () => department(parent))
    const id = byName('departments', name, () => ids('departments'))
    tables.departments.set(id, { id, name, ...rest, ...(above === undefined ? {} : { parent: above }) })
    return id
  }
  const func = (name: string, says: Partial<BusinessFunction> = {}): FunctionId => {
    const id = byName('functions', name, () => ids('functions'))
    tables.functions.set(id, { id, name, ...says })
    return id
  }
  const dataObject = (name: string): DataObjectId => {
    const id = byName('dataObjects', name, () => ids('dataObjects'))
    tables.dataObjects.set(id, { id, name })
    return id
  }
  const tool = (name: string, says: ToolSays = {}): ToolId => {
    const { functions = [], owner, usedBy = [], ...rest } = says
    const id = ids('tools')
    tables.tools.set(id, {
      id,
      name,
      ...rest,
      functions: functions.map((each) => byName('functions', each, () => func(each))),
      ...(owner === undefined ? {} : { owner: byName('departments', owner, () => department(owner)) }),
    })
    for (const user of usedBy) {
      const usage = ids('usages')
      const by = byName('departments', user, () => department(user))
      tables.usages.set(usage, { id: usage, tool: id, department: by })
    }
    return id
  }
  const builder: InventoryBuilder = {
    tool(name, says) {
      tool(name, says)
      return builder
    },
    department(name, says) {
      department(name, says)
      return builder
    },
    function(name, says) {
      func(name, says)
      return builder
    },
    flow(source, target, says = {}) {
      const { dataObjects = [], ...rest } = says
      const id = ids('flows')
      const from = byName('tools', source, () => tool(source))
      const to = byName('tools', target, () => tool(target))
      const carried = dataObjects.map((each) => byName('dataObjects', each, () => dataObject(each)))
      tables.flows.set(id, { id, source: from, target: to, method: 'unknown', ...rest, dataObjects: carried })
      return builder
    },
    build: () =>
      Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, new Map(rows)])) as unknown as Inventory,
  }
  return builder
}

/** The id of the one tool with this name; throws when there is none or more than one. */
export function toolId(inventory: Inventory, name: string): ToolId {
  const found = [...inventory.tools.values()].filter((each) => each.name === name)
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} tools are called ${name}`)
  return found[0].id
}

/** The flows in a test's own words: `Jira → Slack`, `Jira ↔ Slack`, in the inventory's order. */
export function arrowsOf(inventory: Inventory): readonly string[] {
  const nameOf = (id: ToolId) => inventory.tools.get(id)?.name ?? '?'
  return [...inventory.flows.values()].map(
    ({ source, target, bothWays }) => `${nameOf(source)} ${bothWays ? '↔' : '→'} ${nameOf(target)}`,
  )
}
