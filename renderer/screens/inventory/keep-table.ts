import { useWorkspace } from '../../database/workspace'
import { bridge } from '../../files/bridge'
import { useWorkspaces } from '../../river/workspaces'
import { type KeptTables, tablesFromText, tablesToText, withoutTable, withTable } from './kept-tables'
import { useTableSettings } from './table-settings'

/** Dragging a column changes its width with every pixel; it is written when that is over. */
const QUIET_MS = 400

let kept: KeptTables = new Map()
let timer: ReturnType<typeof setTimeout> | undefined

/** Sets the table up as it was left in the open workspace, and keeps what becomes of it from now on. */
export async function keepTable(): Promise<void> {
  kept = tablesFromText(await bridge.readNotes('tables').catch(() => undefined))
  restoreTable()
  forgetGone()
  useWorkspaces.subscribe(forgetGone)
  useTableSettings.subscribe((now, before) => {
    const { columns, widths, sorting, groupBy } = now
    const { id } = useWorkspace.getState()
    const same = columns === before.columns && widths === before.widths && sorting === before.sorting
    if (id === undefined || (same && groupBy === before.groupBy)) return
    kept = withTable(kept, id, now)
    writeSoon()
  })
}

/**
 * In another workspace: the table as it was left there. Where nothing is remembered, columns and widths stay as they are
 * once `forget` has taken away what speaks of the workspace before.
 */
export function switchTable(forget: () => void): void {
  const before = kept
  forget()
  // What forgetting changed is no choice of anybody's.
  kept = before
  restoreTable()
}

function restoreTable(): void {
  const { id } = useWorkspace.getState()
  const table = id === undefined ? undefined : kept.get(id)
  if (table !== undefined) useTableSettings.setState({ ...table, collapsed: new Set() })
}

/** Forgets how the tables of workspaces were set up that are gone for good. */
function forgetGone(): void {
  const { workspaces, deleted } = useWorkspaces.getState()
  const there = new Set([...workspaces, ...deleted].map(({ id }) => id))
  const gone = [...kept.keys()].filter((id) => !there.has(id))
  if (gone.length === 0) return
  kept = gone.reduce(withoutTable, kept)
  writeSoon()
}

/** Writes what waits; whoever closes the window calls it. */
export async function writeTables(): Promise<void> {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  await bridge.writeNotes('tables', tablesToText(kept)).catch(() => undefined)
}

function writeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void writeTables(), QUIET_MS)
}
