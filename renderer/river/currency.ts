import type { Language } from '../../shared/bridge'

/** ISO code of amounts that don't name their currency, by the language the user reads. */
export const CURRENCY_OF: Readonly<Record<Language, string>> = { de: 'EUR', en: 'GBP' }
