import { join } from 'node:path'
import type { Bridge, NoteName } from '../shared/bridge'
import { readBounded } from './disk/read'
import { ensureFolder, writeAtomically } from './disk/write'

/** What the page may keep for itself in one note. */
export const MOST_NOTE_BYTES = 1_000_000

export type NoteDoors = Pick<Bridge, 'readNotes' | 'writeNotes'>

/** Small texts that the page keeps in the profile, opaque to the main process. Names come from a fixed list. */
export function noteDoors(profile: string): NoteDoors {
  const folder = join(profile, 'notes')
  const fileOf = (name: NoteName) => join(folder, `${name}.json`)
  // One after the other: the newest text must be the one that stays.
  let pending: Promise<unknown> = Promise.resolve()
  return {
    readNotes: async (name) => {
      const bytes = await readBounded(fileOf(name), MOST_NOTE_BYTES)
      return typeof bytes === 'string' ? undefined : bytes.toString('utf8')
    },
    writeNotes: (name, text) => {
      // A note is a convenience: on a full disk it is forgotten, and that isn't worth an alarm.
      const write = async () => {
        await ensureFolder(folder)
        await writeAtomically(fileOf(name), text)
      }
      const written = pending.then(write).catch(() => undefined)
      pending = written
      return written
    },
  }
}
