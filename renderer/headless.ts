import type { Findings } from '../shared/analysis/findings'
import type { HeadlessJob, HeadlessOutcome, OpenedFile } from '../shared/bridge'
import { MAX_OVERLAPS } from '../shared/export/report'
import { type ImportReport, toImportReport } from '../shared/export/to-report'
import { pinsOf } from '../shared/graph/pins-of'
import { Refused } from '../shared/import/refused'
import type { DecodedFile } from '../shared/import/table'
import type { RowChange } from '../shared/inventory/change'
import { lookOf, viewsInOrder } from '../shared/inventory/edit-view'
import { type Inventory, TABLE_NAMES } from '../shared/inventory/inventory'
import { readWorkspaceFile } from '../shared/inventory/workspace-file'
import { commit, nextIds } from './database/commit'
import { whenSaved } from './database/session'
import { useWorkspace } from './database/workspace'
import { decodeInWorker } from './files/decode'
import { translateIn } from './i18n'
import { catalogueWords } from './river/catalogue'
import { CURRENCY_OF } from './river/currency'
import { EXPORTS } from './river/exports'
import { guessedRemark, isMappedBy, noFit, readMappings } from './river/given-mappings'
import { hintsOf } from './river/hints'
import { planFiles, prepareFiles, toChange } from './river/import-files'
import { layoutInWorker, pinRows } from './river/landscape'
import { EVERYTHING, pseudonymised, type Shown, withConclusions } from './river/make-source'
import { ExportFailed, pngRemark } from './river/paper-exports'
import { type Basics, PLAIN_PICTURE } from './river/source'
import { isWorkspaceFile } from './river/workspace-file'
import { today } from './today'

/** The same river as in the window, from the files of the command line to the contents of the files it asked for. */
export async function runHeadless(job: HeadlessJob): Promise<HeadlessOutcome> {
  const { phase, problem } = useWorkspace.getState()
  if (phase !== 'ready') return { ok: false, message: `The workspace can't be written: ${problem ?? phase}` }
  const [first] = job.imports
  if (first !== undefined && job.imports.some(isWorkspaceFile)) {
    return job.imports.length > 1
      ? { ok: false, message: translateIn(job.language)('exportDialog:workspaceFile.alone') }
      : fromWorkspace(first, job)
  }
  const decoded: DecodedFile[] = []
  for (const file of job.imports) {
    try {
      decoded.push(...(await decodeInWorker(file.name, file.bytes)))
    } catch (error) {
      if (error instanceof Refused) return { ok: false, message: `${file.name}: ${error.message}` }
      throw error
    }
  }
  const given = readMappings(job)
  if (!given.ok) return { ok: false, message: given.error.message }
  const before = useWorkspace.getState().inventory
  const prepared = prepareFiles(decoded, {
    ...hintsOf(before),
    given: given.value.flatMap(({ mappings }) => mappings),
  }).taken
  const unused = given.value.find(({ mappings }) => !prepared.some((file) => isMappedBy(file, mappings)))
  if (unused !== undefined) return { ok: false, message: noFit(unused, prepared) }
  const base = useWorkspace.getState().inventory
  const planned = planFiles(base, prepared, nextIds(), CURRENCY_OF[job.language], catalogueWords)
  commit(toChange(planned, prepared))

  const remarks = given.value.length === 0 ? [] : prepared.flatMap(guessedRemark)
  const imports = prepared.map((file, i) => toImportReport(file.decoded, file.mapping, at(planned.plans, i)))
  return exported(job, imports, remarks)
}

/** A whole workspace in the place of the empty one. */
async function fromWorkspace(file: OpenedFile, job: HeadlessJob): Promise<HeadlessOutcome> {
  const t = translateIn(job.language)
  const read = readWorkspaceFile(new TextDecoder().decode(file.bytes))
  if (!read.ok) {
    return {
      ok: false,
      message: t(`exportDialog:workspaceFile.${read.error.code}`, { name: file.name, ...read.error }),
    }
  }
  const { inventory, sequence } = read.value
  const rows = TABLE_NAMES.flatMap((table) =>
    [...inventory[table].values()].map((after) => ({ table, id: after.id, after }) as RowChange),
  )
  commit({ label: { code: 'importOne', values: { file: file.name } }, cause: { kind: 'edit' }, rows })
  return exported(job, [], [], sequence)
}

/** Everything that was asked for, made of what is in the workspace now. `sequence`: how far its ids go at least. */
async function exported(
  job: HeadlessJob,
  imports: readonly ImportReport[],
  given: readonly string[],
  sequence = 0,
): Promise<HeadlessOutcome> {
  const imported = useWorkspace.getState().inventory
  const laid = await layoutInWorker(imported)
  commit({ label: { code: 'placement' }, cause: { kind: 'placement' }, rows: pinRows(imported, pinsOf(laid.placed)) })
  await whenSaved()

  const state = useWorkspace.getState()
  if (state.sequence !== state.savedSequence) return { ok: false, message: 'The import could not be stored' }
  const { language } = job
  const open: Basics = {
    inventory: state.inventory,
    sequence: Math.max(sequence, state.sequence),
    language,
    flavour: language,
    theme: 'light',
    today: today(),
    filters: [],
    pseudonymised: false,
    imports,
    picture: { ...PLAIN_PICTURE, ...job.picture },
  }
  const shown = viewNamed(job.view, state.inventory)
  if (shown === undefined) return { ok: false, message: noSuchView(job, state.inventory) }
  const source = await withConclusions(job.pseudonymise === true ? pseudonymised(open) : open, shown, state.inventory)
  const contents = []
  try {
    for (const { kind } of job.exports) contents.push(await EXPORTS[kind].contents(source))
  } catch (error) {
    if (error instanceof ExportFailed) return { ok: false, message: error.message }
    throw error
  }
  // Who wished for no scale has nothing to be told about it.
  const asked = job.picture?.scale !== undefined && job.exports.some(({ kind }) => kind === 'png')
  const smaller = asked ? pngRemark(source) : undefined
  const reported = job.exports.some(({ kind }) => kind === 'report')
  return {
    ok: true,
    contents,
    remarks: [
      ...given,
      ...(smaller === undefined ? [] : [smaller]),
      ...(reported ? overlapsRemark(source.findings) : []),
    ],
  }
}

/** What pictures show: the saved view of this title, everything where none is asked for, nothing where there is none. */
function viewNamed(title: string | undefined, inventory: Inventory): Shown | undefined {
  if (title === undefined) return EVERYTHING
  const views = viewsInOrder(inventory)
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const view = views.find(({ name }) => name === title) ?? views.find(({ name }) => same(name, title))
  return view === undefined ? undefined : { look: lookOf(view, inventory), view: view.name }
}

function noSuchView({ language, view = '' }: HeadlessJob, inventory: Inventory): string {
  const t = translateIn(language)
  const names = viewsInOrder(inventory).map(({ name }) => t('exportDialog:quoted', { name }))
  return names.length === 0
    ? t('exportDialog:noViews', { name: view })
    : t('exportDialog:noSuchView', { name: view, names: names.join(', ') })
}

/** That a report could not list everything, or that not everything was found. */
function overlapsRemark({ overlaps: { length }, overlapRange }: Findings): readonly string[] {
  if (length <= MAX_OVERLAPS) return []
  const isCut = overlapRange.extent !== 'all'
  return [`The report lists the ${MAX_OVERLAPS} strongest of ${isCut ? 'more than ' : ''}${length} overlaps`]
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`Nothing at ${index}`)
  return found
}
