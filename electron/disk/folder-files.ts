import { join } from 'node:path'
import { FILE_NAME, type NamedFile, type SaveError } from '../../shared/bridge'
import { writeAtomically, writeReason } from './write'

/** Writes files side by side into a folder. Where one can't be written it keeps its old contents, and those after it too. */
export async function writeFiles(folder: string, files: readonly NamedFile[]): Promise<Unwritable | undefined> {
  for (const { name, contents } of files) {
    // Checked at the gate as well; nothing that reaches for another folder is written, whoever calls.
    if (!FILE_NAME.test(name)) throw new Error('Not a name for a file in a folder')
    try {
      await writeAtomically(join(folder, name), contents)
    } catch (error) {
      return { code: 'unwritable', name, reason: writeReason(error) }
    }
  }
  return undefined
}

type Unwritable = Extract<SaveError, { readonly code: 'unwritable' }>
