import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FILE_KINDS } from '../../../shared/import/fields'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'
import { arbAnyMappedTable } from '../../arbitraries'
import { imported } from './import-kit'

// What is worked out once and kept must come to what it would come to each time.

it('guesses the same of a table that was looked at before as of one that never was', () => {
  fc.assert(
    fc.property(arbAnyMappedTable, fc.shuffledSubarray([...FILE_KINDS], { minLength: 3 }), ({ table }, order) => {
      guessKind(table, 'list.csv')
      for (const kind of order) {
        expect(guessMapping(table, kind)).toEqual(guessMapping(structuredClone(table), kind))
      }
      expect(guessKind(table, 'list.csv')).toBe(guessKind(structuredClone(table), 'list.csv'))
    }),
  )
})

/** Ends in several writings, alone and as parts of systems. */
const arbEnd = fc.tuple(
  fc.constantFrom('SAP', 'sap', ' SAP', 'Jira', 'JIRA', 'Jira (Cloud)', 'Outlook', 'Müller', 'Mueller', '1', 'B-1'),
  fc.constantFrom('', '', 'SAP', 'Sap', 'Office', 'OFFICE', 'Jira'),
)
const arbFlows = fc.array(fc.tuple(arbEnd, arbEnd, fc.constantFrom('API', 'CSV', '')), { minLength: 1, maxLength: 12 })
const HEADER = 'Quelle,Quelle Teil von,Ziel,Ziel Teil von,Übertragung'
type Flows = typeof arbFlows extends fc.Arbitrary<infer F> ? F : never
const listOf = (flows: Flows) =>
  `${HEADER}\n${flows.map(([source, target, method]) => [...source, ...target, method].join(',')).join('\n')}\n`

it('finds the same tools and flows however often the same ends are written', () => {
  fc.assert(
    fc.property(arbFlows, fc.integer({ min: 2, max: 4 }), (flows, times) => {
      const once = imported('schnittstellen.csv', listOf(flows))
      const often = imported('schnittstellen.csv', listOf(Array.from({ length: times }, () => flows).flat()))
      expect(once.mapping.kind).toBe('flows')
      expect(often.mapping.columns).toEqual(once.mapping.columns)
      expect([...often.after.tools.values()]).toEqual([...once.after.tools.values()])
      expect([...often.after.flows.values()]).toEqual([...once.after.flows.values()])
      const { added, updated, unchanged, issues, rows } = often.plan
      expect(added + updated + unchanged + issues.length).toBe(rows)
      expect(rows).toBe(times * once.plan.rows)
    }),
  )
})
