import { z } from 'zod'
import type { DeletedWorkspace, WorkspaceInfo, WorkspaceList } from '../shared/bridge'
import { freeName, nameProblem } from '../shared/inventory/workspace'
import { parseJson } from './settings'

/** A workspace's id is the name of its folder. */
export const WORKSPACE_ID = /^[a-z0-9-]{1,40}$/

const entrySchema = z.object({
  id: z.string().regex(WORKSPACE_ID),
  name: z.string().refine((name) => nameProblem(name, []) === undefined),
  created: z.iso.datetime(),
  opened: z.iso.datetime(),
  tools: z.int().min(0).catch(0),
  deleted: z.iso.datetime().exactOptional(),
})
const fileSchema = z.object({ workspaces: z.array(z.unknown()) })

/** A workspace as the list keeps it; `deleted` when it was put aside. */
export type Entry = WorkspaceInfo & { readonly deleted?: string }

/** The entries of a list's text. One that can't be understood is left out by itself: its folder is found again. */
export function parseList(text: string | undefined): readonly Entry[] {
  const file = fileSchema.safeParse(parseJson(text))
  if (!file.success) return []
  const entries = new Map<string, Entry>()
  for (const given of file.data.workspaces) {
    const entry = entrySchema.safeParse(given)
    if (entry.success) entries.set(entry.data.id, entry.data)
  }
  return [...entries.values()]
}

export function listText(entries: readonly Entry[]): string {
  return JSON.stringify({ version: 1, workspaces: entries }, undefined, 1)
}

/** What lies on disk, by the names of folders. */
export interface Found {
  readonly folders: readonly string[]
  readonly trash: readonly string[]
}

/**
 * The list after a look at the disk: folders it doesn't name are added to it (it was lost, or is older than they are),
 * and a workspace whose folder lies in the trash is a deleted one. Data without an entry would be as good as lost.
 */
export function adopt(entries: readonly Entry[], found: Found, name: string, now: string): readonly Entry[] {
  const trash = new Set(found.trash)
  const adopted: Entry[] = entries.map((entry) => {
    const isAside = trash.has(entry.id) && !found.folders.includes(entry.id)
    return isAside && entry.deleted === undefined ? { ...entry, deleted: now } : entry
  })
  const add = (id: string, more: { readonly deleted?: string }) => {
    if (!WORKSPACE_ID.test(id) || adopted.some((entry) => entry.id === id)) return
    const free = freeName(name, namesOf(adopted))
    adopted.push({ id, name: free, created: now, opened: now, tools: 0, ...more })
  }
  for (const id of found.folders) add(id, {})
  for (const id of found.trash) add(id, { deleted: now })
  return adopted
}

/** The names of the workspaces that are there, but for one. */
export function namesOf(entries: readonly Entry[], but?: string): readonly string[] {
  return entries.filter(({ id, deleted }) => deleted === undefined && id !== but).map(({ name }) => name)
}

/** As the page sees it: newest first. */
export function toList(entries: readonly Entry[]): WorkspaceList {
  const workspaces = entries.filter(({ deleted }) => deleted === undefined)
  const deleted = entries.filter((entry): entry is DeletedWorkspace => entry.deleted !== undefined)
  return {
    workspaces: workspaces.toSorted((a, b) => compare(b.opened, a.opened)),
    deleted: deleted.toSorted((a, b) => compare(b.deleted, a.deleted)),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
