import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Command, OpenedFile } from '../shared/bridge'
import type { Channel, Doors, News } from './doors'

function invoke<K extends Channel>(channel: K, ...values: Parameters<Doors[K]>): ReturnType<Doors[K]> {
  return ipcRenderer.invoke(channel, ...values) as ReturnType<Doors[K]>
}

const commandListeners = new Set<(command: Command) => void>()
const workspaceListeners = new Set<(id: string) => void>()
const fileListeners = new Set<(files: readonly OpenedFile[]) => void>()
const closingListeners = new Set<() => Promise<void>>()
/** Files that came before anybody listened: a start by double-clicking a file is quicker than the page. */
let waiting: (readonly OpenedFile[])[] = []

function on<K extends keyof News>(news: K, tell: (content: News[K]) => void): void {
  ipcRenderer.on(news, (_event, content: News[K]) => tell(content))
}

on('command', (command) => {
  for (const listener of commandListeners) listener(command)
})

on('workspace', (id) => {
  for (const listener of workspaceListeners) listener(id)
})

on('files', (files) => {
  if (fileListeners.size === 0) waiting.push(files)
  for (const listener of fileListeners) listener(files)
})

on('closing', async () => {
  // A listener that fails must not keep the window open; main also waits for a limited time only.
  await Promise.allSettled([...closingListeners].map((listener) => listener()))
  await invoke('closed')
})

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

contextBridge.exposeInMainWorld('bridge', {
  start: () => invoke('start'),
  setSettings: (settings) => invoke('setSettings', settings),
  openFiles: () => invoke('openFiles'),
  openSample: (name) => invoke('openSample', name),
  save: (kind, suggestedName, content) => invoke('save', kind, suggestedName, content),
  saveFolder: (kind, files) => invoke('saveFolder', kind, files),
  readClipboard: () => invoke('readClipboard'),
  printPdf: (html, options) => invoke('printPdf', html, options),
  reveal: () => invoke('reveal'),
  readNotes: (name) => invoke('readNotes', name),
  writeNotes: (name, text) => invoke('writeNotes', name, text),
  journalState: (workspace) => invoke('journalState', workspace),
  journalAppend: (workspace, lines) => invoke('journalAppend', workspace, lines),
  journalRead: (workspace) => invoke('journalRead', workspace),
  journalPiece: (workspace, text) => invoke('journalPiece', workspace, text),
  journalSnapshot: (workspace, sequence, text, pieces = 0) =>
    invoke('journalSnapshot', workspace, sequence, text, pieces),
  journalGiveUpDatabase: (workspace) => invoke('journalGiveUpDatabase', workspace),
  listWorkspaces: () => invoke('listWorkspaces'),
  createWorkspace: (name, contents) =>
    contents === undefined ? invoke('createWorkspace', name) : invoke('createWorkspace', name, contents),
  renameWorkspace: (id, name) => invoke('renameWorkspace', id, name),
  deleteWorkspace: (id) => invoke('deleteWorkspace', id),
  restoreWorkspace: (id) => invoke('restoreWorkspace', id),
  removeWorkspace: (id) => invoke('removeWorkspace', id),
  openWorkspace: (id) => invoke('openWorkspace', id),
  countWorkspace: (id, tools) => invoke('countWorkspace', id, tools),
  setProgress: (fraction) => invoke('setProgress', fraction),
  setMenuState: (state) => invoke('setMenuState', state),
  headlessDone: (outcome) => invoke('headlessDone', outcome),
  onCommand: (listener) => listen(commandListeners, listener),
  onWorkspace: (listener) => listen(workspaceListeners, listener),
  onFiles: (listener) => {
    const stop = listen(fileListeners, listener)
    for (const files of waiting) listener(files)
    waiting = []
    return stop
  },
  onClosing: (listener) => listen(closingListeners, listener),
} satisfies Bridge)
