import { isTelling } from '../../shared/export/look-filters'
import { type Pseudonymised, type PseudonymWords, pseudonymise } from '../../shared/export/pseudonymise'
import { type LookWords, lookWords, seenMap } from '../../shared/export/seen-map'
import { lensReader } from '../../shared/graph/lens/reader'
import type { Inventory } from '../../shared/inventory/inventory'
import { FIRST_LOOK, type MapLook } from '../../shared/inventory/map-look'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import { jobsOf } from './arranged'
import { judgeInWorker, layoutInWorker, withFindings } from './landscape'
import { lensExtras, lensWords } from './lens'
import type { Basics, Source } from './source'

/** A way to look at the map, and its title where it is a saved one. */
export interface Shown {
  readonly look: MapLook
  readonly view?: string
}

/** Everything, as the map opens first. */
export const EVERYTHING: Shown = { look: FIRST_LOOK }

/**
 * Findings and places for what the basics hold, so that no export lags behind, and none says more than they do. The map
 * is laid out, coloured and filtered as the look says.
 * @param shown the inventory that the map shows, where the basics are a copy of it that hides something
 */
export async function withConclusions(
  basics: Basics,
  { look, view }: Shown = EVERYTHING,
  shown: Inventory = basics.inventory,
): Promise<Source> {
  const { inventory, language, today } = basics
  const findings = await judgeInWorker(inventory, today)
  const { arrangement } = look
  const jobs = arrangement.by === 'function' ? jobsOf(findings) : undefined
  const laid = await layoutInWorker(inventory, { arrangement, jobs })
  const extras = lensExtras(findings)
  const reader = lensReader(inventory, extras, today)
  const whole = withFindings(laid.placed, findings, language)
  const seen = seenMap(whole, look, reader, shown === inventory ? reader : lensReader(shown, extras, today))
  const words: LookWords = {
    ...lensWords(language, inventory, findings, reader.currency),
    date: formatsFor(language).date,
    toolName: (id) => inventory.tools.get(id)?.name,
    ...(basics.pseudonymised ? { hidden: isTelling } : {}),
  }
  return {
    ...basics,
    findings,
    seen,
    routes: laid.routes,
    words,
    said: lookWords(look, seen.landscape, words),
    // A title is a free text.
    ...(view === undefined || basics.pseudonymised ? {} : { view }),
  }
}

/** What pseudonymising an inventory gives, with the stand-ins in this language. */
export function hiddenCopy(inventory: Inventory, language: 'de' | 'en'): Pseudonymised {
  const t = translateIn(language)
  const words: PseudonymWords = {
    person: t('exportDialog:standIn.person'),
    vendor: t('exportDialog:standIn.vendor'),
    host: t('exportDialog:standIn.host'),
  }
  return pseudonymise(inventory, words)
}

/** The basics without people, vendors, costs, hosts and free texts; the workspace's and the lists' names go too. */
export function pseudonymised({ name: _, imports: __, ...basics }: Basics): Basics {
  return { ...basics, inventory: hiddenCopy(basics.inventory, basics.language).inventory, pseudonymised: true }
}
