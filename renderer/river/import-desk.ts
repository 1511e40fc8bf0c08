import type { OpenedFile } from '../../shared/bridge'
import type { PlanOutline } from '../../shared/import/import-plan'
import type { MappingMemory } from '../../shared/import/mapping-memory'
import { Refused } from '../../shared/import/refused'
import type { DecodedFile } from '../../shared/import/table'
import type { RowChange } from '../../shared/inventory/change'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'
import type { DecodeOverrides } from '../files/decode'
import type {
  BareRow,
  DeskAnswered,
  DeskAsked,
  DeskQuestion,
  PlanAnswer,
  PlanOrder,
  PreparedOutline,
} from './import-desk-messages'
import { fullRows, gather, wholePlan } from './plan-pieces'
import { differenceInBatches } from './row-batches'

/** What importing would do, as the window has it. `rows`: the rows of the Change, once they have all come over. */
export interface DeskPlan {
  readonly base: Inventory
  /** One per table, in their order. */
  readonly plans: readonly PlanOutline[]
  readonly rows: () => Promise<readonly RowChange[]>
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((share: number) => void) | undefined
}

/** The worker was ended under a question that is still of use. */
class Restarted extends Error {}

interface Reading {
  readonly source: OpenedFile
  readonly overrides: DecodeOverrides
  readonly instead: number | undefined
}

// One worker reads, guesses and plans, and keeps the tables: what the window shows of them comes over in batches.
let worker: Worker | undefined
let lastTicket = 0
let lastRead = 0
let lastPlan = 0
const waiting = new Map<number, Waiting>()
/** What the worker has read, to be read again if it has to be ended. */
const readings = new Map<number, Reading>()
/** The inventory that the worker has. */
let sent: Inventory | undefined
let inTurn: Promise<unknown> = Promise.resolve()

function begin(): Worker {
  const started = new Worker(new URL('./import-desk-worker.ts', import.meta.url), { type: 'module' })
  sent = undefined
  started.onmessage = ({ data }: MessageEvent<DeskAnswered>) => {
    const asker = waiting.get(data.ticket)
    if (asker === undefined) return
    if ('progress' in data) return asker.onProgress?.(data.progress)
    waiting.delete(data.ticket)
    if ('answer' in data) asker.resolve(data.answer as never)
    else if ('refusal' in data) asker.reject(new Refused(data.refusal.code, data.refusal.limit))
    else asker.reject(new Error(data.failure))
  }
  started.onerror = (event) => end(new Error(event.message || 'The worker stopped'))
  return started
}

function end(why: Error): void {
  worker?.terminate()
  worker = undefined
  const asked = [...waiting.values()]
  waiting.clear()
  for (const asker of asked) asker.reject(why)
}

/** Starts the worker where there is none; one that had to be ended reads again what it had. */
function start(): Worker {
  if (worker !== undefined) return worker
  worker = begin()
  for (const [read, reading] of readings) void post(readQuestion(read, reading)).catch(() => undefined)
  return worker
}

function readQuestion(read: number, { source, overrides, instead }: Reading): DeskQuestion & { kind: 'read' } {
  const { buffer } = source.bytes.slice()
  return { kind: 'read', read, name: source.name, buffer, overrides, ...(instead === undefined ? {} : { instead }) }
}

function post<A>(question: DeskQuestion, onProgress?: (share: number) => void): Promise<A> {
  const to = start()
  lastTicket += 1
  const ticket = lastTicket
  return new Promise<A>((resolve, reject) => {
    waiting.set(ticket, { resolve, reject, onProgress })
    to.postMessage({ ticket, question } satisfies DeskAsked, question.kind === 'read' ? [question.buffer] : [])
  })
}

/** Does the work in its turn, and once more when the worker was ended under it. */
function inOrder<A>(work: () => Promise<A>): Promise<A> {
  const again = async (): Promise<A> => {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof Restarted)) throw error
      }
    }
  }
  const done = inTurn.then(again)
  inTurn = done.catch(() => undefined)
  return done
}

async function sendBase(inventory: Inventory): Promise<void> {
  start()
  if (sent === inventory) return
  const from = sent
  for (const { rows, last } of differenceInBatches(from ?? EMPTY_INVENTORY, inventory)) {
    await post({ kind: 'base', anew: from === undefined, rows, last })
  }
  sent = inventory
}

export interface ReadWaiting {
  readonly signal: AbortSignal
  /** Called with 0–1. */
  readonly onProgress: (share: number) => void
}

/** What was read: the number of the reading, and its tables as the window keeps them. */
export interface ReadTables {
  readonly read: number
  readonly decoded: readonly DecodedFile[]
}

/**
 * Reads a file in the import worker, which keeps the tables. `instead`: only the named part is read anew. Rejects with
 * `Refused` when the file won't be read, with the signal's reason when it is aborted: the worker is ended then, whatever
 * it was at, and reads the other files again.
 */
export async function readAtDesk(
  source: OpenedFile,
  overrides: DecodeOverrides,
  instead: number | undefined,
  { signal, onProgress }: ReadWaiting,
): Promise<ReadTables> {
  signal.throwIfAborted()
  lastRead += 1
  const read = lastRead
  const reading = { source, overrides, instead }
  let pending = true
  const abort = () => {
    readings.delete(read)
    if (pending) end(new Restarted())
  }
  signal.addEventListener('abort', abort)
  try {
    for (;;) {
      try {
        const decoded = await post<readonly DecodedFile[]>(readQuestion(read, reading), onProgress)
        readings.set(read, reading)
        return { read, decoded }
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof Restarted)) throw error
      }
    }
  } finally {
    pending = false
    signal.removeEventListener('abort', abort)
  }
}

/** Lets go of a reading that nobody shows any more. */
export function forgetAtDesk(read: number): void {
  readings.delete(read)
  if (worker !== undefined) void post({ kind: 'forget', read }).catch(() => undefined)
}

/** Puts the tables of these readings together and guesses what their columns mean. */
export function prepareAtDesk(
  reads: readonly number[],
  inventory: Inventory,
  memory: MappingMemory,
  workspace: string | undefined,
): Promise<readonly PreparedOutline[]> {
  return inOrder(async () => {
    await sendBase(inventory)
    return post({ kind: 'prepare', reads, memory, ...(workspace === undefined ? {} : { workspace }) })
  })
}

/** Works out what importing the tables would do. A plan that is no longer wanted when its turn comes isn't made. */
export function planAtDesk(base: Inventory, order: PlanOrder, { signal, onProgress }: ReadWaiting): Promise<DeskPlan> {
  return inOrder(async () => {
    signal.throwIfAborted()
    await sendBase(base)
    lastPlan += 1
    const plan = lastPlan
    const { heads, rows } = await post<PlanAnswer>({ kind: 'plan', plan, ...order }, onProgress)
    signal.throwIfAborted()
    const plans: PlanOutline[] = []
    for (const [file, head] of heads.entries()) {
      plans.push(await wholePlan(head, (list, from) => post({ kind: 'piece', plan, file, list, from })))
    }
    let coming: Promise<readonly RowChange[]> | undefined
    const fetchRows = () =>
      gather(rows, async (from) =>
        fullRows(base, await post<readonly BareRow[]>({ kind: 'piece', plan, file: 0, from })),
      )
    return {
      base,
      plans,
      rows: () => {
        coming ??= fetchRows()
        return coming
      },
    }
  })
}

/** Ends the worker and forgets everything it had: nothing is imported any more. */
export function closeDesk(): void {
  readings.clear()
  end(new Error('The import was left'))
}
