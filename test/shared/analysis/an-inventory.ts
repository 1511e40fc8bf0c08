import type { Inventory } from '../../../shared/inventory/inventory'
import { EMPTY_INVENTORY } from '../../../shared/inventory/inventory'
import type {
  BusinessFunction,
  DataObject,
  DataObjectId,
  Department,
  DepartmentId,
  Flow,
  FlowId,
  FunctionId,
  Judgement,
  Level,
  Tool,
  ToolId,
  Usage,
  UsageId,
  Verdict,
  VerdictId,
} from '../../../shared/inventory/nouns'

/** What a test says of a tool: departments and functions by name. */
type ToolFacts = Omit<Partial<Tool>, 'id' | 'name' | 'functions' | 'owner'> & {
  does?: readonly string[]
  owner?: string
  usedBy?: readonly string[]
  id?: string
}

/** What a test says of a flow: data objects by name. */
type FlowFacts = Omit<Partial<Flow>, 'dataObjects'> & { data?: readonly string[] }

/** A small inventory in a test's own words; every name becomes an id (`Jira` → `t:Jira`). */
export function someInventory() {
  const departments = new Map<DepartmentId, Department>()
  const functions = new Map<FunctionId, BusinessFunction>()
  const tools = new Map<ToolId, Tool>()
  const usages = new Map<UsageId, Usage>()
  const dataObjects = new Map<DataObjectId, DataObject>()
  const flows = new Map<FlowId, Flow>()
  const verdicts = new Map<VerdictId, Verdict>()

  const department = (name: string): DepartmentId => {
    const id = `d:${name}` as DepartmentId
    departments.set(id, departments.get(id) ?? { id, name })
    return id
  }
  const job = (name: string, facts: Partial<BusinessFunction> = {}): FunctionId => {
    const id = `f:${name}` as FunctionId
    functions.set(id, { ...functions.get(id), id, name, ...facts })
    return id
  }
  const data = (name: string, master?: string): DataObjectId => {
    const id = `o:${name}` as DataObjectId
    const mastered = master === undefined ? {} : { master: toolId(master) }
    dataObjects.set(id, { ...dataObjects.get(id), id, name, ...mastered })
    return id
  }
  const builder = {
    job: (name: string, facts: Partial<BusinessFunction> = {}) => {
      job(name, facts)
      return builder
    },
    tool: (name: string, { does = [], owner, usedBy = [], id, ...facts }: ToolFacts = {}) => {
      const tool = toolId(id ?? name)
      const ownerId = owner === undefined ? {} : { owner: department(owner) }
      tools.set(tool, { ...facts, id: tool, name, functions: does.map((each) => job(each)), ...ownerId })
      for (const each of usedBy) {
        const usage = `u:${tool}:${each}` as UsageId
        usages.set(usage, { id: usage, tool, department: department(each) })
      }
      return builder
    },
    attached: (tool: string, by: string, attachment: Level) => {
      const id = `u:${tool}:${by}` as UsageId
      usages.set(id, { ...usages.get(id), id, tool: toolId(tool), department: department(by), attachment })
      return builder
    },
    data: (name: string, master?: string) => {
      data(name, master)
      return builder
    },
    flow: (source: string, target: string, { data: names = [], ...facts }: FlowFacts = {}) => {
      const id = `w:${flows.size + 1}` as FlowId
      const dataObjects = names.map((name) => data(name))
      flows.set(id, { id, source: toolId(source), target: toolId(target), dataObjects, method: 'api', ...facts })
      return builder
    },
    verdict: (judgement: Judgement, ...names: string[]) => {
      const id = `v:${verdicts.size + 1}` as VerdictId
      verdicts.set(id, { id, judgement, tools: names.map(toolId), date: '2026-01-01' })
      return builder
    },
    build: (): Inventory => ({
      ...EMPTY_INVENTORY,
      departments,
      functions,
      tools,
      usages,
      dataObjects,
      flows,
      verdicts,
    }),
  }
  return builder
}

export function toolId(name: string): ToolId {
  return `t:${name}` as ToolId
}

/** The same rows in the opposite order. */
export function reversed(inventory: Inventory): Inventory {
  const turned = Object.entries(inventory).map(([name, rows]) => [
    name,
    new Map([...(rows as unknown as Map<string, unknown>)].reverse()),
  ])
  return Object.fromEntries(turned) as Inventory
}
