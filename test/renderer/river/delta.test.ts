import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DeltaPart, deltaReceiver, deltaSender, type ListKinds, mapOf } from '../../../renderer/river/delta'
import { LAID_LISTS } from '../../../renderer/river/laid'
import { packOverlaps, unpackOverlaps } from '../../../renderer/river/overlap-pack'
import { packRoutes, unpackRoutes } from '../../../renderer/river/route-pack'
import type { Overlap } from '../../../shared/analysis/findings'
import { routeEdges } from '../../../shared/graph/edge-routes'
import { layout } from '../../../shared/graph/layout'
import { JUDGEMENTS, type ToolId } from '../../../shared/inventory/nouns'
import { aCompany } from '../../shared/graph/a-company'

interface Item {
  readonly id: string
  readonly value: number
}

const KINDS = { items: { keyOf: ({ id }: Item) => id } } as unknown as ListKinds
const arbList = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdefghij'), value: fc.integer({ min: 0, max: 2 }) }),
  { selector: ({ id }) => id },
)

it('the page has what the worker has, and keeps every object that did not change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbList, { minLength: 1, maxLength: 6 }), async (steps) => {
      const send = deltaSender(KINDS)
      const receiver = deltaReceiver(KINDS)
      let before: readonly Item[] | undefined
      for (const items of steps) {
        const orders = send({ items }, (part) => receiver.take(structuredClone(part)))
        const now = (await receiver.listsOf(structuredClone(orders))).items as readonly Item[]
        expect(now).toEqual(items)
        for (const item of now) {
          const old = before?.find(({ id }) => id === item.id)
          if (old?.value === item.value) expect(item).toBe(old)
        }
        if (before?.length === now.length && before.every((item, at) => item === now[at])) expect(now).toBe(before)
        before = now
      }
    }),
    { numRuns: 200 },
  )
})

it('sends nothing but the one item that changed', () => {
  const send = deltaSender(KINDS)
  const items = Array.from({ length: 2_000 }, (_, at): Item => ({ id: String(at), value: 0 }))
  const parts: DeltaPart[] = []
  send({ items }, (part) => parts.push(part))
  expect(parts.length).toBeGreaterThan(2)
  parts.length = 0
  send({ items: items.map((item, at) => (at === 700 ? { ...item, value: 1 } : { ...item })) }, (part) =>
    parts.push(part),
  )
  expect(parts).toEqual([{ list: 'items', wire: [{ id: '700', value: 1 }] }])
})

it('routes and rectangles arrive as they were sent', () => {
  const placed = layout(aCompany(120, 6, 200).graph, new Map())
  const routes = [...routeEdges(placed)]
  const { wire, transfer } = packRoutes(routes)
  const arrived = unpackRoutes(structuredClone(wire, { transfer }))
  expect(arrived.map(([id]) => id)).toEqual(routes.map(([id]) => id))
  for (const [at, [, { path, points, label, arrow, backArrow }]] of arrived.entries()) {
    const [, sent] = routes[at] as (typeof routes)[number]
    expect({ path, points, label, arrow, ...(backArrow === undefined ? {} : { backArrow }) }).toEqual(sent)
  }
  const { encode, decode } = LAID_LISTS.at as unknown as {
    encode(items: readonly unknown[]): { wire: unknown }
    decode(wire: unknown): readonly unknown[]
  }
  expect(decode(structuredClone(encode([...placed.at]).wire))).toEqual([...placed.at])
})

it('edges arrive as they were sent, with every id as one text', () => {
  const { edges } = aCompany(120, 6, 300).graph
  const { decode } = LAID_LISTS.edges as unknown as { decode(wire: unknown): typeof edges }
  const arrived = decode(structuredClone(edges))
  expect(arrived).toEqual(edges)
  expect(arrived.map((edge) => Object.keys(edge))).toEqual(edges.map((edge) => Object.keys(edge)))
})

it('overlaps arrive as they were sent', () => {
  const overlaps: readonly Overlap[] = [
    {
      tools: ['t1.1' as ToolId, 't1.22' as ToolId],
      score: 0.5625,
      kind: 'same-product',
      reasons: [{ code: 'same-function', weight: 0.1, value: 'Verträge', functionKeys: ['f1.5'] }],
      proposed: true,
    },
    { tools: ['t2.1' as ToolId, 't3.1' as ToolId], score: 0, kind: 'overlap', reasons: [], proposed: false },
    ...JUDGEMENTS.map(
      (verdict, at): Overlap => ({
        tools: ['t1.1' as ToolId, `t4.${at}` as ToolId],
        score: 1 / 3,
        kind: 'in-suite',
        reasons: [{ code: 'same-vendor', weight: 1 / 3, value: '‹ü›' }],
        proposed: at % 2 === 0,
        verdict,
      }),
    ),
  ]
  const { wire, transfer } = packOverlaps(overlaps)
  const arrived = unpackOverlaps(structuredClone(wire, { transfer }))
  const plain = arrived.map(({ tools, score, kind, reasons, proposed, verdict }) => ({
    ...{ tools, score, kind, reasons, proposed },
    ...(verdict === undefined ? {} : { verdict }),
  }))
  expect(plain).toEqual(overlaps)
})

it('puts together what is known so far while the rest already arrives', async () => {
  const send = deltaSender(KINDS)
  const receiver = deltaReceiver(KINDS)
  const some = [{ id: 'a', value: 1 }]
  const all = [
    { id: 'b', value: 2 },
    { id: 'a', value: 1 },
  ]
  const soFar = receiver.taken(send({ items: some }, (part) => receiver.take(structuredClone(part))))
  const rest = receiver.taken(send({ items: all }, (part) => receiver.take(structuredClone(part))))
  const first = (await soFar()).items
  const second = (await rest()).items
  expect([first, second]).toEqual([some, all])
  expect(second?.[1]).toBe(first?.[0])
})

it('says of ten thousand kept items in a few numbers where they are', () => {
  const send = deltaSender(KINDS)
  const items = Array.from({ length: 10_000 }, (_, at): Item => ({ id: String(at), value: 0 }))
  const noPart = () => undefined
  expect([...(send({ items }, noPart).items ?? [])]).toEqual([-1, 10_000])
  const fewer = items.filter((_, at) => at !== 500)
  expect([...(send({ items: fewer }, noPart).items ?? [])]).toEqual([0, 500, 501, 9_499])
  expect(send({ items: [...fewer] }, noPart).items).toBeUndefined()
})

it('makes the same map of the same list', async () => {
  const list = [['a', 1] as const, ['b', 2] as const]
  expect(await mapOf(list)).toEqual(new Map(list))
  expect(await mapOf(list)).toBe(await mapOf(list))
})
