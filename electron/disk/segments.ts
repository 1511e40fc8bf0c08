import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeSegment, type JournalEntry } from '../journal-lines'
import { namesIn } from './read'
import { flushFolder } from './write'

/** One file of a journal. `first` is the number of its first Change. */
export interface Segment {
  readonly name: string
  readonly first: number
}

const FIRST_NAME = 'journal.ndjson'
const NAME = /^journal-(\d{1,16})\.ndjson$/

/** The name of the segment that begins with this Change. */
export function segmentName(first: number): string {
  return first <= 1 ? FIRST_NAME : `journal-${String(first).padStart(10, '0')}.ndjson`
}

/** The segments of a journal in their order; none when the folder doesn't exist. */
export async function listSegments(folder: string): Promise<readonly Segment[]> {
  const names = await namesIn(folder)
  const segments = names.flatMap((name) => {
    if (name === FIRST_NAME) return [{ name, first: 1 }]
    const first = NAME.exec(name)?.[1]
    return first === undefined ? [] : [{ name, first: Number(first) }]
  })
  return segments.sort((a, b) => a.first - b.first)
}

/** A segment's entries and its size in bytes. Throws when the file can't be read: that is not the same as empty. */
export async function readSegment(
  folder: string,
  segment: Segment,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly size: number }> {
  const bytes = await readFile(join(folder, segment.name))
  return { entries: decodeSegment(bytes), size: bytes.length }
}

/** What is smaller is written in one go. */
const ONE_WRITE = 1024 * 1024

/**
 * Appends at `size`, flushes, and only then returns how many bytes there were. When the disk refuses halfway, the half is cut off again, so that
 * the journal ends where the page was told it ends.
 */
export async function appendTo(folder: string, name: string, size: number, pieces: readonly Buffer[]): Promise<number> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const file = await open(join(folder, name), 'a')
  try {
    // Somebody deleted or changed the file under us: better to refuse than to write behind a hole.
    if ((await file.stat()).size !== size) throw new Error(`${name} is not as it was left`)
    try {
      for (const piece of length <= ONE_WRITE ? [Buffer.concat(pieces)] : pieces) await file.writeFile(piece)
      await file.sync()
    } catch (error) {
      await file.truncate(size).catch(() => undefined)
      throw error
    }
  } finally {
    await file.close()
  }
  if (size === 0) await flushFolder(folder)
  return length
}

/** Cuts a segment's damaged end off, after a flushed copy of it was put beside it: nothing is ever thrown away. */
export async function cutOff(folder: string, name: string, offset: number): Promise<void> {
  const bytes = await readFile(join(folder, name))
  const copy = await open(join(folder, await freeName(folder, name)), 'wx')
  try {
    await copy.writeFile(bytes.subarray(offset))
    await copy.sync()
  } finally {
    await copy.close()
  }
  await flushFolder(folder)
  const file = await open(join(folder, name), 'r+')
  try {
    await file.truncate(offset)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes a segment that cannot be used out of the journal, as a whole. */
export async function setAside(folder: string, name: string): Promise<void> {
  await rename(join(folder, name), join(folder, await freeName(folder, name)))
  await flushFolder(folder)
}

async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await namesIn(folder))
  let number = 1
  while (taken.has(`damaged-${number}-${name}`)) number += 1
  return `damaged-${number}-${name}`
}
