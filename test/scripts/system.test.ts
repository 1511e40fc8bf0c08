import { describe, expect, it } from 'vitest'
import { hasDisplay, needsXvfb } from '../../scripts/lib/display.mjs'
import { missingPackages } from '../../scripts/lib/system-packages.mjs'

describe('hasDisplay', () => {
  it('asks X and Wayland on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  })

  it('takes one for granted elsewhere', () => {
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(needsXvfb(false, 'win32')).toBe(false)
  })
})

describe('missingPackages', () => {
  const machine = (xvfb: boolean, files: string[]) =>
    missingPackages({ xvfb, arch: 'x64', searchPath: '/usr/bin', exists: (file) => files.includes(file) })
  const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2'].map(
    (name) => `/usr/lib/x86_64-linux-gnu/${name}`,
  )

  it('names them all on a bare machine', () => {
    expect(machine(true, [])).toEqual(['xvfb', 'libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'])
  })

  it('names only what is missing', () => {
    expect(machine(true, [...libraries.slice(1), '/usr/bin/Xvfb'])).toEqual(['libgtk-3-0'])
  })

  it('asks for no invisible display where there is a real one', () => {
    expect(machine(false, libraries)).toEqual([])
  })
})
