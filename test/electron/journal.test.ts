import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournals } from '../../electron/journal'
import { decodeSegment, encodeLine } from '../../electron/journal-lines'
import type { JournalLine } from '../../shared/bridge'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'toolscape-journal-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const line = (sequence: number, text = `{"change":${sequence}}`): JournalLine => ({ sequence, text })
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => line(from + i))
const folder = () => join(root, 'w')
const file = (name = 'journal.ndjson') => join(folder(), name)
const snapshots = () => readdirSync(join(folder(), 'snapshots')).sort()
const done = (lastSequence: number) => ({ ok: true, value: { lastSequence } })

describe('a journal', () => {
  it('starts empty', async () => {
    const journals = openJournals(root)
    expect(await journals.journalState('w')).toEqual({ lastSequence: 0, generation: 0 })
    expect(await journals.journalRead('w')).toEqual({ lines: [], damaged: 0 })
    expect(existsSync(folder())).toBe(false)
  })

  it('gives back what was appended, after a new start too', async () => {
    expect(await openJournals(root).journalAppend('w', lines(1, 3))).toEqual(done(3))
    expect(await openJournals(root).journalAppend('w', lines(4, 4))).toEqual(done(4))
    expect(await openJournals(root).journalRead('w')).toEqual({ lines: lines(1, 4), damaged: 0 })
  })

  it('puts a text together that came in pieces, whatever a page that went away had left behind', async () => {
    const journals = openJournals(root)
    await journals.journalPiece('w', 'of a page that was reloaded')
    await journals.journalPiece('w', '{"a":')
    await journals.journalPiece('w', '"b"')
    expect(await journals.journalAppend('w', [{ sequence: 1, text: '}', pieces: 2 }])).toEqual(done(1))
    await journals.journalPiece('w', '{"tables"')
    expect(await journals.journalSnapshot('w', 1, ':{}}', 1)).toMatchObject({ ok: true })
    expect(await journals.journalAppend('w', [{ sequence: 2, text: '{}' }])).toEqual(done(2))
    expect(await openJournals(root).journalRead('w')).toEqual({
      snapshot: { sequence: 1, text: '{"tables":{}}' },
      lines: [line(2, '{}')],
      damaged: 0,
    })
    const refused = await journals.journalAppend('w', [{ sequence: 3, text: '}', pieces: 2 }])
    expect(refused).toEqual({ ok: false, error: { code: 'journal-unwritable' } })
    expect(await journals.journalState('w')).toMatchObject({ lastSequence: 2 })
  })

  it('keeps any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (texts) => {
        const given = texts.map((text, i) => line(i + 1, text))
        expect(decodeSegment(Buffer.from(given.map(encodeLine).join(''), 'utf8')).map((e) => e.ok && e.line)).toEqual(
          given,
        )
      }),
    )
  })

  it('refuses a gap and names the number it expects', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 2))
    const gap = { ok: false, error: { code: 'journal-gap', expected: 3 } }
    expect(await journals.journalAppend('w', [line(4)])).toEqual(gap)
    expect(await journals.journalAppend('w', [line(3), line(5)])).toEqual(gap)
    expect((await journals.journalRead('w')).lines).toEqual(lines(1, 2))
  })

  it('lets a line sent again pass, but not another one with its number', async () => {
    await openJournals(root).journalAppend('w', lines(1, 3))
    const journals = openJournals(root)
    expect(await journals.journalAppend('w', lines(2, 5))).toEqual(done(5))
    expect(await journals.journalAppend('w', [])).toEqual(done(5))
    expect(await journals.journalAppend('w', [line(4, 'other')])).toMatchObject({ error: { expected: 6 } })
    expect((await journals.journalRead('w')).lines).toEqual(lines(1, 5))
  })

  it('works through calls for one workspace in their order', async () => {
    const journals = openJournals(root)
    const answers = await Promise.all(lines(1, 40).map((one) => journals.journalAppend('w', [one])))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect((await journals.journalRead('w')).lines).toEqual(lines(1, 40))
  })

  it('keeps workspaces apart', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 2))
    expect(await journals.journalAppend('v', lines(1, 1))).toEqual(done(1))
  })

  it('counts the given-up databases, and takes a far number when the count is lost', async () => {
    const journals = openJournals(root)
    expect(await journals.journalGiveUpDatabase('w')).toEqual({ generation: 1 })
    expect(await journals.journalGiveUpDatabase('w')).toEqual({ generation: 2 })
    writeFileSync(file('manifest.json'), '{"generation":')
    const { generation } = await openJournals(root).journalState('w')
    expect(generation).toBeGreaterThan(1_000_000)
    expect((await openJournals(root).journalState('w')).generation).toBe(generation)
  })
})

describe('a damaged journal', () => {
  it('survives being cut at every byte of its last two lines, and nothing is thrown away', async () => {
    const all = [line(1), line(2, 'zwei\n€ 😀'), line(3)]
    const bytes = Buffer.from(all.map(encodeLine).join(''), 'utf8')
    const ends = [1, 2, 3].map((count) => Buffer.byteLength(all.slice(0, count).map(encodeLine).join('')))
    for (let cut = ends[0] ?? 0; cut <= bytes.length; cut += 1) {
      rmSync(folder(), { recursive: true, force: true })
      mkdirSync(folder())
      writeFileSync(file(), bytes.subarray(0, cut))
      const whole = ends.filter((end) => end <= cut).length
      const torn = ends.includes(cut) ? 0 : 1
      const journals = openJournals(root)
      expect(await journals.journalRead('w')).toEqual({ lines: all.slice(0, whole), damaged: torn })
      expect(readFileSync(file())).toEqual(bytes.subarray(0, cut))
      expect(await journals.journalAppend('w', all.slice(whole))).toEqual(done(3))
      expect(await openJournals(root).journalRead('w')).toEqual({ lines: all, damaged: 0 })
      if (torn && whole < 3) {
        expect(readFileSync(file('damaged-1-journal.ndjson'))).toEqual(bytes.subarray(ends[whole - 1], cut))
      }
    }
  })

  it('stops before damage in the middle, and says how much lies behind it', async () => {
    await openJournals(root).journalAppend('w', lines(1, 6))
    const bytes = readFileSync(file())
    const third = Buffer.byteLength(lines(1, 2).map(encodeLine).join('')) + 20
    bytes[third] = (bytes[third] ?? 0) ^ 1
    writeFileSync(file(), bytes)
    const journals = openJournals(root)
    expect(await journals.journalRead('w')).toEqual({ lines: lines(1, 2), damaged: 4 })
    expect(await journals.journalAppend('w', [line(3)])).toEqual(done(3))
    expect(await openJournals(root).journalRead('w')).toEqual({ lines: lines(1, 3), damaged: 0 })
    expect(readFileSync(file('damaged-1-journal.ndjson'), 'utf8')).toContain('change\\":6')
  })

  it('does not mind damage that a snapshot covers', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 6))
    await journals.journalSnapshot('w', 4, 'state 4')
    const bytes = readFileSync(file())
    bytes[25] = 0
    writeFileSync(file(), bytes)
    expect(await openJournals(root).journalRead('w')).toEqual({
      snapshot: { sequence: 4, text: 'state 4' },
      lines: lines(5, 6),
      damaged: 0,
    })
  })

  it('never invents a line, whatever the bytes', async () => {
    const good = Buffer.from(lines(1, 5).map(encodeLine).join(''))
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    })
    mkdirSync(folder())
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const bytes = Buffer.from(good)
        for (const [at, change] of places) bytes[at] = (bytes[at] ?? 0) ^ change
        writeFileSync(file(), bytes)
        const { lines: read } = await openJournals(root).journalRead('w')
        expect(read).toEqual(lines(1, 5).slice(0, read.length))
      }),
      { numRuns: 300 },
    )
  })

  it('refuses to write behind a hole when the file was changed under it', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 3))
    truncateSync(file(), 10)
    expect(await journals.journalAppend('w', [line(4)])).toEqual({ ok: false, error: { code: 'journal-unwritable' } })
    expect(await journals.journalAppend('w', [line(4)])).toEqual({
      ok: false,
      error: { code: 'journal-gap', expected: 1 },
    })
  })
})

describe('snapshots', () => {
  it('are what the journal goes on from', async () => {
    const journals = openJournals(root, { now: () => new Date('2026-11-22T17:00:00.123Z') })
    await journals.journalAppend('w', lines(1, 3))
    expect(await journals.journalSnapshot('w', 2, 'zwei €')).toEqual({ ok: true, value: undefined })
    expect(await journals.journalState('w')).toMatchObject({
      lastSequence: 3,
      snapshot: { sequence: 2, time: '2026-11-22T17:00:00Z' },
    })
    expect(snapshots()).toEqual([expect.stringMatching(/^0000000002_20261122T170000Z_[0-9a-f]{32}\.json\.gz$/)])
    expect(await openJournals(root).journalRead('w')).toMatchObject({ snapshot: { text: 'zwei €' }, lines: [line(3)] })
  })

  it('fall back to the one before when the newest is damaged at any byte, without losing a Change', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 5))
    await journals.journalSnapshot('w', 2, 'old')
    await journals.journalSnapshot('w', 4, 'new')
    const [, newest = ''] = snapshots()
    const path = join(folder(), 'snapshots', newest)
    const bytes = readFileSync(path)
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ 0x10
      writeFileSync(path, broken)
      expect(await openJournals(root).journalRead('w')).toEqual({
        snapshot: { sequence: 2, text: 'old' },
        lines: lines(3, 5),
        damaged: 0,
      })
      expect(existsSync(`${path}.damaged`)).toBe(true)
    }
  })

  it('can be ahead of the journal, which then goes on behind them', async () => {
    const journals = openJournals(root)
    await journals.journalAppend('w', lines(1, 2))
    await journals.journalSnapshot('w', 10, 'ten')
    expect(await journals.journalAppend('w', [line(11)])).toEqual(done(11))
    expect(await openJournals(root).journalAppend('w', [line(9), line(12)])).toEqual(done(12))
    expect(await openJournals(root).journalRead('w')).toMatchObject({ lines: lines(11, 12), damaged: 0 })
  })

  it('are pruned, tidied and mirrored', async () => {
    const mirror = join(root, 'mirror')
    let day = 0
    const journals = openJournals(root, { mirror, now: () => new Date(Date.UTC(2026, 0, 1, 12, day++)) })
    mkdirSync(join(folder(), 'snapshots'), { recursive: true })
    writeFileSync(join(folder(), 'snapshots', 'x.json.gz.tmp-1'), 'half')
    for (let count = 1; count <= 12; count += 1) await journals.journalSnapshot('w', count, `state ${count}`)
    await journals.settled()
    expect(snapshots()).toHaveLength(10)
    expect(readdirSync(join(mirror, 'w')).sort()).toEqual(snapshots())
  })

  it('let a long journal go on in a new file, and all of it is read when a snapshot breaks', async () => {
    const journals = openJournals(root, { segmentLimit: 100 })
    await journals.journalAppend('w', lines(1, 5))
    await journals.journalAppend('w', lines(6, 6))
    await journals.journalSnapshot('w', 6, 'six')
    await journals.journalAppend('w', lines(7, 9))
    await journals.journalAppend('w', lines(10, 10))
    const segments = readdirSync(folder()).filter((name) => name.startsWith('journal'))
    expect(segments.sort()).toEqual(['journal-0000000007.ndjson', 'journal-0000000010.ndjson', 'journal.ndjson'])
    expect((await openJournals(root).journalRead('w')).lines).toEqual(lines(7, 10))
    expect(await openJournals(root).journalAppend('w', lines(3, 11))).toEqual(done(11))
    rmSync(join(folder(), 'snapshots'), { recursive: true })
    expect(await openJournals(root).journalRead('w')).toEqual({ lines: lines(1, 11), damaged: 0 })
    rmSync(file('journal-0000000007.ndjson'))
    const hurt = openJournals(root)
    expect(await hurt.journalRead('w')).toEqual({ lines: lines(1, 6), damaged: 2 })
    expect(await hurt.journalAppend('w', [line(7, 'anew')])).toEqual(done(7))
    expect(existsSync(file('damaged-1-journal-0000000010.ndjson'))).toBe(true)
  })
})

describe('a disk that refuses', () => {
  const isRoot = process.getuid?.() === 0
  const canMount = isRoot && process.platform === 'linux'

  it('says so when the folder cannot be written', async () => {
    writeFileSync(folder(), 'a file where the folder should be')
    const answer = await openJournals(root)
      .journalAppend('w', lines(1, 1))
      .catch(() => 'threw')
    expect(answer).toEqual({ ok: false, error: { code: 'journal-unwritable' } })
  })

  it.skipIf(isRoot)('never takes an unreadable journal for an empty one', async () => {
    await openJournals(root).journalAppend('w', lines(1, 1))
    chmodSync(file(), 0)
    await expect(openJournals(root).journalState('w')).rejects.toThrow()
  })

  it.skipIf(!canMount)(
    'loses nothing that was promised when it is full, and goes on when there is room',
    async (context) => {
      const disk = join(root, 'disk')
      mkdirSync(disk)
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) return context.skip()
      try {
        const journals = openJournals(disk)
        expect(await journals.journalAppend('w', [line(1, 'x'.repeat(100_000))])).toEqual(done(1))
        writeFileSync(join(disk, 'hog'), Buffer.alloc(100_000))
        const big = line(2, 'y'.repeat(100_000))
        expect(await journals.journalAppend('w', [big])).toEqual({ ok: false, error: { code: 'journal-full' } })
        expect(await journals.journalRead('w')).toMatchObject({ damaged: 0, lines: [{ sequence: 1 }] })
        // Hex of random bytes: what gzip cannot make small.
        const text = randomBytes(120_000).toString('hex')
        expect(await journals.journalSnapshot('w', 1, text)).toEqual({ ok: false, error: { code: 'journal-full' } })
        rmSync(join(disk, 'hog'))
        expect(await journals.journalAppend('w', [line(2, 'short')])).toEqual(done(2))
        expect((await openJournals(disk).journalRead('w')).lines.map((one) => one.sequence)).toEqual([1, 2])
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )
})
