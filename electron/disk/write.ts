import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { writeFile } from 'atomically'

/** How long a file that another program holds is tried again; Windows' virus scanner needs about a second. */
const PATIENCE = 3_000

const pending = new Set<Promise<void>>()

/** Resolves when no write is under way; the app waits for it before it quits. */
export async function writesSettled(): Promise<void> {
  await Promise.allSettled([...pending])
}

/**
 * Writes beside the target, flushes, renames: after a crash there is the old file or the new one, never half of one.
 * The bytes go in as a stream: handed a buffer, atomically 2.1 writes once and does not look how much was written, and
 * on a disk that runs full the target became a cut-off file without an error (measured).
 */
export function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const writing = writeBeside(path, content)
  pending.add(writing)
  return writing.finally(() => pending.delete(writing))
}

async function writeBeside(path: string, content: string | Uint8Array): Promise<void> {
  // A folder that isn't there is the caller's mistake (a typing error on the command line), not ours to make.
  await stat(dirname(path))
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  await writeFile(path, Readable.from([bytes]), { timeout: PATIENCE })
}

/** Makes a folder and its parents; flushes the folder so that its own entry survives a power cut. */
export async function ensureFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  await flushFolder(path)
}

/** Flushes a folder's list of names. Windows has no such thing and keeps its own journal of them. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What a failed write means for the user. */
export function writeReason(error: unknown): 'busy' | 'denied' | 'full' | 'other' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  // On Windows a file open in Excel answers EBUSY or EPERM; elsewhere EPERM is a matter of rights.
  if (code === 'EBUSY' || code === 'ETXTBSY' || (code === 'EPERM' && process.platform === 'win32')) return 'busy'
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'denied' : 'other'
}
