import type { FileEntry } from './import-state'

/** The readings whose tables belong to the files. */
export function readsOf(files: readonly FileEntry[]): readonly number[] {
  return files.flatMap(({ read }) => read ?? [])
}
