import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { z } from 'zod'
import type { Bridge, OpenError, OpenedFile, SaveKind } from '../shared/bridge'
import { fail, ok, type Result } from '../shared/result'
import type { Translate } from '../shared/strings/words'
import { writeFiles } from './disk/folder-files'
import { isThere, listFiles, readBounded, readText } from './disk/read'
import { writeAtomically, writeReason } from './disk/write'
import { endingOf, isList, LIST_ENDINGS, safeFileName } from './file-names'
import { parseJson } from './settings'

/** Larger lists than this are not read; a million rows are about half of it. */
export const LIMIT_MEGABYTES = 200

const foldersSchema = z.record(z.string(), z.string()).catch({})

export type FileDoors = Pick<Bridge, 'openFiles' | 'openSample' | 'save' | 'saveFolder' | 'reveal'>

/** What the page may do with files. Paths stay here: the page sees bare names. */
export function fileDoors(options: {
  readonly window: () => BrowserWindow | undefined
  readonly words: () => Translate
  readonly samples: string
  /** Where the last folders are remembered. */
  readonly memory: string
}): FileDoors {
  const { window, words, samples, memory } = options
  let lastSaved: string | undefined

  /** A second dialog is never asked for without a window: it would have nothing to be modal to. */
  async function openFiles(): Promise<Result<readonly OpenedFile[], OpenError>> {
    const parent = window()
    if (!parent) return fail({ code: 'cancelled' })
    const t = words()
    const folders = await recall(memory)
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title: t('native:dialog.open'),
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: t('native:dialog.lists'), extensions: [...LIST_ENDINGS] },
        { name: t('native:dialog.allFiles'), extensions: ['*'] },
      ],
      ...(folders.open ? { defaultPath: folders.open } : {}),
    })
    const first = filePaths[0]
    if (canceled || first === undefined) return fail({ code: 'cancelled' })
    await remember(memory, { ...folders, open: dirname(first) })
    return readFiles(filePaths)
  }

  const save: FileDoors['save'] = async (kind, suggestedName, content) => {
    const parent = window()
    if (!parent) return fail({ code: 'cancelled' })
    const t = words()
    const folders = await recall(memory)
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: t('native:dialog.save'),
      defaultPath: join(folders[kind] ?? app.getPath('documents'), safeFileName(suggestedName, kind)),
      filters: [{ name: t(filterWord(kind)), extensions: [endingOf(kind)] }],
    })
    if (canceled || filePath === '') return fail({ code: 'cancelled' })
    const name = basename(filePath)
    try {
      await writeAtomically(filePath, content)
    } catch (error) {
      return fail({ code: 'unwritable', name, reason: writeReason(error) })
    }
    lastSaved = filePath
    await remember(memory, { ...folders, [kind]: dirname(filePath) })
    return ok({ name })
  }

  const saveFolder: FileDoors['saveFolder'] = async (kind, files) => {
    const parent = window()
    if (!parent) return fail({ code: 'cancelled' })
    const t = words()
    const folders = await recall(memory)
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title: t('native:dialog.folder'),
      buttonLabel: t('native:dialog.saveHere'),
      properties: ['openDirectory', 'createDirectory'],
      defaultPath: folders[kind] ?? app.getPath('documents'),
    })
    const folder = filePaths[0]
    if (canceled || folder === undefined) return fail({ code: 'cancelled' })
    const name = basename(folder)
    const replaced: string[] = []
    for (const file of files) if (await isThere(join(folder, file.name))) replaced.push(file.name)
    if (replaced.length > 0) {
      const { response } = await dialog.showMessageBox(parent, {
        type: 'warning',
        message: t('native:dialog.replaceQuestion', { name }),
        detail: replaced.join('\n'),
        buttons: [t('native:dialog.replace'), t('native:dialog.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      if (response !== 0) return fail({ code: 'cancelled' })
    }
    const failed = await writeFiles(folder, files)
    if (failed !== undefined) return fail(failed)
    lastSaved = join(folder, files[0]?.name ?? '')
    await remember(memory, { ...folders, [kind]: folder })
    return ok({ name })
  }

  return {
    openFiles,
    save,
    saveFolder,
    openSample: async (name) => {
      const files = await listFiles(join(samples, name))
      const lists = files.filter((file) => isList(file.name))
      return lists.length > 0 ? readFiles(lists.map((file) => file.path)) : fail({ code: 'unreadable', name })
    },
    reveal: async () => {
      if (lastSaved !== undefined) shell.showItemInFolder(lastSaved)
    },
  }
}

/** Reads files one after the other, so that no more than one at a time is in memory twice. */
export async function readFiles(paths: readonly string[]): Promise<Result<readonly OpenedFile[], OpenError>> {
  const files: OpenedFile[] = []
  for (const path of paths) {
    const name = basename(path)
    const bytes = await readBounded(path, LIMIT_MEGABYTES * 1024 * 1024)
    if (bytes === 'unreadable') return fail({ code: 'unreadable', name })
    if (bytes === 'too-large') return fail({ code: 'too-large', name, limitMegabytes: LIMIT_MEGABYTES })
    files.push({ name, bytes: ownBytes(bytes) })
  }
  return ok(files)
}

/** Node keeps small files in a shared pool, and all of a view's memory would travel to the page: other files' bytes. */
function ownBytes(bytes: Buffer): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes)
}

function filterWord(kind: SaveKind): string {
  const ending = endingOf(kind)
  return `native:dialog.kind${ending.charAt(0).toUpperCase()}${ending.slice(1)}`
}

async function recall(memory: string): Promise<Record<string, string>> {
  return foldersSchema.parse(parseJson(await readText(memory).catch(() => undefined)))
}

/** Forgetting a folder is a nuisance, not an error the user should hear about. */
async function remember(memory: string, folders: Record<string, string>): Promise<void> {
  await writeAtomically(memory, JSON.stringify(folders)).catch(() => undefined)
}
