import { describe, expect, it } from 'vitest'
import { matchesLockfile } from '../../scripts/lib/node-modules.mjs'
import { isNodeNewEnough } from '../../scripts/lib/node-version.mjs'

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-win32': { version: '2.0.0', optional: true },
}

describe('matchesLockfile', () => {
  it('accepts what is installed exactly, without builds for other systems', () => {
    expect(matchesLockfile(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  it.each([
    ['a missing package', {}],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }],
    [
      'another version of an optional package',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-win32': { version: '1.0.0' } },
    ],
    [
      'a package the lockfile does not know',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
    ],
  ])('refuses %s', (_, installed) => {
    expect(matchesLockfile(locked, installed)).toBe(false)
  })
})

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.1.0', true],
  ['20.18.9', false],
  ['18.20.0', false],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNodeNewEnough(version)).toBe(expected)
})
