import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { NO_LENS } from '../../../renderer/canvas/lens'
import { packCards, packLines, type Scene } from '../../../renderer/canvas/paint'
import { FADED } from '../../../renderer/canvas/paint-flags'
import { boxesOf } from '../../../renderer/canvas/strokes'
import { routeEdges } from '../../../shared/graph/edge-routes'
import { layout } from '../../../shared/graph/layout'
import { aCompany } from '../../shared/graph/a-company'

function sceneOf(tools: number): Scene {
  const placed = layout(aCompany(tools, 8, tools * 2).graph, new Map())
  return { placed, routes: routeEdges(placed), theme: 'light', ringed: new Set(), lens: NO_LENS }
}

function run<T>(steps: Generator<void, T>): { readonly made: T; readonly steps: number } {
  for (let count = 0; ; count += 1) {
    const step = steps.next()
    if (step.done === true) return { made: step.value, steps: count }
  }
}

describe('what the painting worker is told', () => {
  const scene = sceneOf(900)
  const { edges } = scene.placed.graph

  it('is all of the first scene, in steps', () => {
    const cards = run(packCards(scene, undefined)).made
    const lines = run(packLines(scene, undefined))
    expect(cards.cards?.length).toBe(900 * 4)
    expect(cards.paths).toBeUndefined()
    expect(lines.made.paths?.ends.length).toBe(edges.length)
    expect(lines.made.paths?.text).toBe(edges.map(({ id }) => scene.routes.get(id)?.path).join(''))
    expect(lines.steps).toBeGreaterThan(edges.length / 200)
  })

  it('has no line again when findings dress the cards, and no place', () => {
    const { graph } = scene.placed
    const tools = graph.tools.map((tool, at) => (at === 5 ? { ...tool, overlaps: 9 } : tool))
    const dressed = { ...scene, placed: { ...scene.placed, graph: { ...graph, tools } } }
    expect(run(packLines(dressed, scene)).made).toEqual({})
  })

  it('has the flags only when something is selected', () => {
    const edge = edges[3]
    if (edge === undefined) throw new Error('There is no line')
    const selected = { ...scene, related: new Set<string>([edge.id, edge.source, edge.target]) }
    const cards = run(packCards(selected, scene)).made
    const lines = run(packLines(selected, scene)).made
    expect(Object.keys(cards).sort()).toEqual(['bundlesFade', 'cardFlags', 'farLines', 'paper'])
    expect(Object.keys(lines)).toEqual(['lineFlags'])
    expect([...(lines.lineFlags ?? [])].filter((flag) => flag === 0)).toHaveLength(1)
    expect(lines.lineFlags?.[3]).toBe(0)
    expect(lines.lineFlags?.[4]).toBe(FADED)
  })

  it('leaves out a line whose way is not known yet', () => {
    const [gone] = edges
    const routes = new Map([...scene.routes].filter(([id]) => id !== gone?.id))
    const { made } = run(packLines({ ...scene, routes }, scene))
    expect(made.paths?.ends.length).toBe(edges.length - 1)
    expect(made.lineFlags?.length).toBe(edges.length - 1)
  })
})

const coordinate = fc.integer({ min: -400_000, max: 400_000 }).map((tenths) => tenths / 10)
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 })

test.prop([fc.array(points, { minLength: 1, maxLength: 8 })])(
  'the box of a line holds its points, and no more than a margin',
  (lines) => {
    const paths = lines.map((line) => line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    let length = 0
    const ends = Uint32Array.from(paths, (path) => (length += path.length))
    const boxes = boxesOf({ text: paths.join(''), ends })
    for (const [at, line] of lines.entries()) {
      const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)]
      const found = [...boxes.subarray(at * 4, at * 4 + 4)]
      const wanted = [Math.min(...xs) - 40, Math.min(...ys) - 40, Math.max(...xs) + 40, Math.max(...ys) + 40]
      for (const [side, value] of wanted.entries()) expect(found[side]).toBeCloseTo(value, 6)
    }
  },
)
