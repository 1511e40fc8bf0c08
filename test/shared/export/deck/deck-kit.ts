import { existsSync, readFileSync } from 'node:fs'
import i18next from 'i18next'
import domains from '../../../../assets/catalogue/domains.json'
import functions from '../../../../assets/catalogue/functions.json'
import products from '../../../../assets/catalogue/products.json'
import { formatsFor } from '../../../../renderer/format'
import { judge } from '../../../../shared/analysis/judge'
import type { CatalogueData } from '../../../../shared/catalogue/catalogue'
import { indexCatalogue } from '../../../../shared/catalogue/index-catalogue'
import { recogniseTools } from '../../../../shared/catalogue/recognise-tools'
import type { DeckInput, DeckOptions } from '../../../../shared/export/deck/deck-input'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { resources } from '../../../../shared/strings/resources'
import { importedTogether } from '../../import/sources/sources-kit'

const index = indexCatalogue({ domains, functions, products } as unknown as CatalogueData)

/** What a deck is made of, as the app puts it together; missing words throw. */
export function inputFor(
  inventory: Inventory,
  language: 'de' | 'en' = 'en',
  more: Partial<DeckOptions> = {},
): DeckInput {
  const i18n = i18next.createInstance()
  void i18n.init({
    lng: language,
    resources,
    ns: Object.keys(resources.en),
    interpolation: { escapeValue: false },
    fallbackLng: false,
    saveMissing: true,
    missingKeyHandler: (_languages, area, key) => {
      throw new Error(`No words for ${area}:${key}`)
    },
  })
  const t = i18n.t as unknown as (key: string, values?: object) => unknown
  const formats = formatsFor(language)
  return {
    inventory,
    findings: judge(inventory, recogniseTools(inventory, index), '2026-11-22'),
    options: {
      language,
      company: { name: 'Muster Maschinenbau GmbH', colour: '#0A6E5C' },
      date: formats.date('2026-11-22'),
      t: (key, values) => String(t(key, values)),
      formatNumber: formats.number,
      formatMoney: (minor, currency) => formats.money({ minor, currency }),
      ...more,
    },
  }
}

const REAL = new URL('../../../../../shared/data/', import.meta.url)
const NEXATECH = ['applications', 'interfaces', 'organizations'].map((name) => `nexatech_${name}.csv`)

/** Why the real company can't be had, or undefined when it can. */
export const noRealData = NEXATECH.every((name) => existsSync(new URL(name, REAL)))
  ? undefined
  : 'the folder with real data is not beside the repository'

export function nexatech(): Inventory {
  return importedTogether(NEXATECH.map((name) => [name, new Uint8Array(readFileSync(new URL(name, REAL)))] as const))
    .after
}
