import { create } from 'zustand'
import {
  DELETED_KEPT_DAYS,
  type SampleName,
  type WorkspaceError,
  type WorkspaceInfo,
  type WorkspaceList,
} from '../../shared/bridge'
import type { Inventory } from '../../shared/inventory/inventory'
import { snapshotText } from '../../shared/inventory/validate'
import { freeName, tidyName } from '../../shared/inventory/workspace'
import { ok, type Result } from '../../shared/result'
import { resources } from '../../shared/strings/resources'
import { removeDatabases } from '../database/remove-databases'
import { openSession, switchSession, takeSnapshot, whenSaved } from '../database/session'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify } from '../notify'
import { forgetMappingsOf } from './mappings'

/** The workspaces there are. Which of them is open, `useWorkspace` knows. */
export const useWorkspaces = create<WorkspaceList>()(() => ({ workspaces: [], deleted: [] }))

/** The open one, as the list has it. */
export function useOpenWorkspace(): WorkspaceInfo | undefined {
  const id = useWorkspace((state) => state.id)
  return useWorkspaces((state) => state.workspaces.find((each) => each.id === id))
}

let version = ''
let pending: Promise<unknown> = Promise.resolve()

/** Switching, deleting and the like happen one after the other, however quickly somebody presses keys. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = pending.then(work)
  pending = turn.catch(() => undefined)
  return turn
}

/** Opens the workspace that was open last. */
export async function startWorkspaces(appVersion: string): Promise<void> {
  version = appVersion
  await refresh()
  const first = useWorkspaces.getState().workspaces[0]
  if (first === undefined) throw new Error('There is no workspace')
  await openSession(first.id, version, bridge)
  await bridge.openWorkspace(first.id)
  await refresh()
  void removeExpired()
}

/** Resolves when no workspace is being opened or left, and the open one is stored with a snapshot. */
export async function leaveWorkspaces(): Promise<void> {
  await pending
  await whenSaved()
  await takeSnapshot()
  await noteTools()
}

export function openWorkspace(id: string): Promise<boolean> {
  return inTurn(() => goTo(id))
}

/** Opens the one that was open before this one. */
export function openPrevious(): Promise<boolean> {
  return inTurn(async () => {
    const [previous] = others()
    return previous !== undefined && goTo(previous.id)
  })
}

/** Makes an empty workspace and opens it. */
export function createWorkspace(name: string): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  return inTurn(() => makeAndOpen(name))
}

/** Makes a workspace with everything that the open one holds now, and opens it. */
export function duplicateWorkspace(name: string): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  return inTurn(async () => {
    await whenSaved()
    const { inventory, sequence } = useWorkspace.getState()
    return makeAndOpen(name, sequence === 0 ? undefined : { sequence, text: snapshotText(inventory, sequence) })
  })
}

/** Makes a workspace that begins as this inventory, under a free name, and opens it. */
export function addWorkspace(
  name: string,
  inventory: Inventory,
  sequence: number,
): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  return inTurn(async () => {
    await whenSaved()
    const wanted = tidyName(name) === '' ? firstName() : name
    return makeAndOpen(freeName(wanted, names()), { sequence, text: snapshotText(inventory, sequence) })
  })
}

export function renameWorkspace(name: string): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  return inTurn(() => rename(useWorkspace.getState().id ?? '', name))
}

/** What was deleted, and what bringing it back needs to know. */
export interface WorkspaceDeletion {
  readonly gone: WorkspaceInfo
  /** The empty workspace that was made because there was no other. */
  readonly standIn?: string
}

/** Puts the open workspace aside and opens the one that was open before, or an empty one. */
export function deleteWorkspace(): Promise<WorkspaceDeletion | undefined> {
  return inTurn(async () => {
    const { id } = useWorkspace.getState()
    const gone = useWorkspaces.getState().workspaces.find((each) => each.id === id)
    if (gone === undefined) return undefined
    const [next] = others()
    const made = next === undefined ? await makeAndOpen(freeName(firstName(), names())) : undefined
    if (made?.ok === false) return say(made.error)
    if (next !== undefined && !(await goTo(next.id))) return undefined
    const deleted = await bridge.deleteWorkspace(gone.id)
    await refresh()
    if (!deleted.ok) {
      await goTo(gone.id)
      return say(deleted.error)
    }
    if (!made?.ok) return { gone }
    if (made.value.name !== firstName()) await rename(made.value.id, firstName())
    return { gone, standIn: made.value.id }
  })
}

/** Brings a deleted workspace back and opens it. */
export function bringBack({ gone, standIn }: WorkspaceDeletion): Promise<boolean> {
  return inTurn(async () => {
    const restored = await bridge.restoreWorkspace(gone.id)
    await refresh()
    if (!restored.ok) {
      say(restored.error)
      return false
    }
    const untouched = useWorkspace.getState().id === standIn && useWorkspace.getState().sequence === 0
    if (!(await goTo(gone.id))) return false
    if (standIn === undefined || !untouched) return true
    // What stood in for it has never been used and goes without a trace; then the old name is free again.
    const away = await bridge.deleteWorkspace(standIn)
    if (away.ok) await remove(standIn)
    if (restored.value.name !== gone.name) await rename(gone.id, gone.name)
    await refresh()
    return true
  })
}

/** Removes a deleted workspace from this computer: journal, snapshots and database. */
export function removeDeleted(id: string): Promise<void> {
  return inTurn(async () => {
    await remove(id)
    await refresh()
  })
}

/** A workspace that nobody has named yet is called like the sample that fills it. */
export function nameAfterSample(sample: SampleName): void {
  const { visit, id } = useWorkspace.getState()
  const unnamed = useWorkspaces.getState().workspaces.find((each) => each.id === id)
  const first: readonly string[] = [resources.de.workspaces.firstName, resources.en.workspaces.firstName]
  if (unnamed === undefined || !first.includes(unnamed.name) || useWorkspace.getState().sequence > 0) return
  const stop = useWorkspace.subscribe((state) => {
    if (state.visit === visit && state.sequence === 0) return
    stop()
    if (state.visit !== visit || !state.history[0]?.label.code.startsWith('import')) return
    const wanted = translate(`workspaces:sample.${sample}`)
    void inTurn(() => rename(unnamed.id, freeName(wanted, names())))
  })
}

async function goTo(id: string, firstTime = false): Promise<boolean> {
  const before = useWorkspace.getState().id
  if (id === before) return true
  await noteTools()
  const name = useWorkspaces.getState().workspaces.find((each) => each.id === id)?.name ?? ''
  const problem = await switchSession(id, version, bridge, firstTime)
  if (problem !== undefined) notify(translate(`workspaces:problem.${problem}`, { name }), 'red')
  // Also when nothing has changed: the native menu has marked what was clicked.
  const now = useWorkspace.getState().id
  if (now !== undefined) await bridge.openWorkspace(now)
  await refresh()
  return problem === undefined
}

async function makeAndOpen(
  name: string,
  contents?: { readonly sequence: number; readonly text: string },
): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  const made = await bridge.createWorkspace(name, contents)
  if (!made.ok) return made
  await refresh()
  await goTo(made.value.id, contents !== undefined)
  return ok(made.value)
}

async function rename(id: string, name: string): Promise<Result<WorkspaceInfo, WorkspaceError>> {
  const renamed = await bridge.renameWorkspace(id, name)
  await refresh()
  return renamed
}

async function remove(id: string): Promise<void> {
  await removeDatabases(id)
  await forgetMappingsOf(id)
  const removed = await bridge.removeWorkspace(id)
  if (!removed.ok) say(removed.error)
}

async function removeExpired(): Promise<void> {
  const before = Date.now() - DELETED_KEPT_DAYS * 24 * 3_600_000
  const { deleted } = useWorkspaces.getState()
  for (const each of deleted) if (Date.parse(each.deleted) < before) await removeDeleted(each.id)
}

async function refresh(): Promise<void> {
  useWorkspaces.setState(await bridge.listWorkspaces())
  const { id } = useWorkspace.getState()
  const open = useWorkspaces.getState().workspaces.find((each) => each.id === id)
  document.title = open === undefined ? translate('common:appName') : `${open.name} – ${translate('common:appName')}`
}

async function noteTools(): Promise<void> {
  const { id, inventory, phase } = useWorkspace.getState()
  if (id !== undefined && phase === 'ready') await bridge.countWorkspace(id, inventory.tools.size)
}

function others(): readonly WorkspaceInfo[] {
  const { id } = useWorkspace.getState()
  return useWorkspaces.getState().workspaces.filter((each) => each.id !== id)
}

function names(): readonly string[] {
  return useWorkspaces.getState().workspaces.map(({ name }) => name)
}

function firstName(): string {
  return translate('workspaces:firstName')
}

function say(error: WorkspaceError): undefined {
  notify(translate(`workspaces:problem.${error.code}`), 'red')
}
