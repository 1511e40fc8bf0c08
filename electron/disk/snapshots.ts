import { createHash } from 'node:crypto'
import { readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip, createGzip, gunzip } from 'node:zlib'
import { type DatedSnapshot, newestFirst, snapshotsToPrune } from '../keep-snapshots'
import { piecesOf, turn } from '../text-pieces'
import { namesIn } from './read'
import { ensureFolder, flushFolder, writeAtomically } from './write'

const unzip = promisify(gunzip)

/** A snapshot's file. Its name says everything, so that one rename is enough and a person can read the folder. */
export interface SnapshotFile extends DatedSnapshot {
  readonly hash: string
}

const NAME = /^(\d{10,16})_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z_([0-9a-f]{32})\.json\.gz$/

function nameOf(sequence: number, time: Date, hash: string): string {
  const stamp = time.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return `${String(sequence).padStart(10, '0')}_${stamp}_${hash}.json.gz`
}

function parseName(name: string): SnapshotFile | undefined {
  const [, sequence, year, month, day, hour, minute, second, hash] = NAME.exec(name) ?? []
  if (sequence === undefined || hash === undefined) return undefined
  return { name, sequence: Number(sequence), time: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, hash }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/** The snapshots in a folder, newest first, unchecked; none when there is no folder. */
export async function listSnapshots(folder: string): Promise<readonly SnapshotFile[]> {
  const names = await namesIn(folder)
  return newestFirst(names.flatMap((name) => parseName(name) ?? []))
}

/** A snapshot's text, or undefined when its bytes are not the ones that were written. */
export async function readSnapshot(folder: string, file: SnapshotFile): Promise<string | undefined> {
  const bytes = await readFile(join(folder, file.name)).catch(() => undefined)
  if (bytes === undefined) return undefined
  if (hashOf(bytes) === file.hash) return (await unzip(bytes)).toString('utf8')
  // Out of the way, or it would push a good one out when old ones are pruned. Kept, because somebody may repair it.
  await rename(join(folder, file.name), join(folder, `${file.name}.damaged`)).catch(() => undefined)
  return undefined
}

/**
 * Writes, flushes, reads back and compares. Throws what the disk threw, or when what came back is something else. A large
 * workspace's text has a hundred megabytes: it is packed, unpacked and hashed piece by piece.
 * @param texts the snapshot's text in parts
 */
export async function writeSnapshot(
  folder: string,
  sequence: number,
  texts: readonly string[],
  time: Date,
): Promise<SnapshotFile> {
  await ensureFolder(folder)
  const { bytes, hash } = await packed(texts)
  const file = parseName(nameOf(sequence, time, hashOf(bytes)))
  if (file === undefined) throw new Error(`Not a snapshot number: ${sequence}`)
  await writeAtomically(join(folder, file.name), bytes)
  await flushFolder(folder)
  const back = await readFile(join(folder, file.name))
  if (hashOf(back) !== file.hash || (await hashOfPacked(back)) !== hash) {
    // Reading it as anybody would puts it out of the way.
    await readSnapshot(folder, file)
    throw new Error(`Snapshot ${sequence} did not come back as written`)
  }
  return file
}

/** The text as gzip, and the hash of its bytes before. */
async function packed(texts: readonly string[]): Promise<{ readonly bytes: Buffer; readonly hash: string }> {
  const hashing = createHash('sha256')
  const found: Buffer[] = []
  async function* bytesOf(): AsyncGenerator<Buffer> {
    for (const piece of piecesOf(texts)) {
      const bytes = Buffer.from(piece, 'utf8')
      hashing.update(bytes)
      yield bytes
      await turn()
    }
  }
  await pipeline(bytesOf, createGzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) found.push(chunk)
  })
  return { bytes: Buffer.concat(found), hash: hashing.digest('hex') }
}

/** The hash of what is in a gzip. */
async function hashOfPacked(bytes: Buffer): Promise<string> {
  const hashing = createHash('sha256')
  await pipeline(Readable.from([bytes]), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hashing.update(chunk)
  })
  return hashing.digest('hex')
}

/** Deletes what need not be kept, and what a crash left half written. Call it only after a verified write. */
export async function pruneSnapshots(folder: string): Promise<void> {
  const names = await namesIn(folder)
  const left = names.filter((name) => name.includes('.json.gz.tmp-'))
  const old = snapshotsToPrune(names.flatMap((name) => parseName(name) ?? []))
  await Promise.all([...left, ...old].map((name) => unlink(join(folder, name)).catch(() => undefined)))
}

/** Copies a verified snapshot to a second place, best effort: that place may be a network drive or gone. */
export async function mirrorSnapshot(from: string, to: string, file: SnapshotFile): Promise<void> {
  try {
    const bytes = await readFile(join(from, file.name))
    await ensureFolder(to)
    await writeAtomically(join(to, file.name), bytes)
    await pruneSnapshots(to)
  } catch {
    // The primary copy is safe; the next snapshot tries again.
  }
}
