import type { Change } from '../../shared/inventory/change'
import { undoState } from '../../shared/inventory/history'
import { EMPTY_INVENTORY, type Inventory, TABLE_NAMES } from '../../shared/inventory/inventory'
import { snapshotPieces } from '../../shared/inventory/validate'
import { pacer } from './breathe'
import { type Journal, NewerFormatError, type OpenedWorkspace, openWorkspace } from './open-workspace'
import { changeOf, textsOf } from './stored-change'
import { useWorkspace, type WorkspaceProblem, type WorkspaceState } from './workspace'
import { writeChange } from './write-change'

/** Ten minutes of changes at most between two snapshots. */
const SNAPSHOT_EVERY_MS = 10 * 60_000
/** A transaction that is silent for so long has failed, whatever it says later (seen on a full disk). */
const SILENT_MS = 10_000

interface Session {
  readonly workspace: string
  readonly journal: Journal
  readonly opened: OpenedWorkspace
  /** Writes run one after the other, in the order of their Changes. */
  queue: Promise<void>
  failed: boolean
  snapshotSequence: number
  snapshotTime: number
}

let session: Session | undefined

/** Opens the first workspace and shows it. Afterwards the store is `ready`, or `read-only` with its problem. */
export async function openSession(workspace: string, version: string, journal: Journal): Promise<void> {
  try {
    enter(workspace, journal, await openWorkspace(workspace, version, journal))
  } catch (error) {
    session = undefined
    show({ id: workspace, phase: 'read-only', problem: problemOf(error), ...NOTHING })
  }
}

/** Why another workspace was not opened. */
export type SwitchProblem = 'newer-format' | 'unreadable' | 'unsaved'

/**
 * Leaves the present workspace and shows another one. The other is read first and put in its place in one step, so there
 * is no moment that shows something of both. When it can't be read, or the present one can't be saved, nothing changes.
 * @param firstTime the workspace was made from a snapshot a moment ago: that its database is built now is no repair
 */
export async function switchSession(
  workspace: string,
  version: string,
  journal: Journal,
  firstTime = false,
): Promise<SwitchProblem | undefined> {
  let opened: OpenedWorkspace
  try {
    opened = await openWorkspace(workspace, version, journal)
  } catch (error) {
    return problemOf(error)
  }
  const before = session
  await takeSnapshot()
  // While the snapshot was written somebody may have gone on working.
  while (before !== undefined && !before.failed && isBehind()) await before.queue
  if (before?.failed && isBehind()) {
    opened.database.close()
    return 'unsaved'
  }
  enter(workspace, journal, firstTime ? { ...opened, restored: false } : opened)
  before?.opened.database.close()
  return undefined
}

function isBehind(): boolean {
  const { sequence, savedSequence } = useWorkspace.getState()
  return sequence !== savedSequence
}

function enter(workspace: string, journal: Journal, opened: OpenedWorkspace): void {
  session = {
    workspace,
    journal,
    opened,
    queue: Promise.resolve(),
    failed: opened.journalBehind,
    snapshotSequence: opened.sequence,
    snapshotTime: Date.now(),
  }
  show({
    id: workspace,
    phase: opened.journalBehind ? 'read-only' : 'ready',
    ...(opened.journalBehind ? { problem: 'journal-failed' as const } : {}),
    restored: opened.restored,
    inventory: ofItsOwn(opened.inventory),
    history: opened.history,
    undo: undoState(opened.history),
    sequence: opened.sequence,
    savedSequence: opened.sequence,
  })
}

/** Two empty workspaces must not share their empty tables: what is worked out for one would be taken for the other's. */
function ofItsOwn(inventory: Inventory): Inventory {
  const tables = TABLE_NAMES.map((name) => [name, inventory[name].size === 0 ? new Map() : inventory[name]])
  return Object.fromEntries(tables) as Inventory
}

const NOTHING = {
  restored: false,
  inventory: EMPTY_INVENTORY,
  history: [],
  undo: {},
  sequence: 0,
  savedSequence: 0,
} as const

/** Replaces everything the store holds, so that nothing of an earlier workspace stays. */
function show(state: Omit<WorkspaceState, 'visit'>): void {
  useWorkspace.setState({ ...state, visit: useWorkspace.getState().visit + 1 }, true)
}

function problemOf(error: unknown): 'newer-format' | 'unreadable' {
  return error instanceof NewerFormatError ? 'newer-format' : 'unreadable'
}

/** Queues a Change that memory already shows. The inventory of now goes with it, so that later Changes can't mix in. */
export function store(change: Change): void {
  const current = session
  if (current === undefined) throw new Error('No workspace is open')
  const { inventory } = useWorkspace.getState()
  current.queue = current.queue.then(async () => {
    if (current.failed) return
    const { parts, line } = await textsOf(change)
    // The pieces wait in the main process until the end of the line comes, and that comes when the database has it all.
    const sending = sendPieces(current, line)
    sending.catch(() => undefined)
    try {
      await withWatchdog((alive) => writeChange(current.opened, change, parts, inventory, alive))
    } catch {
      await failWith(current, 'database-failed')
      return
    }
    const sent = await sending
    const answer = await current.journal.journalAppend(current.workspace, [{ sequence: change.sequence, ...sent }])
    if (!answer.ok) {
      await failWith(current, answer.error.code === 'journal-full' ? 'disk-full' : 'journal-failed')
      return
    }
    if (session !== current) return
    useWorkspace.setState({ savedSequence: change.sequence })
    if (Date.now() - current.snapshotTime > SNAPSHOT_EVERY_MS) await snapshot(current)
  })
}

/** A Change of the history, with its rows; read from the database, because memory keeps only what undo's words need. */
export async function readHistory(sequence: number): Promise<Change | undefined> {
  await whenSaved()
  const database = session?.opened.database
  const stored = await database?.history.get(sequence)
  return database === undefined || stored === undefined ? undefined : changeOf(database, stored)
}

/** Resolves when everything committed so far is stored, or writing has failed (then the store says so). */
export async function whenSaved(): Promise<void> {
  await session?.queue
}

/**
 * Writes a verified snapshot, if anything changed since the last one, after everything that is to be written before it.
 * @param state what the open workspace was at some time: that is kept then, and not what it is when its turn comes
 */
export async function takeSnapshot(state?: Pick<WorkspaceState, 'inventory' | 'sequence'>): Promise<void> {
  const current = session
  if (current === undefined) return
  current.queue = current.queue.then(() => snapshot(current, state))
  await current.queue
}

async function snapshot(
  current: Session,
  state: Pick<WorkspaceState, 'inventory' | 'sequence'> = useWorkspace.getState(),
): Promise<void> {
  // The store shows another workspace by now, and its rows must never be written under this one's name.
  if (session !== current) return
  const { inventory, sequence } = state
  // What the journal doesn't have yet is no state that could be kept.
  const isSaved = sequence <= useWorkspace.getState().savedSequence
  if (current.failed || !isSaved || sequence <= current.snapshotSequence) return
  const pieces: string[] = []
  const pause = pacer()
  for (const piece of snapshotPieces(inventory, sequence)) {
    pieces.push(piece)
    await pause()
  }
  const sent = await sendPieces(current, pieces)
  const { workspace, journal } = current
  const answer = await journal.journalSnapshot(workspace, sequence, sent.text, sent.pieces)
  current.snapshotTime = Date.now()
  if (answer.ok) current.snapshotSequence = sequence
}

/** So many characters go to the main process in one message. */
const PIECE_LENGTH = 500_000

/** Sends a long text ahead in pieces; what is left of it goes with the call itself. */
async function sendPieces(
  { workspace, journal }: Session,
  texts: readonly string[],
): Promise<{ readonly text: string; readonly pieces: number }> {
  let [text, pieces] = ['', 0]
  for (const next of texts) {
    if (text.length > 0 && text.length + next.length > PIECE_LENGTH) {
      await journal.journalPiece(workspace, text)
      text = ''
      pieces += 1
    }
    text += next
  }
  return { text, pieces }
}

/** Runs a write that must show a sign of life, again and again, or end. */
async function withWatchdog<T>(work: (alive: () => void) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let giveUp: (error: Error) => void = () => undefined
  const silence = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUp(new Error('The database is silent')), SILENT_MS)
  }
  alive()
  try {
    return await Promise.race([work(alive), silence])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Writing has failed: nothing more is written, memory stays on the screen, and the next start rebuilds the working copy
 * under a new name (reopening the old one looks healthy once and is empty the time after).
 */
async function failWith(current: Session, problem: WorkspaceProblem): Promise<void> {
  current.failed = true
  if (session === current) useWorkspace.setState({ phase: 'read-only', problem })
  if (problem === 'database-failed') await current.journal.journalGiveUpDatabase(current.workspace)
}
