import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costText, readCost, readUsers, usersText } from '../../../../renderer/screens/inventory/read-typed'

const value = (minor: number, currency: string) => ({ is: 'value', value: { minor, currency } })
const languages = fc.constantFrom('de' as const, 'en' as const)

describe('users', () => {
  test('are read as the language writes them', () => {
    expect(readUsers('1.250', 'de')).toEqual({ is: 'value', value: 1250 })
    expect(readUsers('1,250', 'en')).toEqual({ is: 'value', value: 1250 })
    expect(readUsers('', 'de')).toEqual({ is: 'unknown' })
    for (const text of ['viele', '12,5', '-3', '1.2.3']) expect(readUsers(text, 'de')).toEqual({ is: 'bad' })
  })

  test('what is shown to be edited reads back as it was', () => {
    fc.assert(
      fc.property(fc.nat(), languages, (users, language) => {
        expect(readUsers(usersText(users, language), language)).toEqual({ is: 'value', value: users })
      }),
    )
  })
})

describe('cost', () => {
  test('is read as the language writes it, in the language’s usual currency', () => {
    expect(readCost('12.500,00 €', 'de', undefined)).toEqual(value(1_250_000, 'EUR'))
    expect(readCost('12.500', 'de', undefined)).toEqual(value(1_250_000, 'EUR'))
    expect(readCost('12,500.00', 'en', undefined)).toEqual(value(1_250_000, 'GBP'))
    expect(readCost('12,500.00', 'de', undefined)).toEqual({ is: 'bad' })
    expect(readCost('teuer', 'de', undefined)).toEqual({ is: 'bad' })
    expect(readCost('0', 'de', undefined)).toEqual(value(0, 'EUR'))
    expect(readCost(' ', 'de', undefined)).toEqual({ is: 'unknown' })
  })

  test('keeps the currency it had, unless another one is typed', () => {
    expect(readCost('900', 'de', { minor: 1, currency: 'CHF' })).toEqual(value(90_000, 'CHF'))
    expect(readCost('900 $', 'de', { minor: 1, currency: 'CHF' })).toEqual(value(90_000, 'USD'))
  })

  test('what is shown to be edited reads back as it was, in every currency', () => {
    const currencies = fc.constantFrom('EUR', 'GBP', 'USD', 'CHF', 'AUD', 'THB', 'JPY', 'SEK', 'XYZ')
    fc.assert(
      fc.property(fc.nat(10 ** 11), currencies, languages, (minor, currency, language) => {
        const cost = { minor, currency }
        expect(readCost(costText(cost, language), language, cost)).toEqual({ is: 'value', value: cost })
      }),
    )
  })
})
