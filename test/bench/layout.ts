import { routeEdges } from '../../shared/graph/edge-routes'
import type { Graph } from '../../shared/graph/graph'
import { layout } from '../../shared/graph/layout'
import { aCompany } from '../shared/graph/a-company'
import { inTurn } from './measure'
import { dagrePlaces, elkPlaces, loadPeers } from './peers'
import { crossingsPerEdge, overlapsOf, type Placed } from './quality'
import { argument, QUICK, reporter, short, spread } from './table'

const LAYERED = { 'elk.algorithm': 'layered' }
const INCLUDE = { ...LAYERED, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }
const SEPARATE = { ...LAYERED, 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' }
const PACKED = { 'elk.algorithm': 'rectpacking' }

interface Way {
  readonly name: string
  /** The most tools at which it ends in reasonable time, in a full run and in a quick one. */
  readonly upTo: readonly [full: number, quick: number]
  place(graph: Graph): Placed | Promise<Placed>
}

const peers = loadPeers(argument('root') ?? '.')
const ways: readonly Way[] = [
  { name: 'ours', upTo: [10_000, 10_000], place: (graph) => layout(graph, new Map()) },
  ...(peers === undefined
    ? []
    : ([
        {
          name: 'elkjs layered, INCLUDE_CHILDREN',
          upTo: [1_000, 300],
          place: (graph) => elkPlaces(peers.elk, graph, INCLUDE),
        },
        {
          name: 'elkjs layered, SEPARATE_CHILDREN',
          upTo: [3_000, 1_000],
          place: (graph) => elkPlaces(peers.elk, graph, SEPARATE),
        },
        {
          name: 'elkjs rectpacking (no edges)',
          upTo: [10_000, 1_000],
          place: (graph) => elkPlaces(peers.elk, graph, PACKED),
        },
        { name: 'dagre, flat', upTo: [1_000, 300], place: (graph) => dagrePlaces(peers.dagre, graph) },
      ] satisfies readonly Way[])),
]

const report = reporter()
for (const [tools, departments] of [
  [300, 15],
  [1_000, 20],
  [3_000, 40],
  [10_000, 60],
] as const) {
  const { graph } = aCompany(tools, departments, Math.round(tools * 1.5))
  const able = ways.filter(({ upTo: [full, quick] }) => tools <= (QUICK ? quick : full))
  const placed = new Map<string, Placed>()
  const failed = new Map<string, string>()
  const cases = able.map(({ name, place }) => ({
    name,
    run: async () => {
      try {
        placed.set(name, await place(graph))
      } catch (error) {
        failed.set(name, error instanceof Error ? error.message : String(error))
      }
    },
  }))
  const rounds = QUICK ? 2 : tools <= 1_000 ? 3 : 2
  const timings = await inTurn(cases, rounds, tools <= 1_000 ? 1 : 0)
  const ours = timings[0]?.cpu.median ?? Number.NaN
  const ids = graph.tools.map(({ id }) => id)
  report.add({
    title: `Layout, ${tools} tools, ${graph.edges.length} lines, ${departments} departments, ${rounds} rounds in turn`,
    columns: ['what', 'wall ms: median (min–max)', 'CPU ms', 'ratio of CPU', 'cards overlapping', 'crossings per line'],
    rows: timings.map(({ name, wall, cpu }) => {
      const result = placed.get(name)
      const start = [name, spread(wall), short(cpu.median), `${short(cpu.median / ours)}×`]
      if (result === undefined) return [...start, failed.get(name) ?? 'failed', '–']
      return [...start, overlapsOf(result, ids), short(crossingsPerEdge(result, graph.edges))]
    }),
    ...(peers === undefined ? { notes: ['elkjs and dagre are not installed: npm ci in test/bench'] } : {}),
  })
  const own = layout(graph, new Map())
  const [routes] = await inTurn([{ name: 'routes', run: () => routeEdges(own) }], rounds, 1)
  if (routes !== undefined) {
    report.add({
      title: `Routes of the ${graph.edges.length} lines at ${tools} tools`,
      columns: ['what', 'wall ms: median (min–max)', 'CPU ms'],
      rows: [['routeEdges', spread(routes.wall), short(routes.cpu.median)]],
    })
  }
}
