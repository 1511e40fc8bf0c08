import type { Findings } from '../../shared/analysis/findings'
import type { Simulation } from '../../shared/analysis/scenario/simulate-scenario'
import type { Language } from '../../shared/bridge'
import { toMapSvg } from '../../shared/export/to-svg'
import type { Inventory } from '../../shared/inventory/inventory'
import { formatsFor } from '../format'
import { translate } from '../i18n'
import { domainNames } from './catalogue'
import { layoutInWorker, withFindings } from './landscape'

export interface MapWish {
  readonly title: string
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly findings: Findings
}

/**
 * The landscape after a scenario with the ghosts of what went: the tools that go are still there, retired and without
 * flows, so that everything keeps its place and the eye finds what is missing.
 */
export function withGhosts(inventory: Inventory, { after, gone }: Simulation): Inventory {
  const tools = new Map(after.tools)
  for (const id of gone) {
    const tool = inventory.tools.get(id)
    if (tool !== undefined) tools.set(id, { ...tool, status: 'retired' })
  }
  return { ...after, tools }
}

/** Any inventory's map as a picture, placed in the worker. What is placed for it is remembered nowhere. */
export async function pictureOf(inventory: Inventory, { title, language, theme, findings }: MapWish): Promise<string> {
  const { placed, routes } = await layoutInWorker(inventory)
  const formats = formatsFor(language)
  return toMapSvg(withFindings(placed, { ...findings, overlapCount: new Map() }, language), {
    theme,
    title,
    t: translate,
    language,
    formatNumber: formats.number,
    formatMoney: (minor, currency) => formats.money({ minor, currency }),
    routes,
    domainNames: domainNames(language),
  })
}
