import { assignFunctions } from '../../shared/analysis/assign-functions'
import { findOverlaps } from '../../shared/analysis/find-overlaps'
import { judge, NOTHING_RECOGNISED } from '../../shared/analysis/judge'
import { rankBundles } from '../../shared/analysis/rank-bundles'
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
import { bruteForce } from './brute-force'
import { inTurn } from './measure'
import { QUICK, reporter, short, TIMING_COLUMNS, timingRows } from './table'

const DEPARTMENTS = 60
const TODAY = '2026-01-01'

/** A company of so many tools: `crowd` of them do one job, the others one or two of `jobs`. */
function company(count: number, jobs: number, crowd: number): Inventory {
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

const report = reporter()
/** Tools, functions, tools that all do the same job, and each how manieth tool the brute force looks at. */
const SIZES: readonly (readonly [number, number, number, number])[] = [
  [1_000, 150, 0, QUICK ? 20 : 2],
  [10_000, 150, 0, QUICK ? 2_000 : 200],
  [10_000, 320, 0, QUICK ? 2_000 : 200],
  [10_000, 150, 2_000, QUICK ? 2_000 : 200],
]
for (const [count, jobs, crowd, every] of SIZES) {
  const inventory = company(count, jobs, crowd)
  const assigned = assignFunctions(inventory, new Map(), new Map())
  const ours = 'overlaps'
  const brute = every === 1 ? 'brute force: all pairs' : `brute force: each ${every}th tool with all behind it`
  const timings = await inTurn(
    [
      { name: ours, run: () => findOverlaps(inventory, assigned) },
      { name: 'bundles', run: () => rankBundles(inventory, assigned, TODAY) },
      { name: 'judge (functions, overlaps, bundles)', run: () => judge(inventory, NOTHING_RECOGNISED, TODAY) },
      { name: brute, run: () => bruteForce(inventory, assigned, every) },
    ],
    QUICK ? 2 : count > 5_000 ? 3 : 5,
    QUICK ? 0 : 1,
  )
  const truth = bruteForce(inventory, assigned, every)
  const overlaps = findOverlaps(inventory, assigned)
  const found = new Set(overlaps.map(({ tools }) => [...tools].join(' ')))
  const hit = [...truth.pairs].filter(
    (pair) => found.has(pair) || found.has(pair.split(' ').reverse().join(' ')),
  ).length
  const all = (count * (count - 1)) / 2
  const bruteMs = timings.find(({ name }) => name === brute)?.cpu.median ?? Number.NaN
  const oursMs = timings.find(({ name }) => name === ours)?.cpu.median ?? Number.NaN
  const allMs = (bruteMs * all) / truth.compared
  report.add({
    title: `Analysis, ${count} tools, ${jobs} functions${crowd > 0 ? `, a crowd of ${crowd} with one job` : ''}`,
    columns: TIMING_COLUMNS,
    rows: timingRows(timings, ours),
    notes: [
      `${overlaps.length} overlaps listed; of ${truth.pairs.size} that brute force lists, ${hit} are found (recall ${short(hit / truth.pairs.size)})`,
      `all ${all} pairs by brute force: ${short(allMs)} ms CPU${every === 1 ? '' : ' (from the share)'}, ${short(allMs / oursMs)}× ours`,
    ],
  })
}
