import { join } from 'node:path'
import { z } from 'zod'
import { readText } from './read'
import { ensureFolder, writeAtomically } from './write'

const manifestSchema = z.object({ generation: z.int().min(0) })

/**
 * How often a workspace's database was given up. A manifest that can't be understood yields a number far above any
 * count: the page then takes a new database name and rebuilds it from the journal, which is always safe, while an old
 * name might be the one that had been given up.
 */
export async function readGeneration(folder: string): Promise<number> {
  const text = await readText(join(folder, 'manifest.json'))
  if (text === undefined) return 0
  try {
    return manifestSchema.parse(JSON.parse(text)).generation
  } catch {
    return writeGeneration(folder, Math.floor(Date.now() / 1000))
  }
}

export async function writeGeneration(folder: string, generation: number): Promise<number> {
  await ensureFolder(folder)
  await writeAtomically(join(folder, 'manifest.json'), JSON.stringify({ generation }))
  return generation
}
