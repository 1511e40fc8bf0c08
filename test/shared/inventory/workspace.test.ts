import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeName, nameProblem, tidyName, WORKSPACE_NAME_LIMIT } from '../../../shared/inventory/workspace'

describe("a workspace's name", () => {
  it.each([
    ['', 'name-empty'],
    [' \t\n', 'name-empty'],
    ['x'.repeat(81), 'name-too-long'],
    ['muster  AG ', 'name-taken'],
    ['Müller', 'name-taken'],
  ])('%j is refused: %s', (name, problem) => {
    expect(nameProblem(name, ['Muster AG', 'Mu\u0308ller'])).toBe(problem)
  })

  it.each(['A', '🏭'.repeat(80), 'R&D <b>', '../..', 'Muster AG 2'])('%j is fine', (name) => {
    expect(nameProblem(name, ['Muster AG'])).toBeUndefined()
  })

  it('is one line', () => expect(tidyName('  Muster\r\n AG\u0000 ')).toBe('Muster AG'))

  it('gets a number when it is taken, and stays within its limit', () => {
    expect(freeName('Muster', ['muster', 'Muster 2'])).toBe('Muster 3')
    const long = 'x'.repeat(WORKSPACE_NAME_LIMIT)
    expect(freeName(long, [long])).toBe(`${'x'.repeat(WORKSPACE_NAME_LIMIT - 2)} 2`)
  })

  it('is always fine when it is a free one', () => {
    const anyName = fc.string({ unit: 'binary', minLength: 1 }).filter((name) => tidyName(name) !== '')
    fc.assert(
      fc.property(anyName, fc.array(anyName), (wanted, taken) => {
        expect(nameProblem(freeName(wanted, [...taken, wanted]), [...taken, wanted])).toBeUndefined()
      }),
    )
  })
})
