import type { Result } from './result'

/**
 * The one contract between the page and the main process. Intents only: the page never names a path. Everything is
 * plain data that survives structured cloning. Each call is checked at the gate (electron/ipc.ts): sender and arguments.
 */

export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A file somebody chose or dropped: its bare name and its bytes. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type OpenError =
  | { readonly code: 'cancelled' }
  | { readonly code: 'unreadable'; readonly name: string }
  | { readonly code: 'too-large'; readonly name: string; readonly limitMegabytes: number }

export type SaveError =
  | { readonly code: 'cancelled' }
  | { readonly code: 'unwritable'; readonly name: string; readonly reason: 'busy' | 'denied' | 'full' | 'other' }

/** What is being saved decides the dialog's filter and the last folder that is offered. */
export const SAVE_KINDS = [
  'map-svg',
  'tools-csv',
  'workbook-xlsx',
  'report-json',
  'problems-csv',
  'mapping-json',
  'pilot-html',
  'matrix-csv',
  'own-products-json',
  'map-png',
  'map-pdf',
  'summary-html',
  'summary-pdf',
  'book-html',
  'book-pdf',
  'deck-pptx',
  'map-drawio',
  'map-mermaid',
  'flows-csv',
  'departments-csv',
  'workspace-json',
  'archimate-xml',
  'leanix-xlsx',
  'turbo-ea-xlsx',
  'backstage-yaml',
  'inventory-sql',
] as const
export type SaveKind = (typeof SAVE_KINDS)[number]

/** Exports that are several files, written side by side into a folder. */
export const FOLDER_KINDS = ['archi', 'neo4j'] as const
export type FolderKind = (typeof FOLDER_KINDS)[number]

/** One of several files that leave together. Names are ours, never made of data: see `FILE_NAME`. */
export interface NamedFile {
  readonly name: string
  readonly contents: string | Uint8Array
}

/** What the files of a folder may be called. */
export const FILE_NAME = /^[a-z][a-z0-9-]{0,60}\.(?:csv|txt)$/

/** What a page of ours may be printed on. */
export const PAPERS = ['A4', 'A3', 'A0'] as const

export type Paper = (typeof PAPERS)[number]

/** How many pixels of a PNG one pixel of the map becomes. */
export const SCALES = [1, 2, 3, 4] as const
export type Scale = (typeof SCALES)[number]

/** How pictures of the map are made: PNG at a scale, SVG and PNG without their ground, PDF on one sheet or over several. */
export interface PictureOptions {
  readonly scale: Scale
  readonly transparent: boolean
  readonly paper: Paper
  readonly tiled: boolean
}

export interface PrintOptions {
  readonly paper: Paper
  readonly landscape: boolean
}

export type PrintError =
  | { readonly code: 'print-too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'print-timeout'; readonly seconds: number }
  | { readonly code: 'print-failed' }

/** Longer pages than this are not printed: measured as UTF-8. */
export const PRINT_LIMIT_MEGABYTES = 64

/** What the page may keep for itself, whatever workspace is open. */
export const NOTE_NAMES = ['mappings', 'tables', 'exports'] as const
export type NoteName = (typeof NOTE_NAMES)[number]

/** What the disk remembers of a workspace: the journal is the truth, IndexedDB the working copy. */
export interface JournalState {
  /** Sequence number of the newest Change on disk; 0 when there is none. */
  readonly lastSequence: number
  /** Counts up each time the database was given up; the page's database name carries it. */
  readonly generation: number
  /** Sequence number and ISO time of the newest verified snapshot, if there is one. */
  readonly snapshot?: { readonly sequence: number; readonly time: string }
}

/** One Change as a line of JSON, opaque to the main process but for its number. */
export interface JournalLine {
  readonly sequence: number
  readonly text: string
}

/** What is sent of a line; a long text goes ahead in so many pieces (`journalPiece`), and `text` is its end. */
export interface JournalSending extends JournalLine {
  readonly pieces?: number
}

/** What is needed to rebuild a workspace: a snapshot's text (JSON, opaque) and the Changes after it, in order. */
export interface JournalContents {
  readonly snapshot?: { readonly sequence: number; readonly text: string }
  readonly lines: readonly JournalLine[]
  /** Lines at the journal's end that were cut off or damaged and could not be used. */
  readonly damaged: number
}

export type JournalError =
  | { readonly code: 'journal-full' }
  | { readonly code: 'journal-gap'; readonly expected: number }
  | { readonly code: 'journal-unwritable' }

/** One client or one company. The list is kept by the main process; what is in it, by its journal. */
export interface WorkspaceInfo {
  readonly id: string
  readonly name: string
  readonly created: string
  /** When it was opened last. */
  readonly opened: string
  /** How many tools it had when it was left last. */
  readonly tools: number
}

/** Put aside; the page has it removed from the disk `DELETED_KEPT_DAYS` later. */
export interface DeletedWorkspace extends WorkspaceInfo {
  readonly deleted: string
}

export interface WorkspaceList {
  /** Never empty. The one that was opened last comes first. */
  readonly workspaces: readonly WorkspaceInfo[]
  /** The one that was deleted last comes first. */
  readonly deleted: readonly DeletedWorkspace[]
}

export const DELETED_KEPT_DAYS = 30

export type WorkspaceError = {
  readonly code:
    | 'name-empty'
    | 'name-too-long'
    | 'name-taken'
    | 'unknown-workspace'
    | 'workspace-full'
    | 'workspace-unwritable'
}

/** Commands that the native menu and the page share: the menu sends them, the page carries them out. */
export const COMMANDS = [
  'import',
  'import-clipboard',
  'load-mapping',
  'open-workspace-file',
  'export',
  'export-map',
  'export-tools',
  'export-workbook',
  'export-report',
  'export-matrix',
  'undo',
  'redo',
  'find',
  'palette',
  'delete',
  'new-tool',
  'kept-apart',
  'own-products',
  'show-inventory',
  'show-departments',
  'show-functions',
  'show-data-objects',
  'show-flows',
  'show-map',
  'show-start',
  'show-scenarios',
  'show-matrix',
  'show-history',
  'show-gaps',
  'fit',
  'tidy',
  'zoom-in',
  'zoom-out',
  'save-view',
  'present-views',
  'load-sample-de',
  'load-sample-en',
  'language-de',
  'language-en',
  'theme-light',
  'theme-dark',
  'theme-system',
  'about',
  'workspaces',
  'workspace-previous',
  'workspace-new',
  'workspace-rename',
  'workspace-duplicate',
  'workspace-delete',
  'workspace-deleted',
] as const
export type Command = (typeof COMMANDS)[number]

/** Settings kept by the main process in its own small file, because the menu and the window need them too. */
export interface Settings {
  readonly language: Language
  readonly theme: 'light' | 'dark' | 'system'
}

/** What `--headless` was asked for. Files are numbered; the main process alone knows where they lie. */
export interface HeadlessJob {
  readonly language: Language
  readonly imports: readonly OpenedFile[]
  readonly exports: readonly HeadlessExport[]
  /** Mapping files: of each the mapping that fits a list's columns is used for it. */
  readonly mappings?: readonly { readonly name: string; readonly text: string }[]
  /** People, vendors, costs, hosts and free texts are hidden in everything that leaves. */
  readonly pseudonymise?: true
  /** The title of the saved view that pictures show; absent: everything. */
  readonly view?: string
  readonly picture?: Partial<PictureOptions>
}

/** What can leave, by the word of the command line. */
export const HEADLESS_KINDS = [
  'map',
  'png',
  'pdf',
  'deck',
  'summary',
  'summary-html',
  'book',
  'book-html',
  'drawio',
  'mermaid',
  'workbook',
  'tools',
  'flows',
  'departments',
  'report',
  'archimate',
  'archi',
  'leanix',
  'turbo-ea',
  'backstage',
  'neo4j',
  'sql',
  'workspace',
] as const
export type HeadlessKind = (typeof HEADLESS_KINDS)[number]

export interface HeadlessExport {
  readonly kind: HeadlessKind
}

/**
 * The answer to a HeadlessJob: per export, in the same order, one content or the files of a folder; or one line that says
 * what went wrong.
 */
export type HeadlessOutcome =
  | {
      readonly ok: true
      readonly contents: readonly (string | Uint8Array | readonly NamedFile[])[]
      /** Lines for stderr that don't make the run a failure. */
      readonly remarks?: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

export type SampleName = 'muster-maschinenbau' | 'northfield-services'

export interface Bridge {
  /** What the window must know before it draws anything: settings, and the headless job if that's what it is for. */
  start(): Promise<{
    readonly settings: Settings
    readonly version: string
    readonly platform: 'win' | 'mac' | 'linux'
    readonly headless?: HeadlessJob
  }>
  setSettings(settings: Settings): Promise<void>
  /** Asks the user for one or more files and reads them. */
  openFiles(): Promise<Result<readonly OpenedFile[], OpenError>>
  /** The files of a bundled sample company. */
  openSample(name: SampleName): Promise<Result<readonly OpenedFile[], OpenError>>
  /** Asks where, writes beside the target and renames; gives back the bare name. */
  save(
    kind: SaveKind,
    suggestedName: string,
    content: string | Uint8Array,
  ): Promise<Result<{ readonly name: string }, SaveError>>
  /**
   * Asks for a folder and writes the files into it, each beside its target and renamed; asks first where files of these
   * names are there already. Gives back the folder's bare name.
   */
  saveFolder(kind: FolderKind, files: readonly NamedFile[]): Promise<Result<{ readonly name: string }, SaveError>>
  /** What the clipboard holds as text, for the command that imports it; empty when it holds none. */
  readClipboard(): Promise<string>
  /**
   * Makes a PDF of a self-contained HTML file that our own exporters wrote. It is shown to a hidden page without
   * scripts, files or network. One after the other; who waits longer than two minutes gets `print-timeout`.
   */
  printPdf(html: string, options: PrintOptions): Promise<Result<Uint8Array, PrintError>>
  /** Shows the file that was saved last in the system's file manager. */
  reveal(): Promise<void>
  /** A small text that the page keeps on this computer beside its settings; nothing where there is none. */
  readNotes(name: NoteName): Promise<string | undefined>
  /** Replaces it as a whole; at most a megabyte. */
  writeNotes(name: NoteName, text: string): Promise<void>

  journalState(workspace: string): Promise<JournalState>
  /** Appends and flushes to disk before it answers. Lines must go on where the journal ends. */
  journalAppend(
    workspace: string,
    lines: readonly JournalSending[],
  ): Promise<Result<{ readonly lastSequence: number }, JournalError>>
  /**
   * Hands over a piece of a text that is too long for one message without holding the page up. The next `journalAppend`
   * or `journalSnapshot` of the workspace says how many pieces its text begins with; nothing is written before.
   */
  journalPiece(workspace: string, text: string): Promise<void>
  journalRead(workspace: string): Promise<JournalContents>
  /** Writes a snapshot, reads it back, compares its checksum, and only then answers. */
  journalSnapshot(
    workspace: string,
    sequence: number,
    text: string,
    pieces?: number,
  ): Promise<Result<void, JournalError>>
  /** The page's database failed: count the generation up, so that the next start rebuilds it under a new name. */
  journalGiveUpDatabase(workspace: string): Promise<{ readonly generation: number }>

  listWorkspaces(): Promise<WorkspaceList>
  /** Makes a workspace: an empty one, or one that begins as this snapshot, written and verified before it is listed. */
  createWorkspace(
    name: string,
    contents?: { readonly sequence: number; readonly text: string },
  ): Promise<Result<WorkspaceInfo, WorkspaceError>>
  renameWorkspace(id: string, name: string): Promise<Result<WorkspaceInfo, WorkspaceError>>
  /** Puts a workspace aside. The page must have closed it; the last one can't be deleted. */
  deleteWorkspace(id: string): Promise<Result<void, WorkspaceError>>
  /** Takes a deleted workspace back, under a free name when its own is taken by now. */
  restoreWorkspace(id: string): Promise<Result<WorkspaceInfo, WorkspaceError>>
  /** Removes a deleted workspace from the disk, for good. */
  removeWorkspace(id: string): Promise<Result<void, WorkspaceError>>
  /** Remembers that this workspace is open now: it is the one that opens at the next start. */
  openWorkspace(id: string): Promise<void>
  /** Remembers how many tools a workspace has, to be shown while it isn't open. */
  countWorkspace(id: string, tools: number): Promise<void>

  /** Progress of long work in the taskbar: 0–1, or -1 for none. */
  setProgress(fraction: number): Promise<void>
  /** Which commands make sense now, and the words on undo and redo; the menu follows. */
  setMenuState(state: {
    readonly enabled: Readonly<Partial<Record<Command, boolean>>>
    readonly undoLabel?: string
    readonly redoLabel?: string
  }): Promise<void>
  headlessDone(outcome: HeadlessOutcome): Promise<void>

  /** Commands from the native menu. Gives back a function that ends the listening. */
  onCommand(listener: (command: Command) => void): () => void
  /** The native menu asks for another workspace. */
  onWorkspace(listener: (id: string) => void): () => void
  /** Files handed over by a second start of the app or by the system ("open with"). */
  onFiles(listener: (files: readonly OpenedFile[]) => void): () => void
  /** The window is about to close: the page finishes writing, then the promise lets it go. */
  onClosing(listener: () => Promise<void>): () => void
}
