import { Dexie } from 'dexie'

const NAME = /^toolscape-([a-z0-9-]{1,40})-\d+$/

/** Removes every database of a workspace, of whichever generation; nothing of it may be open. */
export async function removeDatabases(workspace: string): Promise<void> {
  const names = await Dexie.getDatabaseNames()
  for (const name of names) if (NAME.exec(name)?.[1] === workspace) await Dexie.delete(name)
}
