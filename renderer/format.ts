import type { Language } from '../shared/bridge'
import type { Money } from '../shared/inventory/nouns'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/** Numbers, money and dates in the language's own writing. */
export interface Formats {
  readonly number: (value: number) => string
  /** Whole units: 41.250 €. */
  readonly money: (value: Money) => string
  /** ISO date or time to 31.12.2026 or 31/12/2026. */
  readonly date: (iso: string) => string
  readonly time: (iso: string) => string
  readonly percent: (share: number) => string
  readonly compare: (a: string, b: string) => number
}

const made = new Map<Language, Formats>()

/** The formats of a language; made once, because Intl objects are dear. */
export function formatsFor(language: Language): Formats {
  let formats = made.get(language)
  if (formats === undefined) {
    formats = make(LOCALES[language])
    made.set(language, formats)
  }
  return formats
}

function make(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const date = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const currencies = new Map<string, Intl.NumberFormat>()
  const inCurrency = (currency: string) => {
    let format = currencies.get(currency)
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 })
      currencies.set(currency, format)
    }
    return format
  }
  return {
    number: (value) => number.format(value),
    money: ({ minor, currency }) => inCurrency(currency).format(minor / 100),
    date: (iso) => date.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    percent: (share) => percent.format(share),
    compare: (a, b) => collator.compare(a, b),
  }
}
