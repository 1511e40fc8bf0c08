import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { ownEntriesFromText, ownEntriesToText } from '../../../shared/catalogue/own-entries-file'

const arbText = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() === text)
const arbEntry = fc.record(
  {
    name: arbText.filter((text) => text !== ''),
    aliases: fc.array(
      arbText.filter((text) => text !== ''),
      { maxLength: 3 },
    ),
    product: arbText.filter((text) => text !== ''),
    functions: fc.array(fc.constantFrom('chat', 'payroll'), { maxLength: 2 }),
  },
  { requiredKeys: ['name', 'functions'] },
)

test.prop([fc.array(arbEntry, { maxLength: 8 })])('what was written is read back', (entries) => {
  expect(ownEntriesFromText(ownEntriesToText(entries))).toEqual({ ok: true, value: entries })
})

test('anything else is refused with a reason', () => {
  expect(ownEntriesFromText('Name;Vendor')).toEqual({ ok: false, error: { code: 'not-json' } })
  const wrong = ownEntriesFromText('{"format":"toolscape-own-products","version":1,"products":[{"name":"X"}]}')
  expect(wrong).toMatchObject({ ok: false, error: { code: 'not-own-products', where: 'products.0.functions' } })
  const mapping = ownEntriesFromText('{"format":"toolscape-mapping","version":1,"mappings":[]}')
  expect(mapping).toMatchObject({ ok: false, error: { code: 'not-own-products', where: 'format' } })
})
