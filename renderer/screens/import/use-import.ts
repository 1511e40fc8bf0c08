import { useEffect } from 'react'
import { titleOf } from '../../../shared/import/table'
import { answer } from '../../commands'
import { useInventory, useWorkspace, type WorkspaceState } from '../../database/workspace'
import { bridge } from '../../files/bridge'
import { useImporting, useLanguage, useUi } from '../../ui-state'
import { type Blocker, blockerOf } from './blockers'
import { commitImport, hideNote } from './commit-import'
import { addFiles } from './import-actions'
import { type FileEntry, type ImportState, isSettled, tickedTables, useImport } from './import-state'
import { cancelImport } from './leave-import'
import { loadMapping } from './mapping-files'
import { newAnswers } from './new-answers'
import { syncFiles } from './read-files'
import { isCurrent, runPlan } from './run-plan'

/** Work shorter than this isn't shown in the taskbar. */
const PROGRESS_AFTER_MS = 400

/** Keeps files, plan, taskbar and keys in step while the import screen shows. */
export function useImportRun(): void {
  const importing = useImporting()
  const inventory = useInventory()
  const language = useLanguage()
  const { files, tables, currency, decisions } = useImport()
  const settled = isSettled(files)
  // Plans are made of what is understood, not of which table is looked at.
  const ready = tickedTables(tables)
    .map(({ prepared }) => numberOf(prepared))
    .join(' ')
  const done = files.length === 0 ? 1 : files.reduce((sum, file) => sum + readShare(file), 0) / files.length

  useEffect(() => syncFiles(importing), [importing])
  // The screen also goes when the theme is switched; the files then still wait and nothing is forgotten.
  useEffect(() => () => syncFiles(useUi.getState().importing), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan depends on everything named here
  useEffect(() => {
    if (!settled || ready === '') return undefined
    const abort = new AbortController()
    void runPlan(abort.signal)
    return () => abort.abort()
  }, [settled, ready, inventory, currency, decisions, language])

  useTaskbar(done)
  useKeys()
  useEffect(() => answer('import', addFiles), [])
  useEffect(() => answer('load-mapping', loadMapping), [])
  useEffect(hideNote, [])
}

function readShare({ stage }: FileEntry): number {
  return stage.kind === 'reading' ? (stage.fraction ?? 0) : 1
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

/** A number for an object, the same as long as it is the same object. */
function numberOf(object: object): number {
  const known = numbers.get(object)
  if (known !== undefined) return known
  lastNumber += 1
  numbers.set(object, lastNumber)
  return lastNumber
}

function useTaskbar(done: number): void {
  const phase = useImport(selectPhase)
  const planShare = useImport(selectShare)
  const fraction = done < 1 ? done : phase === 'planning' ? (planShare ?? 0) : phase === 'committing' ? 0.9 : -1
  useEffect(() => {
    const timer = setTimeout(() => void bridge.setProgress(fraction), fraction < 0 ? 0 : PROGRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [fraction])
  useEffect(() => () => void bridge.setProgress(-1), [])
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || belongsElsewhere(event.target)) return
      if (event.key === 'Escape') cancelImport()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        if (blockerNow() === undefined) void commitImport()
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** An open list or a dialog above the screen has its own Escape. */
function belongsElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu], [aria-expanded=true]') !== null
}

function blockerNow(): Blocker | undefined {
  return blockerIn(useImport.getState(), useWorkspace.getState())
}

/** What stands in the way of importing now, drawn again when it changes. */
export function useBlocker(): Blocker | undefined {
  const state = useImport()
  const workspace = useWorkspace()
  return blockerIn(state, workspace)
}

function blockerIn({ files, tables, shown, phase }: ImportState, workspace: WorkspaceState): Blocker | undefined {
  if (phase === 'plan-failed') return { code: 'plan-failed' }
  return blockerOf({
    writable: workspace.phase === 'ready',
    planned: phase !== 'planning' && isCurrent(shown),
    changes:
      shown === undefined
        ? 0
        : shown.planned.plans.reduce((sum, { changeCount }) => sum + changeCount, 0) +
          newAnswers(shown.planned, shown.decisions).length,
    files: files.map(({ source, stage }) => ({ name: source.name, stage: stage.kind })),
    tables: tickedTables(tables).map(({ prepared: { decoded, mapping } }) => ({ name: titleOf(decoded), mapping })),
  })
}

const selectShare = (state: ImportState) => state.planShare
const selectPhase = (state: ImportState) => state.phase
