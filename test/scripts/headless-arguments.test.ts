import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHeadlessArguments, typedIn } from '../../scripts/lib/headless-arguments.mjs'

const HERE = path.resolve('/here')
const read = (...args: string[]) => readHeadlessArguments(args, HERE, (file) => !file.endsWith('missing.csv'))
const at = (name: string) => path.join(HERE, name)

describe('readHeadlessArguments', () => {
  it('makes paths absolute and leaves the kind of an export alone', () => {
    expect(read('--import', 'a.csv', '--export', 'map=out/map.svg', '--lang', 'de').args).toEqual([
      '--import',
      at('a.csv'),
      '--export',
      `map=${at('out/map.svg')}`,
      '--lang',
      'de',
    ])
  })

  it('takes several files after one option, and the form with =', () => {
    const { args, imports } = read('--import', 'a.csv', 'b.csv', '--import=c.csv', '--export=report=a=b.json')
    expect(imports).toEqual([at('a.csv'), at('b.csv'), at('c.csv')])
    expect(args.slice(-2)).toEqual(['--export', `report=${at('a=b.json')}`])
  })

  it('hands mapping files on without importing them', () => {
    const { args, imports } = read('--import', 'a.csv', '--mapping', 'm.json')
    expect(imports).toEqual([at('a.csv')])
    expect(args.slice(-2)).toEqual(['--mapping', at('m.json')])
  })

  it('hands on how pictures are made as it is: the app judges it', () => {
    const { args } = read('--import', 'a.json', '--view', 'Was endet', '--scale=9', '--tiles', '--export', 'pdf=m.pdf')
    expect(args.slice(2)).toEqual([
      ...['--view', 'Was endet', '--scale', '9', '--tiles'],
      ...['--export', `pdf=${at('m.pdf')}`],
    ])
    expect(() => read('--import', 'a.json', '--tiles=3')).toThrow()
  })

  it('hands on the wish to hide what tells, and kinds with digits in their names', () => {
    const { args, imports } = read('--pseudonymise', '--import', 'a.csv', '--export', 'neo4j=out')
    expect(imports).toEqual([at('a.csv')])
    expect(args).toEqual(['--pseudonymise', '--import', at('a.csv'), '--export', `neo4j=${at('out')}`])
    expect(() => read('--import', 'a.csv', '--pseudonymise', 'b.csv')).toThrow()
    expect(() => read('--import', 'a.csv', '--pseudonymise=yes')).toThrow()
    expect(() => read('--import', '--pseudonymise')).toThrow()
  })

  it('keeps the time limit for itself', () => {
    expect(read('--import', 'a.csv', '--timeout', '5')).toMatchObject({ timeout: 5, args: ['--import', at('a.csv')] })
    expect(read('--import', 'a.csv').timeout).toBe(600)
  })

  it.each([
    ['nothing at all', []],
    ['a word without an option', ['a.csv']],
    ['an unknown option', ['--import', 'a.csv', '--frobnicate']],
    ['an option without a value', ['--import', '--export', 'map=a.svg']],
    ['an option without a value at the end', ['--import', 'a.csv', '--export']],
    ['an export without a kind', ['--import', 'a.csv', '--export', 'map.svg']],
    ['an export without a file', ['--import', 'a.csv', '--export', 'map=']],
    ['another language', ['--import', 'a.csv', '--lang', 'fr']],
    ['a time limit that is no number', ['--import', 'a.csv', '--timeout', 'soon']],
  ])('refuses %s with the usage and exit code 2', (_, args) => {
    expect(() => read(...args)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching('Usage:') }),
    )
  })

  it('names a file that is not there in one line', () => {
    expect(() => read('--import', 'missing.csv')).toThrow(
      expect.objectContaining({ exitCode: 2, message: 'No such file: missing.csv' }),
    )
  })
})

describe('typedIn', () => {
  it('is where npm was called, when npm runs this very script', () => {
    expect(typedIn({ npm_lifecycle_event: 'headless', INIT_CWD: '/typed' }, '/project')).toBe('/typed')
    expect(typedIn({ npm_lifecycle_event: 'e2e', INIT_CWD: '/typed' }, '/project')).toBe('/project')
    expect(typedIn({}, '/project')).toBe('/project')
  })
})
