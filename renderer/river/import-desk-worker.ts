import { Refused } from '../../shared/import/refused'
import { combine } from '../../shared/import/sources/combine'
import type { DecodedFile } from '../../shared/import/table'
import { applyChange, type RowChange } from '../../shared/inventory/change'
import { idSource } from '../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'
import { decodeFile } from '../files/decode-file'
import { catalogueWords } from './catalogue'
import { hintsOf } from './hints'
import {
  BATCH_ROWS,
  type BareRow,
  type DeskAnswered,
  type DeskAsked,
  type DeskQuestion,
  type PlanAnswer,
  type PreparedOutline,
} from './import-desk-messages'
import { guessesOf, type PlannedImport, planFiles, prepareFiles, toChange } from './import-files'
import { joinedHandle, outlineOf, ownHandle } from './outline'
import { bareRows, headOf } from './plan-pieces'

/** A table and the name under which the window speaks of it. */
interface Held {
  readonly handle: string
  readonly decoded: DecodedFile
}

/** How often progress is told, so that telling costs nothing. */
const PROGRESS_MS = 80

const reads = new Map<number, readonly Held[]>()
let base: Inventory = EMPTY_INVENTORY
let arriving: RowChange[] = []
let newest: { readonly plan: number; readonly planned: PlannedImport; readonly rows: readonly BareRow[] } | undefined
let joined: { readonly of: string; readonly tables: readonly Held[] } | undefined

type Of<K extends DeskQuestion['kind']> = Extract<DeskQuestion, { readonly kind: K }>
type Progress = (share: number) => void

function read(
  { read: number, name, buffer, overrides, instead }: Of<'read'>,
  progress: Progress,
): readonly DecodedFile[] {
  const found = decodeFile(name, new Uint8Array(buffer), overrides, progress).map(
    (decoded, index): Held => ({ handle: ownHandle(number, index), decoded }),
  )
  const [part] = found
  const before = instead === undefined ? undefined : reads.get(instead)
  const held =
    before === undefined || part === undefined
      ? found
      : before.map((each) => (each.decoded.part === overrides.part ? part : each))
  reads.set(number, held)
  return held.map(({ handle, decoded }) => outlineOf(decoded, handle))
}

/** The tables of these readings, what belongs together put together. The same readings give the same handles. */
function tablesOf(numbers: readonly number[]): readonly Held[] {
  const of = numbers.join(' ')
  if (joined?.of === of) return joined.tables
  const own = numbers.flatMap((number) => reads.get(number) ?? [])
  const handles = new Map(own.map(({ decoded, handle }) => [decoded, handle]))
  const tables = combine(own.map(({ decoded }) => decoded)).map(
    (decoded, index): Held => ({ decoded, handle: handles.get(decoded) ?? joinedHandle(numbers, index) }),
  )
  joined = { of, tables }
  return tables
}

function prepare({ reads: numbers, memory, workspace }: Of<'prepare'>): readonly PreparedOutline[] {
  const tables = tablesOf(numbers)
  const handles = new Map(tables.map(({ decoded, handle }) => [decoded, handle]))
  const hints = hintsOf(base)
  const offer = prepareFiles(
    tables.map(({ decoded }) => decoded),
    { ...hints, memory, ...(workspace === undefined ? {} : { workspace }) },
  )
  return [...offer.taken, ...offer.aside].map(
    ({ decoded, mapping }, index): PreparedOutline => ({
      decoded: outlineOf(decoded, handles.get(decoded) ?? ''),
      mapping,
      ...guessesOf(decoded, hints),
      taken: index < offer.taken.length,
    }),
  )
}

function plan(question: Of<'plan'>, progress: Progress): PlanAnswer {
  newest = undefined
  const known = new Map(tablesOf(question.reads).map(({ handle, decoded }) => [handle, decoded]))
  const files = question.tables.map(({ handle, mapping }) => {
    const decoded = known.get(handle)
    if (decoded === undefined) throw new Error(`No table ${handle}`)
    return { decoded, mapping }
  })
  const { sequence, currency, options } = question
  const planned = planFiles(base, files, idSource(sequence), currency, catalogueWords, options, progress)
  const rows = bareRows(toChange(planned, files).rows)
  newest = { plan: question.plan, planned, rows }
  return { heads: planned.plans.map(headOf), rows: rows.length }
}

function piece({ plan: number, file, list, from }: Of<'piece'>): readonly unknown[] {
  if (newest?.plan !== number) throw new Error('There is a newer plan')
  const all = list === undefined ? newest.rows : (newest.planned.plans[file]?.[list] ?? [])
  return all.slice(from, from + BATCH_ROWS)
}

function takeBase({ anew, rows, last }: Of<'base'>): void {
  for (const row of rows) arriving.push(row)
  if (!last) return
  base = applyChange(anew ? EMPTY_INVENTORY : base, arriving)
  arriving = []
}

function answerTo(question: DeskQuestion, progress: Progress): unknown {
  switch (question.kind) {
    case 'read':
      return read(question, progress)
    case 'forget':
      reads.delete(question.read)
      joined = undefined
      return undefined
    case 'base':
      return takeBase(question)
    case 'prepare':
      return prepare(question)
    case 'plan':
      return plan(question, progress)
    case 'piece':
      return piece(question)
  }
}

self.onmessage = ({ data: { ticket, question } }: MessageEvent<DeskAsked>) => {
  const say = (answered: DeskAnswered) => self.postMessage(answered)
  let told = performance.now()
  const progress = (share: number) => {
    const now = performance.now()
    if (now - told < PROGRESS_MS) return
    told = now
    say({ ticket, progress: share })
  }
  try {
    say({ ticket, answer: answerTo(question, progress) })
  } catch (error) {
    if (error instanceof Refused) say({ ticket, refusal: error.refusal })
    else say({ ticket, failure: error instanceof Error ? error.message : String(error) })
  }
}
