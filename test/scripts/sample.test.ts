import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleFiles, sampleLanguage, summarise } from '../../scripts/lib/sample.mjs'

describe('sampleLanguage', () => {
  it.each([
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'de_AT.UTF-8' }, 'de'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'de'],
    [{ LANG: 'den_CA' }, 'en'],
    [{}, 'en'],
  ])('%o speaks %s', (env, expected) => {
    expect(sampleLanguage(env)).toBe(expected)
  })
})

it('finds the files of each sample', () => {
  const names = (language: 'de' | 'en') => sampleFiles('/r', language).map((file) => path.basename(file))
  expect(names('de')).toEqual(['anwendungen.csv', 'abteilungen.csv', 'schnittstellen.csv'])
  expect(names('en')).toEqual(['applications.csv', 'departments.csv', 'integrations.csv'])
})

describe('summarise', () => {
  const inventory = { tools: 60, departments: 12, functions: 30, flows: 80 }
  const bundle = (rank: number) => ({
    rank,
    label: `Bundle ${rank}`,
    tools: ['a', 'b', 'c'],
    lever: 12.3456,
    effort: 2,
    score: 6.1728,
  })

  it('counts, then names the top five', () => {
    const lines = summarise({ inventory, bundles: [1, 2, 3, 4, 5, 6].map(bundle) })
    expect(lines).toHaveLength(7)
    expect(lines[0]).toBe('60 tools, 12 departments, 30 functions, 80 data flows.')
    expect(lines[2]).toBe('  1. Bundle 1  3 tools, lever 12.35, effort 2, score 6.17')
  })

  it('says so when nothing overlaps', () => {
    expect(summarise({ inventory, bundles: [] })[1]).toBe('No bundle of overlapping tools found.')
  })
})
