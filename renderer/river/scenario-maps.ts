import type { Findings } from '../../shared/analysis/findings'
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
