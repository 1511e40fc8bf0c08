import { filteredBy, filterWords, isTelling } from '../../shared/export/look-filters'
import { type Pseudonymised, type PseudonymWords, pseudonymise } from '../../shared/export/pseudonymise'
import { lensReader } from '../../shared/graph/lens/reader'
import type { Inventory } from '../../shared/inventory/inventory'
import type { MapLook } from '../../shared/inventory/map-look'
import { translateIn } from '../i18n'
import { judgeInWorker, layoutInWorker, withFindings } from './landscape'
import { lensExtras, lensWords } from './lens'
import type { Basics, Source } from './source'

/**
 * Findings and places for what the basics hold, so that no export lags behind, and none says more than they do. A look's
 * filters leave out what the map leaves out, and are named.
 * @param shown the inventory that the map shows, where the basics are a copy of it that hides something
 */
export async function withConclusions(
  basics: Basics,
  look?: Pick<MapLook, 'filters' | 'methods'>,
  shown: Inventory = basics.inventory,
): Promise<Source> {
  const { inventory, language, today } = basics
  const findings = await judgeInWorker(inventory, today)
  const laid = await layoutInWorker(inventory)
  const whole = withFindings(laid.placed, findings, language)
  const source: Source = { ...basics, findings, placed: whole, routes: laid.routes }
  if (look === undefined) return source
  const reader = lensReader(shown, lensExtras(findings), today)
  const words = lensWords(language, inventory, findings, reader.currency)
  const filters = filterWords(look, words, basics.pseudonymised ? isTelling : undefined)
  return { ...source, placed: filteredBy(whole, look, reader), filters }
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
