import type { HeadlessJob, HeadlessKind, HeadlessOutcome } from '../shared/bridge'
import { toImportReport } from '../shared/export/to-report'
import { pinsOf } from '../shared/graph/pins-of'
import { commit, nextIds } from './database/commit'
import { whenSaved } from './database/session'
import { useWorkspace } from './database/workspace'
import { decodeInWorker } from './files/decode'
import { catalogueWords } from './river/catalogue'
import { CURRENCY_OF } from './river/currency'
import { planFiles, prepareFile, toChange } from './river/import-files'
import { graphOf, judgeInWorker, layoutInWorker, pinRows } from './river/landscape'
import { mapSvg, reportJson, type Source, toolsCsv } from './river/leave'
import { today } from './today'

/** The same river as in the window, from the files of the command line to the contents of the files it asked for. */
export async function runHeadless(job: HeadlessJob): Promise<HeadlessOutcome> {
  const { phase, problem } = useWorkspace.getState()
  if (phase !== 'ready') return { ok: false, message: `The workspace can't be written: ${problem ?? phase}` }
  const decoded = await Promise.all(job.imports.map((file) => decodeInWorker(file.name, file.bytes)))
  const prepared = decoded.map(prepareFile)
  const base = useWorkspace.getState().inventory
  const planned = planFiles(base, prepared, nextIds(), CURRENCY_OF[job.language], catalogueWords)
  commit(toChange(planned, prepared))

  const imported = useWorkspace.getState().inventory
  const findings = await judgeInWorker({ inventory: imported, today: today() })
  const placed = await layoutInWorker({ graph: graphOf(imported, findings, job.language), pins: imported.pins })
  commit({ label: { code: 'placement' }, cause: { kind: 'placement' }, rows: pinRows(imported, pinsOf(placed)) })
  await whenSaved()

  const { inventory, sequence, savedSequence } = useWorkspace.getState()
  if (sequence !== savedSequence) return { ok: false, message: 'The import could not be stored' }
  const source: Source = {
    inventory,
    findings,
    placed,
    language: job.language,
    today: today(),
    imports: prepared.map((file, i) => toImportReport(file.decoded, file.mapping, at(planned.plans, i))),
  }
  return { ok: true, contents: job.exports.map(({ kind }) => CONTENT[kind](source)) }
}

const CONTENT: Readonly<Record<HeadlessKind, (source: Source) => string>> = {
  map: (source) => mapSvg(source, 'light'),
  tools: toolsCsv,
  report: reportJson,
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`Nothing at ${index}`)
  return found
}
