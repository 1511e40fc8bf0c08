import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseProfile, removeProfile } from '../../electron/disk/profile'
import { listFiles, readBounded } from '../../electron/disk/read'
import { writeAtomically, writeReason } from '../../electron/disk/write'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'toolscape-write-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('writeAtomically', () => {
  it.each(['', 'ä€😀', 'x'.repeat(300_000)])('writes text as UTF-8', async (text) => {
    await writeAtomically(join(root, 'a'), text)
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe(text)
    expect(readdirSync(root)).toEqual(['a'])
  })

  it('writes the bytes of a view and not those around it', async () => {
    await writeAtomically(join(root, 'a'), new Uint8Array([1, 2, 3, 4]).subarray(1, 3))
    expect([...readFileSync(join(root, 'a'))]).toEqual([2, 3])
  })

  it('does not make folders nobody asked for', async () => {
    await expect(writeAtomically(join(root, 'no', 'a'), 'x')).rejects.toThrow()
    expect(readdirSync(root)).toEqual([])
  })

  it('leaves a folder in the way alone', async () => {
    mkdirSync(join(root, 'a'))
    await expect(writeAtomically(join(root, 'a'), 'x')).rejects.toThrow()
    // The half-written neighbour is deleted a moment after the refusal.
    await vi.waitFor(() => expect(readdirSync(root)).toEqual(['a']))
  })

  it.skipIf(process.getuid?.() !== 0)('leaves the old file as it was when the disk is full', async (context) => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root]).status !== 0) return context.skip()
    try {
      writeFileSync(join(root, 'a'), 'old')
      const failed = await writeAtomically(join(root, 'a'), 'x'.repeat(3_000_000)).catch(writeReason)
      expect(failed).toBe('full')
      expect(readFileSync(join(root, 'a'), 'utf8')).toBe('old')
      await vi.waitFor(() => expect(readdirSync(root)).toEqual(['a']))
    } finally {
      spawnSync('umount', [root])
    }
  })
})

describe('reading', () => {
  it('lists what is there and nothing for what is not', async () => {
    mkdirSync(join(root, 'b'))
    writeFileSync(join(root, 'b', 'c'), '')
    writeFileSync(join(root, 'a'), '')
    expect((await listFiles(root)).map((file) => file.name)).toEqual(['a', 'b/c'])
    expect(await listFiles(join(root, 'x'))).toEqual([])
  })

  it('says why a file is not read', async () => {
    writeFileSync(join(root, 'a'), 'four')
    expect(String(await readBounded(join(root, 'a'), 4))).toBe('four')
    expect(await readBounded(join(root, 'a'), 3)).toBe('too-large')
    expect(await readBounded(join(root, 'x'), 3)).toBe('unreadable')
    expect(await readBounded(root, 3)).toBe('unreadable')
  })
})

describe('chooseProfile', () => {
  const choose = (environment: Record<string, string>, platform: string, headless = false) =>
    chooseProfile({ environment, platform, headless, usual: join(root, 'usual'), name: 'Toolscape' })

  it('is local on Windows, the usual place elsewhere, and wherever it is told', () => {
    expect(choose({ LOCALAPPDATA: root }, 'win32').folder).toBe(join(root, 'Toolscape'))
    expect(choose({ LOCALAPPDATA: root }, 'linux').folder).toBe(join(root, 'usual'))
    expect(choose({ TOOLSCAPE_PROFILE: join(root, 'p') }, 'win32', true)).toMatchObject({
      named: true,
      temporary: false,
    })
    expect(readdirSync(root).sort()).toEqual(['Toolscape', 'p', 'usual'])
  })

  it('is a place of its own for a headless run, gone afterwards', () => {
    const profile = choose({}, 'linux', true)
    writeFileSync(join(profile.folder, 'x'), '')
    removeProfile(profile)
    expect(() => readdirSync(profile.folder)).toThrow()
  })
})
