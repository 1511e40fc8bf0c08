import type { Language } from '../../../shared/bridge'
import { readDate } from '../../../shared/import/values/dates'
import { readMoney } from '../../../shared/import/values/money'
import { type CellValue, type NumberStyle, readNumber } from '../../../shared/import/values/numbers'
import type { Money } from '../../../shared/inventory/nouns'

const STYLES: Readonly<Record<Language, NumberStyle>> = { de: 'german', en: 'english' }
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }
const CURRENCIES: Readonly<Record<Language, string>> = { de: 'EUR', en: 'GBP' }
/** Signs that mean one currency only, in every language that is read. */
const WITH_SIGN = new Set(['EUR', 'GBP'])

/** The number of users somebody typed in the language's own writing: whole and not negative, or it is `bad`. */
export function readUsers(text: string, language: Language): CellValue<number> {
  const read = readNumber(text, STYLES[language])
  if (read.is !== 'value') return read
  return Number.isSafeInteger(read.value) && read.value >= 0 ? read : { is: 'bad' }
}

/** The yearly amount somebody typed. Without a currency it keeps the one it had, or takes the language's usual one. */
export function readCost(text: string, language: Language, before: Money | undefined): CellValue<Money> {
  const currency = before?.currency ?? CURRENCIES[language]
  // The code it was shown with is its currency, whether or not the reader of files knows that code.
  const amount = before === undefined ? text : text.replace(before.currency, ' ')
  return readMoney(amount, STYLES[language], { scale: 1, perYear: 1 }, currency)
}

/** The number as it is written into the field to be edited. `readUsers` reads it back. */
export function usersText(users: number | undefined, language: Language): string {
  return users === undefined ? '' : numberFormat(language, {}).format(users)
}

const formats = new Map<string, Intl.NumberFormat>()

/** The same format for the same writing: Intl objects are dear, and a copied table asks for one per cell. */
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${options.currency ?? ''} ${options.minimumFractionDigits ?? ''}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(LOCALES[language], options)
  formats.set(key, made)
  return made
}

/** The amount as it is written into the field to be edited, to the cent. `readCost` reads it back. */
export function costText(cost: Money | undefined, language: Language): string {
  if (cost === undefined) return ''
  return numberFormat(language, {
    style: 'currency',
    currency: cost.currency,
    currencyDisplay: WITH_SIGN.has(cost.currency) ? 'symbol' : 'code',
    minimumFractionDigits: cost.minor % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cost.minor / 100)
}

/** The date as the language writes it: 31.12.2026 or 31/12/2026. `readDay` reads it back. */
export function dateText(iso: string | undefined, language: Language): string {
  if (iso === undefined) return ''
  const [year, month, day] = iso.slice(0, 10).split('-')
  return language === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`
}

/** The date somebody typed, as ISO text. Days come before months in both languages; a month means its last day. */
export function readDay(text: string): CellValue<string> {
  return readDate(text, 'day-first')
}

/** Any number somebody typed in the language's own writing. */
export function readPlainNumber(text: string, language: Language): CellValue<number> {
  return readNumber(text, STYLES[language])
}
