import { createHash } from 'node:crypto'
import type { JournalLine } from '../shared/bridge'
import { piecesOf, turn } from './text-pieces'

/** A journal line as found on disk: usable, or damaged. `end` is the byte after its line break. */
export type JournalEntry =
  | { readonly ok: true; readonly line: JournalLine; readonly hash: string; readonly end: number }
  | { readonly ok: false; readonly end: number }

const HASH_LENGTH = 16

/**
 * A checksum, a blank, `[sequence, text]` as JSON, a line break. JSON keeps every line break and every lone surrogate
 * of the text inside quotes, so that a line is always exactly one line.
 */
export function encodeLine(line: JournalLine): string {
  const json = JSON.stringify([line.sequence, line.text])
  return `${hashOf(json)} ${json}\n`
}

function hashOf(json: string): string {
  return createHash('sha256').update(json, 'utf8').digest('hex').slice(0, HASH_LENGTH)
}

/** A line whose text is at hand in parts. */
export interface LineInParts {
  readonly sequence: number
  readonly texts: readonly string[]
}

/** A line as it is written: what it begins with, and its bytes in their order. Two lines with the same hash are the same. */
export interface EncodedLine {
  readonly sequence: number
  readonly hash: string
  readonly bytes: readonly Buffer[]
}

/**
 * What `encodeLine` makes of the whole text, as bytes. An import's line has many megabytes: it is encoded and hashed piece
 * by piece, and in between the process has its turns.
 */
export async function encodeInPieces({ sequence, texts }: LineInParts): Promise<EncodedLine> {
  const hashing = createHash('sha256')
  const bytes: Buffer[] = []
  const add = (json: string) => {
    const encoded = Buffer.from(json, 'utf8')
    hashing.update(encoded)
    bytes.push(encoded)
  }
  add(`[${sequence},"`)
  let count = 0
  for (const piece of piecesOf(texts)) {
    if (count > 0) await turn()
    count += 1
    add(JSON.stringify(piece).slice(1, -1))
  }
  add('"]')
  const hash = hashing.digest('hex').slice(0, HASH_LENGTH)
  return { sequence, hash, bytes: [Buffer.from(`${hash} `), ...bytes, Buffer.from('\n')] }
}

/** Reads a segment's bytes, whatever they are. A last line without its line break counts as damaged: nobody was told. */
export function decodeSegment(bytes: Buffer): readonly JournalEntry[] {
  const entries: JournalEntry[] = []
  let start = 0
  while (start < bytes.length) {
    const lineBreak = bytes.indexOf(0x0a, start)
    const end = lineBreak < 0 ? bytes.length : lineBreak + 1
    const found = lineBreak < 0 ? undefined : decodeLine(bytes.toString('utf8', start, lineBreak))
    entries.push(found ? { ok: true, ...found, end } : { ok: false, end })
    start = end
  }
  return entries
}

function decodeLine(text: string): { line: JournalLine; hash: string } | undefined {
  const json = text.slice(HASH_LENGTH + 1)
  const hash = text.slice(0, HASH_LENGTH)
  if (text[HASH_LENGTH] !== ' ' || hashOf(json) !== hash) return undefined
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) return undefined
  const [sequence, content]: unknown[] = value
  return Number.isSafeInteger(sequence) && typeof content === 'string'
    ? { line: { sequence: Number(sequence), text: content }, hash }
    : undefined
}

/** What a journal says after a snapshot, and where in it the usable part ends. */
export interface Walk {
  readonly lines: readonly JournalLine[]
  readonly damaged: number
  /** Index of the segment that holds the last usable line and the byte after it; segments behind it are unusable. */
  readonly end: { readonly segment: number; readonly offset: number }
}

/**
 * Follows the sequence numbers from `after` on. The numbers decide, not the position: damage before the snapshot does
 * not matter, and behind a gap nothing can be used, because a Change must never be applied without the one before it.
 */
export function followOn(segments: readonly (readonly JournalEntry[])[], after: number): Walk {
  const lines: JournalLine[] = []
  let end = { segment: 0, offset: 0 }
  let damaged = 0
  for (const [segment, entries] of segments.entries()) {
    for (const entry of entries) {
      const expected = after + lines.length + 1
      if (entry.ok && entry.line.sequence <= expected) {
        if (entry.line.sequence === expected) lines.push(entry.line)
        end = { segment, offset: entry.end }
        damaged = 0
      } else {
        damaged += 1
      }
    }
  }
  return { lines, damaged, end }
}
