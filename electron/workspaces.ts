import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Bridge, WorkspaceError, WorkspaceInfo, WorkspaceList } from '../shared/bridge'
import { freeName, nameProblem, tidyName } from '../shared/inventory/workspace'
import { fail, ok, type Result } from '../shared/result'
import { foldersIn, moveFolder, removeFolder } from './disk/folders'
import { readText } from './disk/read'
import { ensureFolder, writeAtomically, writeReason } from './disk/write'
import type { Journals } from './journal'
import { adopt, type Entry, listText, namesOf, parseList, toList } from './workspace-list'

type Doors = Pick<
  Bridge,
  | 'listWorkspaces'
  | 'createWorkspace'
  | 'renameWorkspace'
  | 'deleteWorkspace'
  | 'restoreWorkspace'
  | 'removeWorkspace'
  | 'openWorkspace'
  | 'countWorkspace'
>

export interface Workspaces extends Doors {
  /** The list as it is now, for the menu. */
  list(): WorkspaceList
}

interface Options {
  /** `workspaces.json`, `journals/` and `trash/` lie in it. */
  readonly profile: string
  /** The second place of snapshots, which are removed there too when a deleted workspace's time is over. */
  readonly mirror?: string | undefined
  readonly journals: Journals
  /** The name of a workspace that nobody has named. */
  readonly firstName: string
  /** The list has changed. */
  readonly onChange?: (list: WorkspaceList) => void
  readonly now?: () => Date
}

/**
 * The list of workspaces: one file, written whole and renamed. It never comes before the data: a lost list is made anew
 * from the folders that are there. Calls run one after the other.
 */
export async function openWorkspaces(options: Options): Promise<Workspaces> {
  const { profile, mirror, journals, firstName, onChange = () => undefined, now = () => new Date() } = options
  const folderOf = (id: string) => join(profile, 'journals', id)
  const trashOf = (id: string) => join(profile, 'trash', id)
  let entries: readonly Entry[] = await load()
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  async function load(): Promise<readonly Entry[]> {
    const found = {
      folders: await foldersIn(join(profile, 'journals')),
      trash: await foldersIn(join(profile, 'trash')),
    }
    const stored = parseList(await readText(join(profile, 'workspaces.json')).catch(() => undefined))
    const adopted = adopt(stored, found, firstName, now().toISOString())
    // The app died between the list's line and the folder's move.
    for (const { id, deleted } of adopted) {
      if (deleted !== undefined) await moveFolder(folderOf(id), trashOf(id)).catch(() => undefined)
    }
    // A deleted workspace that never held anything left no folder: there is nothing to bring back.
    const trash = new Set(await foldersIn(join(profile, 'trash')))
    const worth = adopted.filter(({ id, deleted }) => deleted === undefined || trash.has(id))
    return worth.some(({ deleted }) => deleted === undefined) ? worth : [...worth, fresh('main', firstName, worth)]
  }

  function fresh(wanted: string, name: string, others: readonly Entry[]): Entry {
    let id = wanted
    while (others.some((entry) => entry.id === id)) id = newId()
    const time = now().toISOString()
    return { id, name: freeName(name, namesOf(others)), created: time, opened: time, tools: 0 }
  }

  async function save(next: readonly Entry[]): Promise<void> {
    await writeAtomically(join(profile, 'workspaces.json'), listText(next))
    entries = next
    onChange(toList(entries))
    // The mirror's folders are named by id; without the list nobody could tell whose they are. Best effort.
    if (mirror === undefined) return
    await ensureFolder(mirror)
      .then(() => writeAtomically(join(mirror, 'workspaces.json'), listText(next)))
      .catch(() => undefined)
  }

  function change<T>(work: () => Promise<Result<T, WorkspaceError>>): Promise<Result<T, WorkspaceError>> {
    return inTurn(() =>
      work().catch((error: unknown): Result<T, WorkspaceError> => {
        return fail({ code: writeReason(error) === 'full' ? 'workspace-full' : 'workspace-unwritable' })
      }),
    )
  }

  const present = (id: string) => entries.find((entry) => entry.id === id && entry.deleted === undefined)
  const withEntry = (changed: Entry) => entries.map((entry) => (entry.id === changed.id ? changed : entry))
  const unknown = () => fail({ code: 'unknown-workspace' as const })

  return {
    list: () => toList(entries),
    listWorkspaces: () => inTurn(async () => toList(entries)),

    createWorkspace: (name, contents) =>
      change(async () => {
        const problem = nameProblem(name, namesOf(entries))
        if (problem !== undefined) return fail({ code: problem })
        // Opened a moment before the others, so that it isn't taken for the one that is open.
        const entry = { ...fresh(newId(), tidyName(name), entries), opened: new Date(0).toISOString() }
        if (contents !== undefined) {
          const written = await journals.journalSnapshot(entry.id, contents.sequence, contents.text)
          if (!written.ok) {
            await journals.withFolder(entry.id, removeFolder).catch(() => undefined)
            return fail({ code: written.error.code === 'journal-full' ? 'workspace-full' : 'workspace-unwritable' })
          }
        }
        await save([...entries, entry])
        return ok(info(entry))
      }),

    renameWorkspace: (id, name) =>
      change(async () => {
        const entry = present(id)
        if (entry === undefined) return unknown()
        const problem = nameProblem(name, namesOf(entries, id))
        if (problem !== undefined) return fail({ code: problem })
        const renamed = { ...entry, name: tidyName(name) }
        await save(withEntry(renamed))
        return ok(info(renamed))
      }),

    deleteWorkspace: (id) =>
      change(async () => {
        const entry = present(id)
        if (entry === undefined || namesOf(entries).length < 2) return unknown()
        const before = entries
        await save(withEntry({ ...entry, deleted: now().toISOString() }))
        try {
          await journals.withFolder(id, (folder) => moveFolder(folder, trashOf(id)))
        } catch (error) {
          await save(before)
          throw error
        }
        return ok(undefined)
      }),

    restoreWorkspace: (id) =>
      change(async () => {
        const entry = entries.find((one) => one.id === id && one.deleted !== undefined)
        if (entry === undefined) return unknown()
        await journals.withFolder(id, (folder) => moveFolder(trashOf(id), folder))
        const { deleted: _, ...rest } = entry
        const restored = { ...rest, name: freeName(rest.name, namesOf(entries)) }
        await save(withEntry(restored))
        return ok(info(restored))
      }),

    removeWorkspace: (id) =>
      change(async () => {
        if (!entries.some((entry) => entry.id === id && entry.deleted !== undefined)) return unknown()
        await removeFolder(trashOf(id))
        if (mirror !== undefined) await removeFolder(join(mirror, id))
        await save(entries.filter((entry) => entry.id !== id))
        return ok(undefined)
      }),

    openWorkspace: (id) =>
      inTurn(async () => {
        const entry = present(id)
        if (entry === undefined) return
        const newest = Math.max(...entries.map(({ opened }) => Date.parse(opened)))
        // Later than all others even when the clock was set back.
        const opened = new Date(Math.max(now().getTime(), newest + 1)).toISOString()
        // On a full disk the workspace is open all the same.
        await save(withEntry({ ...entry, opened })).catch(() => undefined)
      }),

    countWorkspace: (id, tools) =>
      inTurn(async () => {
        const entry = present(id)
        if (entry === undefined || entry.tools === tools) return
        await save(withEntry({ ...entry, tools })).catch(() => undefined)
      }),
  }
}

function newId(): string {
  return `w-${randomBytes(8).toString('hex')}`
}

function info({ id, name, created, opened, tools }: Entry): WorkspaceInfo {
  return { id, name, created, opened, tools }
}
