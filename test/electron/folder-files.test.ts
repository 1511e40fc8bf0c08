import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { writeFiles } from '../../electron/disk/folder-files'

const folder = mkdtempSync(join(tmpdir(), 'toolscape-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('files side by side', () => {
  it('are written, and replace what has their names', async () => {
    writeFileSync(join(folder, 'a.csv'), 'old')
    writeFileSync(join(folder, 'mine.csv'), 'mine')
    const files = [
      { name: 'a.csv', contents: 'new' },
      { name: 'b.csv', contents: new Uint8Array([98]) },
    ]
    expect(await writeFiles(folder, files)).toBeUndefined()
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv', 'mine.csv'])
    expect(['a.csv', 'b.csv', 'mine.csv'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
      'new',
      'b',
      'mine',
    ])
  })

  it('say which one could not be written, and leave it and those after it as they were', async () => {
    const stuck = join(folder, 'stuck')
    mkdirSync(join(stuck, 'b.csv', 'inside'), { recursive: true })
    writeFileSync(join(stuck, 'c.csv'), 'old')
    const files = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, contents: 'new' }))
    expect(await writeFiles(stuck, files)).toMatchObject({ code: 'unwritable', name: 'b.csv' })
    // What was written beside it goes a moment later.
    await vi.waitFor(() => expect(readdirSync(stuck).sort()).toEqual(['a.csv', 'b.csv', 'c.csv']))
    expect(readFileSync(join(stuck, 'c.csv'), 'utf8')).toBe('old')
  })

  it('never reach for another folder', async () => {
    const files = [{ name: '../escaped.csv', contents: 'x' }]
    await expect(writeFiles(join(folder, 'stuck'), files)).rejects.toThrow()
    expect(readdirSync(folder)).not.toContain('escaped.csv')
  })
})
