import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface ListedFile {
  /** Relative to the listed folder, with forward slashes. */
  readonly name: string
  readonly path: string
}

/** Every file below a folder, sorted by name; none when the folder doesn't exist. */
export async function listFiles(folder: string, prefix = ''): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(async (entry) => {
      const name = prefix + entry.name
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return listFiles(path, `${name}/`)
      return entry.isFile() ? [{ name, path }] : []
    }),
  )
  return found.flat().sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** True when something of this name is there already, as the system compares names. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

export function readBytes(path: string): Promise<Buffer> {
  return readFile(path)
}

/** A file's bytes, unless it is larger than the limit, isn't a file, or can't be read. */
export async function readBounded(path: string, limit: number): Promise<Buffer | 'too-large' | 'unreadable'> {
  try {
    const about = await stat(path)
    if (!about.isFile()) return 'unreadable'
    if (about.size > limit) return 'too-large'
    const bytes = await readFile(path)
    return bytes.length > limit ? 'too-large' : bytes
  } catch {
    return 'unreadable'
  }
}

/** The text of a file, or undefined when there is none. Throws when there is one that can't be read. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The names in a folder. A folder that isn't there is empty; one that can't be read is an error, not an empty one. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
