import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mirrorReceiver, mirrorSender } from '../../../renderer/river/mirror'
import type { Inventory } from '../../../shared/inventory/inventory'
import { arbInventory } from '../../arbitraries'

const content = (inventory: Inventory) =>
  Object.fromEntries(Object.entries(inventory).map(([table, rows]) => [table, Object.fromEntries(rows)]))

it('a worker’s copy is the page’s inventory, whatever came before and however often the worker is started anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(arbInventory, fc.boolean()), { minLength: 1, maxLength: 5 }), (steps) => {
      const sender = mirrorSender()
      let receive = mirrorReceiver()
      for (const [inventory, restarted] of steps) {
        if (restarted) {
          receive = mirrorReceiver()
          sender.forget()
        }
        const received = sender.updatesTo(inventory).map((update) => receive(structuredClone(update)))
        expect(content(received.at(-1) as Inventory)).toEqual(content(inventory))
        expect(received.slice(0, -1).every((each) => each === undefined)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

it('sends nothing when nothing changed', () => {
  fc.assert(
    fc.property(arbInventory, (inventory) => {
      const sender = mirrorSender()
      sender.updatesTo(inventory)
      expect(sender.updatesTo(inventory)).toEqual([{ anew: false, rows: [], more: false }])
    }),
    { numRuns: 20 },
  )
})
