import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ensureFolder, flushFolder } from './write'

/** The names of the folders in a folder; none when it isn't there. */
export async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

/** Moves a folder on the same disk by one rename. False when there is nothing to move. Throws what the disk throws. */
export async function moveFolder(from: string, to: string): Promise<boolean> {
  const isThere = await stat(from).then(
    () => true,
    () => false,
  )
  if (!isThere) return false
  await ensureFolder(dirname(to))
  await rename(from, to)
  await Promise.all([flushFolder(dirname(from)), flushFolder(dirname(to))])
  return true
}

/** Removes a folder and what is in it, for good. Throws when something of it stays. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 })
}
