import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'
import type {
  BusinessFunction,
  Department,
  DepartmentId,
  Flow,
  FlowId,
  FunctionId,
  Tool,
  ToolId,
  Usage,
  UsageId,
} from '../../shared/inventory/nouns'

export const DEPARTMENTS = 60

/** A company of so many tools: `crowd` of them do one job, the others one or two of `jobs`. */
export function company(count: number, jobs: number, crowd: number): Inventory {
  let state = 42
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const words = Array.from({ length: 900 }, (_, i) => `word${i}`)
  const departments = new Map<DepartmentId, Department>()
  for (let i = 0; i < DEPARTMENTS; i++)
    departments.set(`d${i}` as DepartmentId, { id: `d${i}` as DepartmentId, name: `Dept ${i}` })
  const functions = new Map<FunctionId, BusinessFunction>()
  for (let i = 0; i < jobs; i++) functions.set(`f${i}` as FunctionId, { id: `f${i}` as FunctionId, name: `Job ${i}` })
  const tools = new Map<ToolId, Tool>()
  const usages = new Map<UsageId, Usage>()
  const flows = new Map<FlowId, Flow>()
  for (let i = 0; i < count; i++) {
    const id = `t${i}` as ToolId
    const own = i < crowd ? [0] : [below(jobs), ...(below(3) === 0 ? [below(jobs)] : [])]
    tools.set(id, {
      id,
      name: `${words[below(900)]} ${words[below(900)]} ${i % 50 === 0 ? 'Cloud' : i}`,
      vendor: `Vendor ${below(300)}`,
      description: Array.from({ length: 12 }, () => words[below(900)]).join(' '),
      functions: [...new Set(own)].map((job) => `f${job}` as FunctionId),
      owner: `d${below(DEPARTMENTS)}` as DepartmentId,
      users: below(500),
      annualCost: { minor: below(5_000_000), currency: 'EUR' },
    })
    for (let j = 0; j < 3; j++) {
      const usage = `u${i}.${j}` as UsageId
      usages.set(usage, { id: usage, tool: id, department: `d${below(DEPARTMENTS)}` as DepartmentId })
    }
    if (i > 0) {
      const flow = `w${i}` as FlowId
      flows.set(flow, { id: flow, source: id, target: `t${below(i)}` as ToolId, dataObjects: [], method: 'file' })
    }
  }
  return { ...EMPTY_INVENTORY, departments, functions, tools, usages, flows }
}
