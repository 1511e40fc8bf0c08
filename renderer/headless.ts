import type { HeadlessJob, HeadlessKind, HeadlessOutcome } from '../shared/bridge'
import { MAX_OVERLAPS } from '../shared/export/report'
import { toImportReport } from '../shared/export/to-report'
import { pinsOf } from '../shared/graph/pins-of'
import { Refused } from '../shared/import/refused'
import type { DecodedFile } from '../shared/import/table'
import { commit, nextIds } from './database/commit'
import { whenSaved } from './database/session'
import { useWorkspace } from './database/workspace'
import { decodeInWorker } from './files/decode'
import { catalogueWords } from './river/catalogue'
import { CURRENCY_OF } from './river/currency'
import { guessedRemark, isMappedBy, noFit, readMappings } from './river/given-mappings'
import { hintsOf } from './river/hints'
import { planFiles, prepareFiles, toChange } from './river/import-files'
import { judgeInWorker, layoutInWorker, pinRows, withFindings } from './river/landscape'
import { mapSvg, reportJson, type Source, toolsCsv, workbookXlsx } from './river/leave'
import { today } from './today'

/** The same river as in the window, from the files of the command line to the contents of the files it asked for. */
export async function runHeadless(job: HeadlessJob): Promise<HeadlessOutcome> {
  const { phase, problem } = useWorkspace.getState()
  if (phase !== 'ready') return { ok: false, message: `The workspace can't be written: ${problem ?? phase}` }
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

  const imported = useWorkspace.getState().inventory
  const findings = await judgeInWorker(imported, today())
  const laid = await layoutInWorker(imported)
  commit({ label: { code: 'placement' }, cause: { kind: 'placement' }, rows: pinRows(imported, pinsOf(laid.placed)) })
  await whenSaved()

  const { inventory, sequence, savedSequence } = useWorkspace.getState()
  if (sequence !== savedSequence) return { ok: false, message: 'The import could not be stored' }
  const source: Source = {
    inventory,
    findings,
    placed: withFindings(laid.placed, findings, job.language),
    routes: laid.routes,
    language: job.language,
    today: today(),
    imports: prepared.map((file, i) => toImportReport(file.decoded, file.mapping, at(planned.plans, i))),
  }
  const remarks = [
    ...(given.value.length === 0 ? [] : prepared.flatMap(guessedRemark)),
    ...(job.exports.some(({ kind }) => kind === 'report') ? overlapsRemark(findings.overlaps.length) : []),
  ]
  return { ok: true, contents: job.exports.map(({ kind }) => CONTENT[kind](source)), remarks }
}

const CONTENT: Readonly<Record<HeadlessKind, (source: Source) => string | Uint8Array>> = {
  map: (source) => mapSvg(source, 'light'),
  tools: toolsCsv,
  workbook: workbookXlsx,
  report: reportJson,
}

/** That a report could not list everything. */
function overlapsRemark(found: number): readonly string[] {
  return found <= MAX_OVERLAPS ? [] : [`The report lists the ${MAX_OVERLAPS} strongest of ${found} overlaps`]
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`Nothing at ${index}`)
  return found
}
