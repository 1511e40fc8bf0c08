import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSnapshot, writeSnapshot } from '../../electron/disk/snapshots'
import { openJournals } from '../../electron/journal'
import { encodeInPieces, encodeLine } from '../../electron/journal-lines'
import { PIECE_LENGTH, piecesOf } from '../../electron/text-pieces'

/** Any text cut anywhere, between the halves of a character too. */
const arbCutText = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 6 }).chain((words) => {
  const text = words.join('😀')
  return fc
    .array(fc.nat(text.length), { maxLength: 5 })
    .map((cuts) =>
      [0, ...cuts.sort((a, b) => a - b), text.length].map((end, i, all) => text.slice(all[i - 1] ?? 0, end)),
    )
})

it('encodes a line in pieces as it would whole, wherever its text was cut', async () => {
  await fc.assert(
    fc.asyncProperty(arbCutText, fc.integer({ min: 1 }), async (texts, sequence) => {
      const whole = encodeLine({ sequence, text: texts.join('') })
      const { hash, bytes } = await encodeInPieces({ sequence, texts })
      expect(Buffer.concat(bytes).toString('utf8')).toBe(whole)
      expect(hash).toBe(whole.slice(0, hash.length))
    }),
  )
})

it('works on no more than a piece at a time, and lets others have their turns in between', async () => {
  const text = `x${'😀'.repeat(PIECE_LENGTH)}${'ä'.repeat(PIECE_LENGTH)}`
  const pieces = [...piecesOf([text.slice(0, 7), text.slice(7)])]
  expect(pieces.join('')).toBe(text)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(PIECE_LENGTH)
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const { bytes } = await encodeInPieces({ sequence: 1, texts: [text] })
  isOver = true
  expect(turns).toBeGreaterThanOrEqual(Math.ceil(text.length / PIECE_LENGTH) - 1)
  // Beside the bytes of a piece only what JSON adds to it.
  expect(Math.max(...bytes.map(({ length }) => length))).toBeLessThanOrEqual(3 * PIECE_LENGTH)
})

it('brings a long line and a long snapshot to disk and back', async () => {
  const root = mkdtempSync(join(tmpdir(), 'toolscape-pieces-'))
  try {
    const text = JSON.stringify(Array.from({ length: 40_000 }, (_, i) => `Straße ${i} 😀 "\n`))
    const journals = openJournals(root)
    expect(await journals.journalAppend('w', [{ sequence: 1, text }])).toMatchObject({ ok: true })
    // The same again is no other line.
    expect(await journals.journalAppend('w', [{ sequence: 1, text }])).toMatchObject({ ok: true })
    expect((await openJournals(root).journalRead('w')).lines).toEqual([{ sequence: 1, text }])
    const file = await writeSnapshot(root, 1, [text.slice(0, 1_000_001), text.slice(1_000_001)], new Date())
    expect(readdirSync(root)).toContain(file.name)
    expect(await readSnapshot(root, file)).toBe(text)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
