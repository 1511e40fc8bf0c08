import { join } from 'node:path'
import type { Bridge, JournalError } from '../shared/bridge'
import { fail, ok, type Result } from '../shared/result'
import { readGeneration, writeGeneration } from './disk/manifest'
import { appendTo, segmentName } from './disk/segments'
import { findHash, loadShelf, type Shelf, snapshotFolder, tidyUp } from './disk/shelf'
import { mirrorSnapshot, pruneSnapshots, writeSnapshot } from './disk/snapshots'
import { ensureFolder, writeReason } from './disk/write'
import { type EncodedLine, encodeInPieces, type LineInParts } from './journal-lines'

/** A journal longer than this goes on in a new file once there is a snapshot, so that starting stays quick. */
const SEGMENT_LIMIT = 8 * 1024 * 1024

type Doors = Pick<
  Bridge,
  'journalState' | 'journalAppend' | 'journalPiece' | 'journalRead' | 'journalSnapshot' | 'journalGiveUpDatabase'
>

export interface Journals extends Doors {
  /** Does something with a workspace's whole folder, between two calls; afterwards the folder is read anew. */
  withFolder<T>(workspace: string, work: (folder: string) => Promise<T>): Promise<T>
  /** Resolves when nothing is being written any more; the app waits for it before it quits. */
  settled(): Promise<void>
}

/**
 * The journals of all workspaces, one folder each. Calls for the same workspace run one after the other. IndexedDB can
 * be lost as a whole (Chromium deletes it after a full disk), so this is the copy that counts.
 */
export function openJournals(
  root: string,
  options: { readonly mirror?: string | undefined; readonly now?: () => Date; readonly segmentLimit?: number } = {},
): Journals {
  const { mirror, now = () => new Date(), segmentLimit = SEGMENT_LIMIT } = options
  const queues = new Map<string, Promise<unknown>>()
  const shelves = new Map<string, Shelf>()
  const mirroring = new Map<string, Promise<void>>()
  const pieces = new Map<string, string[]>()

  /** All of a text whose first pieces were handed over before; undefined when they are not all there. */
  function whole(workspace: string, text: string, count: number): readonly string[] | undefined {
    const held = pieces.get(workspace) ?? []
    pieces.delete(workspace)
    if (count === 0) return [text]
    // What a page that was reloaded in the middle of a text left behind lies before.
    return held.length >= count ? [...held.slice(-count), text] : undefined
  }

  /** Runs a call after the workspace's earlier ones. A call that threw has left the disk in a state to be read anew. */
  function inTurn<T>(workspace: string, work: (folder: string) => Promise<T>): Promise<T> {
    const turn = (queues.get(workspace) ?? Promise.resolve()).then(() => work(join(root, workspace)))
    queues.set(
      workspace,
      turn.catch(() => shelves.delete(workspace)),
    )
    return turn
  }

  async function shelfOf(workspace: string, folder: string): Promise<Shelf> {
    const known = shelves.get(workspace)
    if (known) return known
    const { shelf } = await loadShelf(folder)
    shelves.set(workspace, shelf)
    return shelf
  }

  function written<T>(workspace: string, work: (folder: string) => Promise<Result<T, JournalError>>) {
    return inTurn(workspace, work).catch((error: unknown): Result<T, JournalError> => {
      return fail({ code: writeReason(error) === 'full' ? 'journal-full' : 'journal-unwritable' })
    })
  }

  return {
    journalState: (workspace) =>
      inTurn(workspace, async (folder) => {
        const { lastSequence, snapshot } = await shelfOf(workspace, folder)
        const state = { lastSequence, generation: await readGeneration(folder) }
        return snapshot ? { ...state, snapshot: { sequence: snapshot.sequence, time: snapshot.time } } : state
      }),

    journalPiece: async (workspace, text) => {
      pieces.set(workspace, [...(pieces.get(workspace) ?? []), text])
    },

    journalAppend: (workspace, sent) =>
      written(workspace, async (folder) => {
        const lines = sent.flatMap(({ sequence, text, pieces: count = 0 }): LineInParts[] => {
          const texts = whole(workspace, text, count)
          return texts === undefined ? [] : [{ sequence, texts }]
        })
        if (lines.length !== sent.length) return fail({ code: 'journal-unwritable' })
        const shelf = await shelfOf(workspace, folder)
        const fresh = await withoutRepeats(shelf, lines)
        if (!fresh) return fail({ code: 'journal-gap', expected: shelf.lastSequence + 1 })
        if (fresh.length > 0) await append(shelf, fresh, segmentLimit)
        return ok({ lastSequence: shelf.lastSequence })
      }),

    journalRead: (workspace) =>
      inTurn(workspace, async (folder) => {
        const { shelf, snapshotText, lines, damaged } = await loadShelf(folder)
        shelves.set(workspace, shelf)
        const { snapshot } = shelf
        if (!snapshot || snapshotText === undefined) return { lines, damaged }
        return { snapshot: { sequence: snapshot.sequence, text: snapshotText }, lines, damaged }
      }),

    journalSnapshot: (workspace, sequence, end, count = 0) =>
      written(workspace, async (folder) => {
        const texts = whole(workspace, end, count)
        if (texts === undefined) return fail({ code: 'journal-unwritable' })
        const shelf = await shelfOf(workspace, folder)
        const place = snapshotFolder(folder)
        const file = await writeSnapshot(place, sequence, texts, now())
        await pruneSnapshots(place).catch(() => undefined)
        if (sequence >= (shelf.snapshot?.sequence ?? 0)) {
          const lastSequence = Math.max(shelf.lastSequence, sequence)
          shelves.set(workspace, { ...shelf, snapshot: file, lastSequence })
        }
        if (mirror !== undefined) {
          // One after the other: each tidies up there, and would take the half-written file of the next for a leftover.
          const before = mirroring.get(workspace) ?? Promise.resolve()
          mirroring.set(
            workspace,
            before.then(() => mirrorSnapshot(place, join(mirror, workspace), file)),
          )
        }
        return ok(undefined)
      }),

    journalGiveUpDatabase: (workspace) =>
      inTurn(workspace, async (folder) => {
        return { generation: await writeGeneration(folder, (await readGeneration(folder)) + 1) }
      }),

    withFolder: (workspace, work) =>
      inTurn(workspace, async (folder) => {
        shelves.delete(workspace)
        return work(folder)
      }),

    settled: async () => {
      await Promise.allSettled([...queues.values()])
      await Promise.allSettled([...mirroring.values()])
    },
  }
}

/** Lines that are already on disk are let pass without being written again; undefined when a number doesn't fit. */
async function withoutRepeats(shelf: Shelf, lines: readonly LineInParts[]): Promise<EncodedLine[] | undefined> {
  const fresh: EncodedLine[] = []
  for (const line of lines) {
    const next = shelf.lastSequence + fresh.length + 1
    if (line.sequence > next) return undefined
    const encoded = await encodeInPieces(line)
    if (line.sequence === next) {
      fresh.push(encoded)
      continue
    }
    const repeated = fresh.find((other) => other.sequence === line.sequence)
    const hash = repeated?.hash ?? (await findHash(shelf, line.sequence))
    // A Change that only the snapshot holds can't be compared; the snapshot has been verified, so it is there.
    const covered = hash === undefined && line.sequence <= (shelf.snapshot?.sequence ?? 0)
    if (hash !== encoded.hash && !covered) return undefined
  }
  return fresh
}

async function append(shelf: Shelf, lines: readonly EncodedLine[], segmentLimit: number): Promise<void> {
  // A segment that is there lies in a folder; making sure of it again would cost every edit a flush of its own.
  if (shelf.segment === undefined) await ensureFolder(shelf.folder)
  await tidyUp(shelf)
  const full = shelf.snapshot !== undefined && (shelf.segment?.size ?? 0) > segmentLimit
  const goOn = full ? undefined : shelf.segment
  const segment = goOn ?? { name: segmentName(shelf.lastSequence + 1), size: 0 }
  const written = await appendTo(
    shelf.folder,
    segment.name,
    segment.size,
    lines.flatMap(({ bytes }) => bytes),
  )
  shelf.segment = { name: segment.name, size: segment.size + written }
  for (const { sequence, hash } of lines) shelf.hashes.set(sequence, hash)
  shelf.lastSequence += lines.length
}
