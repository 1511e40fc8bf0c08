import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '../../../../shared/import/values/dates'
import { readMonths } from '../../../../shared/import/values/durations'
import { FREQUENCY_WORDS } from '../../../../shared/import/values/flow-vocabulary'
import { moneyUnit, readMoney } from '../../../../shared/import/values/money'
import { type CellValue, readNumber } from '../../../../shared/import/values/numbers'
import * as vocabulary from '../../../../shared/import/values/vocabulary'
import { readWord, type Vocabulary } from '../../../../shared/import/values/words'
import { imported } from '../import-kit'

const shown = (cell: CellValue<unknown>) =>
  cell.is === 'value' ? [cell.value, cell.rest ?? false] : cell.is === 'bad' && cell.known ? 'known' : cell.is
const money = (cell: string, header = 'Kosten') => shown(readMoney(cell, 'german', moneyUnit(header), 'EUR'))

describe('cells that say more than their field holds', () => {
  test.each<[string, unknown]>([
    ['20–30', [25, true]],
    ['50+', [50, true]],
    ['max. 100', [100, true]],
    ['> 40', [40, true]],
    ['12 (geschätzt)', [12, true]],
    ['ca. 50', [50, false]],
    ['12', [12, false]],
    ['environ 30 utilisateurs', [30, false]],
    ['40 gebruikers', [40, false]],
  ])('number %s', (cell, expected) => expect(shown(readNumber(cell, 'german'))).toEqual(expected))

  test.each<[string, unknown]>([
    ['31.12.2026 (Option 1 Jahr)', ['2026-12-31', true]],
    ['2026-12-31 10:00', ['2026-12-31', false]],
    ['bis 31.12.2026', ['2026-12-31', false]],
    ['31 décembre 2026', ['2026-12-31', false]],
    ['31 juli 2026', ['2026-07-31', false]],
    ['juillet 2026', ['2026-07-31', false]],
    ['3. Quartal 2026', ['2026-09-30', false]],
    ['unbefristet', 'known'],
    ['rolling', 'known'],
    ['automatische Verlängerung', 'known'],
    ['durée indéterminée', 'known'],
    ['irgendwann', 'bad'],
  ])('date %s', (cell, expected) => expect(shown(readDate(cell, 'day-first'))).toEqual(expected))

  test.each<[string, unknown]>([
    ['every two weeks', 'known'],
    ['quartalsweise', 'known'],
    ['halbjährlich', 'known'],
    ['2x täglich', ['daily', true]],
    ['mensuel', ['monthly', false]],
    ['wekelijks', ['weekly', false]],
    ['dann und wann', 'bad'],
  ])('rhythm %s', (cell, expected) => expect(shown(readWord(cell, FREQUENCY_WORDS))).toEqual(expected))

  test.each<[vocabularyName: keyof typeof vocabulary, string, unknown]>([
    ['AI_WORDS', 'Yes (Freddy)', ['embedded', true]],
    ['AI_WORDS', 'integriert (Copilot)', ['embedded', false]],
    ['YES_NO_WORDS', 'oui', ['yes', false]],
    ['YES_NO_WORDS', 'nee', ['no', false]],
    ['YES_NO_WORDS', '✓', ['yes', false]],
    ['YES_NO_WORDS', 'FALSE', ['no', false]],
    ['YES_NO_WORDS', 'Option 1', 'bad'],
    ['STATUS_WORDS', 'en production', ['active', false]],
    ['STATUS_WORDS', 'niet in gebruik', ['retired', false]],
    ['STATUS_WORDS', 'aktiv seit 2019', ['active', true]],
    ['CRITICALITY_WORDS', 'élevée', [3, false]],
    ['HOSTING_WORDS', 'op locatie', ['on-premises', false]],
  ])('%s: %s', (name, cell, expected) => {
    const words = new Map<string, Vocabulary<unknown>>(Object.entries(vocabulary)).get(name)
    expect(words && shown(readWord(cell, words))).toEqual(expected)
  })

  test('money: thousands, months, French and Dutch', () => {
    expect(money('12 k€')).toEqual([{ minor: 1_200_000, currency: 'EUR' }, false])
    expect(money('3,5', 'Kosten in TEUR')).toEqual([{ minor: 350_000, currency: 'EUR' }, false])
    expect(money('100 € par mois')).toEqual([{ minor: 120_000, currency: 'EUR' }, false])
    expect(money('100', 'Kosten per maand')).toEqual([{ minor: 120_000, currency: 'EUR' }, false])
    expect(money("1'200.-", 'Kosten (CHF)')).toEqual([{ minor: 120_000, currency: 'CHF' }, false])
    expect(money('10–20 €')).toEqual([{ minor: 1500, currency: 'EUR' }, true])
    expect(shown(readMonths('3 mois', 'german', 'Préavis'))).toEqual([3, false])
    expect(shown(readMonths('6 Monate zum Jahresende', 'german', 'Frist'))).toEqual([6, true])
  })

  test('what is more than the field holds stays with the tool, without complaint, and importing again is idle', () => {
    const text = 'Tool;Nutzer;KI;Vertragsende\nA;20–30;Yes (Freddy);unbefristet\nB;5;ja;2026\n'
    const first = imported('x.csv', text)
    const [a, b] = [...first.after.tools.values()]
    expect(a).toMatchObject({ users: 25, ai: 'embedded' })
    expect(a?.extra).toEqual({ Nutzer: '20–30', KI: 'Yes (Freddy)', Vertragsende: 'unbefristet' })
    expect(b?.extra).toBeUndefined()
    expect(first.plan.notices).toEqual([])
    expect(imported('x.csv', text, first.after, 2).plan.changes).toEqual([])
  })

  test('a range keeps its ends, and no text makes a reader throw', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (low, high) => {
        expect(shown(readNumber(`${low}–${high}`, 'english'))).toEqual([(low + high) / 2, true])
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        for (const words of Object.values(vocabulary) as readonly Vocabulary<unknown>[]) readWord(cell, words)
        readDate(cell, 'day-first')
        readMonths(cell, 'german', '')
        money(cell)
      }),
    )
  })
})
