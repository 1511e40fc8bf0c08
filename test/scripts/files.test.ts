import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileFromTgz, unzip } from '../../scripts/lib/archives.mjs'
import { isStale } from '../../scripts/lib/build.mjs'
import { withLock } from '../../scripts/lib/lock.mjs'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toolscape-test-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Entry {
  name: string
  content: string
  mode: number
}

/** A zip with deflated entries, as small as the format allows. */
function makeZip(entries: Entry[]) {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, mode } of entries) {
    const packed = zlib.deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(Buffer.byteLength(name), 28)
    central.writeUInt32LE(mode * 0x10000, 38)
    central.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

describe('unzip', () => {
  it.skipIf(process.platform === 'win32')(
    'keeps executable bits and symbolic links, and leaves out what it is told to',
    () => {
      const zip = makeZip([
        { name: 'Top/run', content: 'program', mode: 0o100755 },
        { name: 'Top/deep/text', content: 'words', mode: 0o100644 },
        { name: 'Top/link', content: 'run', mode: 0o120777 },
        { name: 'Top/secret', content: 'no', mode: 0o100644 },
      ])
      unzip(zip, folder, (name) => (name.endsWith('secret') ? undefined : name.slice('Top/'.length)))
      expect(fs.readdirSync(folder).sort()).toEqual(['deep', 'link', 'run'])
      expect(fs.readFileSync(path.join(folder, 'deep', 'text'), 'utf8')).toBe('words')
      expect(fs.statSync(path.join(folder, 'run')).mode & 0o111).toBe(0o111)
      expect(fs.readlinkSync(path.join(folder, 'link'))).toBe('run')
    },
  )

  it('refuses an entry that leaves its folder, and what is no zip', () => {
    const zip = makeZip([{ name: '../out', content: 'x', mode: 0o100644 }])
    expect(() => unzip(zip, folder, (name) => name)).toThrow('leaves its folder')
    expect(() => unzip(Buffer.from('no zip at all, but long enough'), folder, (name) => name)).toThrow('not a zip')
  })
})

it('takes one file out of a .tgz', () => {
  const entry = (name: string, content: string) => {
    const block = Buffer.alloc(512 + Math.ceil(content.length / 512) * 512)
    block.write(name, 0)
    block.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    block.write(content, 512)
    return block
  }
  const tgz = zlib.gzipSync(
    Buffer.concat([entry('package/a.txt', 'first'), entry('package/b.zip', 'second'), Buffer.alloc(1024)]),
  )
  expect(fileFromTgz(tgz, (name) => name.endsWith('.zip'))?.toString()).toBe('second')
  expect(fileFromTgz(tgz, (name) => name.endsWith('.exe'))).toBeUndefined()
})

describe('isStale', () => {
  const write = (file: string, seconds: number) => {
    const full = path.join(folder, file)
    fs.mkdirSync(path.dirname(full), { recursive: true })
    fs.writeFileSync(full, '')
    fs.utimesSync(full, seconds, seconds)
    // Folders count too; here they are as old as can be.
    for (let above = path.dirname(full); above !== folder; above = path.dirname(above)) fs.utimesSync(above, 1, 1)
  }
  const build = (seconds: number) => {
    for (const file of ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'])
      write(file, seconds)
  }

  it('is so without a build, and not after one', () => {
    write('shared/deep/a.ts', 100)
    expect(isStale(folder)).toBe(true)
    build(200)
    expect(isStale(folder)).toBe(false)
  })

  it('is so when a source is newer or was deleted, or one output is missing', () => {
    write('shared/deep/a.ts', 100)
    build(200)
    fs.rmSync(path.join(folder, 'shared', 'deep', 'a.ts'))
    expect(isStale(folder)).toBe(true)
    write('shared/deep/a.ts', 300)
    expect(isStale(folder)).toBe(true)
    build(400)
    fs.rmSync(path.join(folder, 'dist', 'preload', 'preload.cjs'))
    expect(isStale(folder)).toBe(true)
  })
})

describe('withLock', () => {
  it('lets one work at a time', async () => {
    const file = path.join(folder, 'lock')
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      steps.push(`${name} out`)
    }
    await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])
    expect(steps).toEqual(['a in', 'a out', 'b in', 'b out'])
    expect(fs.existsSync(file)).toBe(false)
  })

  it('takes over from a process that has gone', async () => {
    const file = path.join(folder, 'lock')
    fs.writeFileSync(file, '2147483646')
    expect(await withLock(file, async () => 'done')).toBe('done')
  })
})
