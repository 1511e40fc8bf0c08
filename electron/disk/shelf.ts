import { join } from 'node:path'
import type { JournalLine } from '../../shared/bridge'
import { followOn, type JournalEntry } from '../journal-lines'
import { cutOff, listSegments, readSegment, type Segment, setAside } from './segments'
import { listSnapshots, readSnapshot, type SnapshotFile } from './snapshots'

/** What is known of a workspace's journal between two calls. It is read anew whenever a write has failed. */
export interface Shelf {
  readonly folder: string
  readonly snapshot: SnapshotFile | undefined
  /** The newest Change on disk, in the journal or in the snapshot. */
  lastSequence: number
  /** Checksums of the lines that were read, to tell a line sent again from a different one with its number. */
  readonly hashes: Map<number, string>
  /** The segment that is written to, and its usable size. */
  segment: { readonly name: string; size: number } | undefined
  /** What must be put aside before anything may be appended. */
  untidy: { readonly cut: { readonly name: string; readonly offset: number } | undefined; readonly aside: string[] }
}

/** A workspace as it lies on disk: the newest good snapshot, the Changes after it, and what could not be used. */
export interface Loaded {
  readonly shelf: Shelf
  readonly snapshotText: string | undefined
  readonly lines: readonly JournalLine[]
  readonly damaged: number
}

export function snapshotFolder(folder: string): string {
  return join(folder, 'snapshots')
}

/** Reads a workspace from disk. Only the segments that can hold Changes after the snapshot are opened. */
export async function loadShelf(folder: string): Promise<Loaded> {
  const newest = await newestGood(snapshotFolder(folder))
  const after = newest?.file.sequence ?? 0
  const needed = segmentsAfter(await listSegments(folder), after)
  const read: { readonly entries: readonly JournalEntry[]; readonly size: number }[] = []
  for (const segment of needed) read.push(await readSegment(folder, segment))
  const { lines, damaged, end } = followOn(
    read.map((segment) => segment.entries),
    after,
  )
  const current = needed[end.segment]
  const size = read[end.segment]?.size ?? 0
  const shelf: Shelf = {
    folder,
    snapshot: newest?.file,
    lastSequence: after + lines.length,
    hashes: new Map(
      read.flatMap((segment) => segment.entries.flatMap((e) => (e.ok ? [[e.line.sequence, e.hash]] : []))),
    ),
    segment: current && { name: current.name, size: end.offset },
    untidy: {
      cut: current && end.offset < size ? { name: current.name, offset: end.offset } : undefined,
      aside: needed.slice(end.segment + 1).map((segment) => segment.name),
    },
  }
  return { shelf, snapshotText: newest?.text, lines, damaged }
}

async function newestGood(folder: string): Promise<{ file: SnapshotFile; text: string } | undefined> {
  for (const file of await listSnapshots(folder)) {
    const text = await readSnapshot(folder, file)
    if (text !== undefined) return { file, text }
  }
  return undefined
}

function segmentsAfter(segments: readonly Segment[], sequence: number): readonly Segment[] {
  const from = segments.findLastIndex((segment) => segment.first <= sequence + 1)
  return segments.slice(Math.max(from, 0))
}

/** Puts the damaged end aside, if there is one. Done before the first append, not on reading: reading changes nothing. */
export async function tidyUp(shelf: Shelf): Promise<void> {
  const { cut, aside } = shelf.untidy
  for (const name of aside) await setAside(shelf.folder, name)
  if (cut) await cutOff(shelf.folder, cut.name, cut.offset)
  shelf.untidy = { cut: undefined, aside: [] }
}

/** The checksum of an older line, from whichever segment has it. */
export async function findHash(shelf: Shelf, sequence: number): Promise<string | undefined> {
  if (!shelf.hashes.has(sequence)) {
    for (const segment of await listSegments(shelf.folder)) {
      const { entries } = await readSegment(shelf.folder, segment)
      for (const entry of entries) if (entry.ok) shelf.hashes.set(entry.line.sequence, entry.hash)
    }
  }
  return shelf.hashes.get(sequence)
}
