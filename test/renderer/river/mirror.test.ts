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
        expect(content(receive(structuredClone(sender.updateTo(inventory))))).toEqual(content(inventory))
      }
    }),
    { numRuns: 60 },
  )
})

it('sends nothing when nothing changed', () => {
  fc.assert(
    fc.property(arbInventory, (inventory) => {
      const sender = mirrorSender()
      sender.updateTo(inventory)
      expect(sender.updateTo(inventory)).toEqual({ anew: false, rows: [] })
    }),
    { numRuns: 20 },
  )
})
