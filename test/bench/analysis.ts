import { assignFunctions } from '../../shared/analysis/assign-functions'
import { allOverlaps } from '../../shared/analysis/find-overlaps'
import { judge, judgeAgain, judgeAnew, NOTHING_RECOGNISED } from '../../shared/analysis/judge'
import { overlapGroups } from '../../shared/analysis/overlap-groups'
import { overlapModel } from '../../shared/analysis/overlap-model'
import { rankBundles } from '../../shared/analysis/rank-bundles'
import { updateOverlaps } from '../../shared/analysis/update-overlaps'
import type { Inventory } from '../../shared/inventory/inventory'
import type { DepartmentId, Tool, ToolId } from '../../shared/inventory/nouns'
import { bruteForce } from './brute-force'
import { company, DEPARTMENTS } from './company'
import { inTurn } from './measure'
import { LARGE, QUICK, reporter, short, TIMING_COLUMNS, timingRows } from './table'

const TODAY = '2026-01-01'

const report = reporter()
const LARGE_SIZES = LARGE ? ([[50_000, 150, 0, 5_000]] as const) : []
/** Tools, functions, tools that all do the same job, and each how manieth tool the brute force looks at. */
const SIZES: readonly (readonly [number, number, number, number])[] = [
  [1_000, 150, 0, QUICK ? 20 : 2],
  [10_000, 150, 0, QUICK ? 2_000 : 200],
  [10_000, 60, 0, QUICK ? 2_000 : 200],
  [10_000, 150, 2_000, QUICK ? 2_000 : 200],
  ...LARGE_SIZES,
]
for (const [count, jobs, crowd, every] of SIZES) {
  const inventory = company(count, jobs, crowd)
  const assigned = assignFunctions(inventory, new Map(), new Map())
  const source = { inventory, assigned, catalogue: NOTHING_RECOGNISED }
  const model = overlapModel(source)
  const ours = 'overlaps, once the model is built'
  const brute = every === 1 ? 'brute force: all pairs' : `brute force: each ${every}th tool with all behind it`
  const { overlaps } = allOverlaps(model)
  const input = { inventory, catalogue: NOTHING_RECOGNISED, today: TODAY }
  const edit = edits(inventory)
  const again = (after: Inventory, id: ToolId) => {
    kept = judgeAgain(kept, { ...input, inventory: after }, new Set([id])).kept
    return kept
  }
  let kept = judgeAnew(input).kept
  const edited = overlapModel(source)
  let listed = allOverlaps(edited)
  const weighAgain = (after: Inventory, id: ToolId) => {
    listed = updateOverlaps(edited, listed, { ...source, inventory: after }, new Set([id])).found
    return listed
  }
  const timings = await inTurn(
    [
      { name: ours, run: () => allOverlaps(model) },
      { name: 'the model', run: () => overlapModel(source) },
      { name: 'one edited tool, its pairs weighed again', run: () => weighAgain(...edit()) },
      { name: 'one edited tool, everything judged again', run: () => again(...edit()) },
      { name: 'groups', run: () => overlapGroups(model, overlaps) },
      { name: 'bundles', run: () => rankBundles(inventory, assigned, TODAY) },
      { name: 'judge (all of it)', run: () => judge(inventory, NOTHING_RECOGNISED, TODAY) },
      { name: brute, run: () => bruteForce(model, every) },
    ],
    QUICK ? 2 : count > 5_000 ? 3 : 5,
    QUICK ? 0 : 1,
  )
  const truth = bruteForce(model, every)
  const found = new Set(overlaps.map(({ tools }) => tools.join(' ')))
  const hit = [...truth.pairs].filter((pair) => found.has(pair)).length
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

/** Gives a tool in the middle another department with each run. */
function edits(inventory: Inventory): () => [Inventory, ToolId] {
  const id = `t${Math.floor(inventory.tools.size / 2)}` as ToolId
  let run = 0
  return () => {
    run += 1
    const tool = inventory.tools.get(id) as Tool
    const tools = new Map(inventory.tools).set(id, { ...tool, owner: `d${run % DEPARTMENTS}` as DepartmentId })
    return [{ ...inventory, tools }, id]
  }
}
