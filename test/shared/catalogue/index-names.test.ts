import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { indexNames } from '../../../shared/catalogue/index-names'

const index = (names: readonly string[]) => indexNames(names, [(name) => [name]], (text) => text)
const word = (min: number) => fc.stringMatching(new RegExp(`^[a-f]{${min},14}$`))

/** Every text that one wrong, missing, additional or swapped letter makes, the first letter aside. */
function typosOf(name: string): Set<string> {
  const typos = new Set<string>()
  for (let at = 1; at <= name.length; at++) {
    const [before, after] = [name.slice(0, at), name.slice(at)]
    typos.add(before + after.slice(1))
    for (const letter of 'abcdefz') typos.add(before + letter + after).add(before + letter + after.slice(1))
    if (after.length > 1) typos.add(before + after[1] + after[0] + after.slice(2))
  }
  return typos.add(name)
}

describe('indexNames', () => {
  test.prop([word(8)])('finds a name by each of its typos', (name) => {
    const { findNear } = index([name])
    for (const typo of typosOf(name)) expect(findNear(typo)).toBe(typo.length < 8 ? undefined : name)
  })

  test.prop([fc.uniqueArray(word(8), { maxLength: 30 }), word(8)])(
    'finds exactly what comparing with every name finds',
    (names, text) => {
      const near = names.filter((name) => typosOf(name).has(text))
      expect(index(names).findNear(text)).toBe(near.length === 1 ? near[0] : undefined)
    },
  )

  it('lets no digit differ, no first letter, and no short name be near', () => {
    const { findNear } = index(['office2016', 'jirasoft', 'personio'])
    expect(['office2019', 'office20167', 'ersonioo', 'qersonio', 'jirasof'].map(findNear)).toEqual(
      Array(5).fill(undefined),
    )
    expect(findNear('persomio')).toBe('personio')
  })
})
