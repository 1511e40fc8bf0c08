import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrder, readDate } from '../../../../shared/import/values/dates'
import { readMonths } from '../../../../shared/import/values/durations'
import { currencyIn, moneyUnit, readMoney } from '../../../../shared/import/values/money'
import { numberStyle, readNumber } from '../../../../shared/import/values/numbers'
import { saysUnknown } from '../../../../shared/import/values/unknown'

const numbers = (...cells: string[]) => {
  const style = numberStyle(cells)
  return cells.map((cell) => {
    const result = readNumber(cell, style)
    return result.is === 'value' ? result.value : result.is
  })
}

describe('numbers are read by column', () => {
  test.each([
    [
      ['1.234', '12,5'],
      [1234, 12.5],
    ],
    [
      ['1.234', '12.5'],
      [1.234, 12.5],
    ],
    [
      ['1,234', '12.5'],
      [1234, 12.5],
    ],
    [['1.234'], [1234]],
    [['1,234'], [1234]],
    [
      ['1.234.567', '1.234'],
      [1234567, 1234],
    ],
    [
      ['1.234,56', '7.400,00'],
      [1234.56, 7400],
    ],
    [
      ['1,234.56', '1,234'],
      [1234.56, 1234],
    ],
    [
      ['1 234,56', "1'234,50", '3'],
      [1234.56, 1234.5, 3],
    ],
    [
      ['0.125', '0.5'],
      [0.125, 0.5],
    ],
    [
      ['ca. 50', '~60', 'rund 70', 'about 80', '≈ 90', '100+'],
      [50, 60, 70, 80, 90, 100],
    ],
    [
      ['20–30', '20-30', '20 bis 30', '10 to 20'],
      [25, 25, 25, 15],
    ],
    [
      ['-5', '−5', '(5)', '+5'],
      [-5, -5, -5, 5],
    ],
    [
      ['12 Nutzer', '3 Std.', '7 h', '870 users'],
      [12, 3, 7, 870],
    ],
    [
      ['1,5 k', '3 Mio', '2 Tsd.'],
      [1500, 3_000_000, 2000],
    ],
    [['n/a', '-', '', 'unbekannt', '?', 'k.A.', 'tbd'], Array(7).fill('unknown')],
    [['viele', '1.2.3', '12,34,5', 'x1', '1-2-3'], Array(5).fill('bad')],
    [
      ['12,-', '1.200,--'],
      [12, 1200],
    ],
  ])('%j', (cells, expected) => {
    expect(numbers(...cells)).toEqual(expected)
  })

  test('every number written in either way is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1 }),
        fc.boolean(),
        (cents, german) => {
          const format = new Intl.NumberFormat(german ? 'de-DE' : 'en-US', { minimumFractionDigits: 2 })
          expect(numbers(...cents.map((cent) => format.format(cent / 100)))).toEqual(
            cents.map((cent) => cent / 100 + 0),
          )
        },
      ),
    )
  })
})

describe('money', () => {
  const money = (cell: string, header = 'Kosten', style: 'german' | 'english' = 'german') => {
    const result = readMoney(cell, style, moneyUnit(header), 'EUR')
    return result.is === 'value' ? [result.value.minor / 100, result.value.currency] : result.is
  }
  test.each([
    ['1.200,50 €', [1200.5, 'EUR']],
    ['€ 1.200', [1200, 'EUR']],
    ['1.200 EUR', [1200, 'EUR']],
    ['CHF 900', [900, 'CHF']],
    ['12 k€', [12_000, 'EUR']],
    ['3,5 TEUR', [3500, 'EUR']],
    ['12 T€', [12_000, 'EUR']],
    ['1,2 Mio. €', [1_200_000, 'EUR']],
    ['100 €/Monat', [1200, 'EUR']],
    ['100 € pro Monat', [1200, 'EUR']],
    ['5.000 € p.a.', [5000, 'EUR']],
    ['10–20 €', [15, 'EUR']],
    ['kostenlos', [0, 'EUR']],
    ['-', 'unknown'],
    ['auf Anfrage', 'bad'],
    ['-5 €', 'bad'],
  ])('%s', (cell, expected) => {
    expect(money(cell)).toEqual(expected)
  })

  test('a header says what its cells leave out', () => {
    expect(money('12', 'Kosten (T€)')).toEqual([12_000, 'EUR'])
    expect(money('100', 'Kosten pro Monat')).toEqual([1200, 'EUR'])
    expect(money('21,400', 'Annual cost (GBP)', 'english')).toEqual([21_400, 'GBP'])
    expect(money('$5', 'Annual cost (GBP)', 'english')).toEqual([5, 'USD'])
    expect(currencyIn('Kosten p.a.')).toBeUndefined()
  })
})

describe('dates', () => {
  const dates = (...cells: string[]) => {
    const order = dateOrder(cells)
    return cells.map((cell) => {
      const result = readDate(cell, order)
      return result.is === 'value' ? result.value : result.is
    })
  }
  test.each([
    [
      [
        '2026-12-31',
        '2026-12-31T10:00:00Z',
        '31.12.2026',
        '31.12.26',
        '31. Dezember 2026',
        'Dec 31, 2026',
        '31 December 2026',
      ],
      Array(7).fill('2026-12-31'),
    ],
    [
      ['03/04/2026', '31/12/2026'],
      ['2026-04-03', '2026-12-31'],
    ],
    [
      ['03/04/2026', '12/31/2026'],
      ['2026-03-04', '2026-12-31'],
    ],
    [['12/2026', 'Dez 2026', 'Dezember 2026', '2026-12', 'Q4 2026', '2026', 'Ende 2026'], Array(7).fill('2026-12-31')],
    [
      ['02/2028', 'Feb 2027'],
      ['2028-02-29', '2027-02-28'],
    ],
    [['31.02.2026', '13.13.2026', 'unbefristet', '99'], Array(4).fill('bad')],
    [['', '-', 'offen'], Array(3).fill('unknown')],
  ])('%j', (cells, expected) => {
    expect(dates(...cells)).toEqual(expected)
  })
})

test('spans of time are months', () => {
  const months = (cell: string, header = 'Kündigungsfrist') => {
    const result = readMonths(cell, 'german', header)
    return result.is === 'value' ? result.value : result.is
  }
  expect(
    ['3', '3 Monate', '3 months', '30 days', '90 Tage', '1 Jahr', '6 zum Jahresende', '2 Wochen', 'keine'].map((cell) =>
      months(cell),
    ),
  ).toEqual([3, 3, 3, 1, 3, 12, 6, 0.5, 0])
  expect(months('90', 'Notice (days)')).toBe(3)
  expect([months('?'), months('lang')]).toEqual(['unknown', 'bad'])
})

test('an x is a mark, not an unknown', () => {
  expect(['x', 'X', '–', 'N/A', '--'].map(saysUnknown)).toEqual([false, false, true, true, true])
})
