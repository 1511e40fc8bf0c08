import type { IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import {
  type Bridge,
  COMMANDS,
  type Command,
  FILE_NAME,
  FOLDER_KINDS,
  LANGUAGES,
  NOTE_NAMES,
  type OpenedFile,
  PAPERS,
  SAVE_KINDS,
} from '../shared/bridge'
import { isAppUrl } from './links'

type Listening = 'onCommand' | 'onWorkspace' | 'onFiles' | 'onClosing'

/** What the page can call: the bridge without its listeners, and the preload's own word that the page has closed. */
export type Doors = Omit<Bridge, Listening> & { closed(): Promise<void> }
export type Channel = keyof Doors

/** What main tells the page; the preload listens for exactly these. */
export interface News {
  readonly command: Command
  readonly workspace: string
  readonly files: readonly OpenedFile[]
  readonly closing: undefined
}

/** The largest text or file that may pass: above the 200 MB of an import, below what V8 can hold in one string. */
const MOST = 400_000_000

const workspace = z.string().regex(/^[a-z0-9-]{1,40}$/)
const sequence = z.int().min(1)
const text = z.string().max(MOST)
/** A piece of a text is a few hundred rows; together they may be no longer than a text in one. */
const LONGEST_PIECE = 4_000_000
const pieces = z.int().min(0).max(100_000)
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= MOST)
const label = z.string().max(500)

const settings = z.strictObject({ language: z.enum(LANGUAGES), theme: z.enum(['light', 'dark', 'system']) })
const menuState = z.strictObject({
  enabled: z.partialRecord(z.enum(COMMANDS), z.boolean()),
  undoLabel: label.exactOptional(),
  redoLabel: label.exactOptional(),
})
const folderFiles = z
  .array(z.strictObject({ name: z.string().regex(FILE_NAME), contents: z.union([text, bytes]) }))
  .min(1)
  .max(50)
  .refine((files) => new Set(files.map(({ name }) => name)).size === files.length)
const outcome = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    contents: z.array(z.union([text, bytes, folderFiles])).max(100),
    remarks: z.array(z.string().max(10_000)).max(100).exactOptional(),
  }),
  z.strictObject({ ok: z.literal(false), message: z.string().max(10_000) }),
])

/** The arguments of every call, exactly. `satisfies` keeps this list and the contract from drifting apart. */
export const argumentsOf = {
  start: z.tuple([]),
  setSettings: z.tuple([settings]),
  openFiles: z.tuple([]),
  openSample: z.tuple([z.enum(['muster-maschinenbau', 'northfield-services'])]),
  save: z.tuple([z.enum(SAVE_KINDS), z.string().max(500), z.union([text, bytes])]),
  saveFolder: z.tuple([z.enum(FOLDER_KINDS), folderFiles]),
  readClipboard: z.tuple([]),
  printPdf: z.tuple([text, z.strictObject({ paper: z.enum(PAPERS), landscape: z.boolean() })]),
  reveal: z.tuple([]),
  readNotes: z.tuple([z.enum(NOTE_NAMES)]),
  writeNotes: z.tuple([z.enum(NOTE_NAMES), z.string().max(1_000_000)]),
  journalState: z.tuple([workspace]),
  journalAppend: z.tuple([
    workspace,
    z.array(z.strictObject({ sequence, text, pieces: pieces.exactOptional() })).max(10_000),
  ]),
  journalPiece: z.tuple([workspace, z.string().max(LONGEST_PIECE)]),
  journalRead: z.tuple([workspace]),
  journalSnapshot: z.union([z.tuple([workspace, sequence, text]), z.tuple([workspace, sequence, text, pieces])]),
  journalGiveUpDatabase: z.tuple([workspace]),
  listWorkspaces: z.tuple([]),
  createWorkspace: z.union([z.tuple([label]), z.tuple([label, z.strictObject({ sequence, text })])]),
  renameWorkspace: z.tuple([workspace, label]),
  deleteWorkspace: z.tuple([workspace]),
  restoreWorkspace: z.tuple([workspace]),
  removeWorkspace: z.tuple([workspace]),
  openWorkspace: z.tuple([workspace]),
  countWorkspace: z.tuple([workspace, z.int().min(0)]),
  setProgress: z.tuple([z.number().min(-1).max(1)]),
  setMenuState: z.tuple([menuState]),
  headlessDone: z.tuple([outcome]),
  closed: z.tuple([]),
} satisfies { readonly [K in Channel]: z.ZodType<Parameters<Doors[K]>> }

/** True when the caller is the main frame of one of our windows and shows our page. */
export function fromAppFrame(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOurs: (sender: IpcMainInvokeEvent['sender']) => boolean,
): boolean {
  const { sender, senderFrame } = event
  // The frame is null when it has navigated away or died in the meantime.
  return senderFrame !== null && isOurs(sender) && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url)
}

/** A call's arguments, or undefined when they are not what the contract says. */
export function acceptArguments<K extends Channel>(channel: K, given: readonly unknown[]) {
  return argumentsOf[channel].safeParse(given).data as Parameters<Doors[K]> | undefined
}
