import type { SaveKind } from '../../shared/bridge'
import { useWorkspace } from '../database/workspace'
import { bridge } from '../files/bridge'
import { translate } from '../i18n'
import { notify, notifyProblem } from '../notify'
import { today } from '../today'
import { useUi } from '../ui-state'
import { judgeInWorker, layoutInWorker, withFindings } from './landscape'
import { mapSvg, reportJson, type Source, suggestedName, toolsCsv, workbookXlsx } from './leave'

/** Everything as it is now: computed for the present inventory, so that no export lags behind the screen. */
async function source(): Promise<Source> {
  const { inventory } = useWorkspace.getState()
  const { language } = useUi.getState().settings
  const findings = await judgeInWorker(inventory, today())
  const { placed, routes } = await layoutInWorker(inventory)
  return { inventory, findings, placed: withFindings(placed, findings, language), routes, language, today: today() }
}

export async function exportMap(): Promise<void> {
  const dark = document.documentElement.dataset.mantineColorScheme === 'dark'
  await save('map-svg', mapSvg(await source(), dark ? 'dark' : 'light'))
}

export async function exportTools(): Promise<void> {
  const { inventory } = useWorkspace.getState()
  await save('tools-csv', toolsCsv({ inventory, language: useUi.getState().settings.language }))
}

export async function exportWorkbook(): Promise<void> {
  const { inventory } = useWorkspace.getState()
  await save('workbook-xlsx', workbookXlsx({ inventory, language: useUi.getState().settings.language }))
}

export async function exportReport(): Promise<void> {
  await save('report-json', reportJson(await source()))
}

/** Asks where, writes, and says how it went. */
export async function save(kind: SaveKind, content: string | Uint8Array): Promise<void> {
  const saved = await bridge.save(kind, suggestedName(kind, today()), content)
  if (saved.ok) notify(translate('shell:savedAs', { name: saved.value.name }))
  else notifyProblem(saved.error)
}
