import { basename, join, resolve } from 'node:path'
import { app, type WebContents } from 'electron'
import type { HeadlessJob, HeadlessOutcome, Language, NamedFile } from '../shared/bridge'
import type { Translate } from '../shared/strings/words'
import type { HeadlessRequest } from './command-line'
import { consoleError } from './console-message'
import { writeFiles } from './disk/folder-files'
import { readBounded } from './disk/read'
import { ensureFolder, writeAtomically } from './disk/write'
import { LIMIT_MEGABYTES, readFiles } from './files'

const PATIENCE_MINUTES = 9
const MOST_MAPPING_BYTES = 10_000_000

let ended = false

/** Ends a headless run once: silently when all went well, otherwise with one line on stderr. */
export function endHeadless(problem?: string): void {
  if (ended) return
  ended = true
  if (problem === undefined) {
    app.exit(0)
    return
  }
  // One line, whatever the page or the system wrote into the message; and out before the process is gone.
  process.stderr.write(`toolscape: ${oneLine(problem)}\n`, () => app.exit(1))
}

/** Reads what is to be imported; undefined after the run was ended because something can't be read. */
export async function prepareJob(
  request: HeadlessRequest,
  language: Language,
  t: Translate,
): Promise<HeadlessJob | undefined> {
  const imports = []
  for (const file of request.imports) {
    const read = await readFiles([resolve(file)])
    if (!read.ok) {
      const key = read.error.code === 'too-large' ? 'tooLarge' : 'unreadable'
      endHeadless(t(`native:headless.${key}`, { file, limit: LIMIT_MEGABYTES }))
      return undefined
    }
    imports.push(...read.value)
  }
  const mappings = []
  for (const file of request.mappings ?? []) {
    const bytes = await readBounded(resolve(file), MOST_MAPPING_BYTES)
    if (typeof bytes === 'string') {
      endHeadless(t('native:headless.unreadable', { file }))
      return undefined
    }
    mappings.push({ name: basename(file), text: bytes.toString('utf8') })
  }
  const exports = request.exports.map(({ kind }) => ({ kind }))
  return {
    language,
    imports,
    exports,
    ...(mappings.length === 0 ? {} : { mappings }),
    ...(request.pseudonymise === undefined ? {} : { pseudonymise: request.pseudonymise }),
    ...(request.view === undefined ? {} : { view: request.view }),
    ...(request.picture === undefined ? {} : { picture: request.picture }),
  }
}

/** Writes what the page made to the paths it never saw, and ends the run. */
export async function finishJob(request: HeadlessRequest, outcome: HeadlessOutcome, t: Translate): Promise<void> {
  // An error that came up a moment earlier has ended the run already: nothing is written then.
  if (ended) return
  if (!outcome.ok) return endHeadless(outcome.message)
  const wanted = request.exports.length
  const got = outcome.contents.length
  if (got !== wanted) return endHeadless(t('native:headless.wrongCount', { got, wanted }))
  for (const [index, { file }] of request.exports.entries()) {
    const failed = await write(file, outcome.contents[index] ?? '')
    if (failed !== undefined) return endHeadless(t('native:headless.unwritable', { file: failed }))
  }
  for (const remark of outcome.remarks ?? []) process.stderr.write(`toolscape: ${oneLine(remark)}\n`)
  endHeadless()
}

/** Writes a file, or a folder with its files. What couldn't be written, if anything. */
async function write(target: string, content: string | Uint8Array | readonly NamedFile[]): Promise<string | undefined> {
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) {
      await writeAtomically(resolve(target), content)
      return undefined
    }
    await ensureFolder(resolve(target))
  } catch {
    return target
  }
  const failed = await writeFiles(resolve(target), content)
  return failed === undefined ? undefined : join(target, failed.name)
}

/** Whatever goes wrong in the page ends the run: a script that waits for a window nobody sees would wait for ever. */
export function watchPage(contents: WebContents, t: Translate): void {
  contents.on('console-message', (event, ...rest: unknown[]) => {
    const text = consoleError(event, ...rest)
    if (text !== undefined) endHeadless(t('native:headless.page', { text }))
  })
  contents.on('preload-error', (_event, _path, error) =>
    endHeadless(t('native:headless.page', { text: error.message })),
  )
  contents.on('render-process-gone', (_event, { reason }) =>
    endHeadless(t('native:headless.crashed', { text: reason })),
  )
  contents.on('did-fail-load', (_event, _code, text) => endHeadless(t('native:headless.notLoaded', { text })))
  setTimeout(() => endHeadless(t('native:headless.timeout', { minutes: PATIENCE_MINUTES })), PATIENCE_MINUTES * 60_000)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
