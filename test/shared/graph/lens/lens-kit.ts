import fc from 'fast-check'
import { LENS_ATTRIBUTES } from '../../../../shared/graph/lens/attributes'
import { type LensExtras, type LensReader, lensReader } from '../../../../shared/graph/lens/reader'
import type { Inventory } from '../../../../shared/inventory/inventory'
import type { AttributeFilter } from '../../../../shared/inventory/map-look'
import { arbInventory } from '../../../arbitraries'

export const NO_EXTRAS: LensExtras = { domains: new Map(), functions: new Map() }
export const TODAY = '2026-03-31'

/** A reader of the inventory as the tests see it: nothing is known but what the tools say. */
export function readerOf(inventory: Inventory, extras: LensExtras = NO_EXTRAS): LensReader {
  return lensReader(inventory, extras, TODAY)
}

/** Tools with dates, vendors, tags, fits and unmapped columns besides what `arbInventory` gives them. */
export const arbRichInventory: fc.Arbitrary<Inventory> = arbInventory.chain((inventory) =>
  fc
    .array(
      fc.record(
        {
          vendor: fc.constantFrom('SAP', 'Microsoft', '__proto__'),
          tags: fc.subarray(['a', 'b', 'constructor']),
          contractEnd: fc.constantFrom('2026-03-30', '2026-03-31', '2026-06-30', '2026-07-01', '2027-04-01', 'soon'),
          functionalFit: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
          technicalFit: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
          annualCost: fc.record({ minor: fc.nat(90_000_000), currency: fc.constantFrom('EUR', 'USD', 'CHF') }),
          extra: fc.dictionary(fc.constantFrom('Site', 'toString', 'Nr.'), fc.constantFrom('', 'Ulm', '7')),
        },
        { requiredKeys: [] },
      ),
      { minLength: inventory.tools.size, maxLength: inventory.tools.size },
    )
    .map((said) => {
      const tools = [...inventory.tools.values()].map((tool, index) => [tool.id, { ...tool, ...said[index] }] as const)
      return { ...inventory, tools: new Map(tools) }
    }),
)

const arbAttribute = fc.constantFrom(
  ...LENS_ATTRIBUTES,
  'extra:Site',
  'extra:toString',
  'extra:gone',
  'from the future',
)

/** Filters as somebody chooses them, of values that occur, of unknown, and of what doesn't occur. */
export function arbFilters(reader: LensReader): fc.Arbitrary<readonly AttributeFilter[]> {
  const filter = arbAttribute.chain((attribute) => {
    const values = new Set(['', 'never', ...[...reader.column(attribute).values()].flat()])
    return fc.record({ values: fc.subarray([...values]), without: fc.boolean() }).map(
      ({ values: asked, without }): AttributeFilter => ({
        attribute,
        values: asked,
        ...(without ? { without } : {}),
      }),
    )
  })
  return fc.array(filter, { maxLength: 4 })
}

/** An inventory with a reader and filters that fit it. */
export const arbFiltered = arbRichInventory.chain((inventory) => {
  const reader = readerOf(inventory)
  return arbFilters(reader).map((filters) => ({ inventory, reader, filters }))
})
