/** What a cell's format makes of its number, as far as the number's meaning goes. */
export type NumberMeaning =
  | { readonly kind: 'number'; readonly currency?: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }

const PLAIN: NumberMeaning = { kind: 'number' }

/** Formats that every program knows by number and no file spells out. */
function builtIn(id: number): NumberMeaning {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' }
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? { kind: 'time' } : PLAIN
}

const CURRENCY = /[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD)\b/

/** Reads a number format's code ("#,##0.00 [$€-407]", "dd.mm.yyyy", "0 %"). Only its first section counts. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return builtIn(id)
  const first = code.split(';', 1)[0] ?? ''
  const signs = [...first.matchAll(/\[\$([^\]-]*)[^\]]*\]|"([^"]*)"|\\(.)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '')
  const bare = first.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '')
  if (/%/.test(bare)) return { kind: 'percent' }
  if (/General|Standard/i.test(bare)) return PLAIN
  // A decimal place after seconds ("mmss.0") is a time all the same; digits elsewhere are numbers.
  if (/[ydm]/i.test(bare) && !/[#?]/.test(bare)) {
    if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(first))) return { kind: 'date' }
    return { kind: 'time' }
  }
  if (/[hs]/i.test(bare) && !/[#?]/.test(bare)) return { kind: 'time' }
  if (/^\[[hms]+\]/i.test(first)) return { kind: 'time' }
  const currency = CURRENCY.exec([...signs, bare].join(' '))?.[0]
  return currency === undefined ? PLAIN : { kind: 'number', currency }
}

/**
 * A number as text that can be read one way only: no grouping, a decimal point, no exponent, the fifteen digits that
 * spreadsheet programs keep. Three decimals get a fourth, a zero, since "1.234" alone may as well be a thousand.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  let text = String(rounded)
  if (text.includes('e')) {
    text = Math.abs(rounded) >= 1 ? BigInt(Math.round(rounded)).toString() : rounded.toFixed(20).replace(/0+$/, '')
  }
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text
}

const DAY = 86_400
const pad = (value: number): string => String(value).padStart(2, '0')

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${pad(hours)}:${pad(minutes)}${rest === 0 ? '' : `:${pad(rest)}`}`
}

/** Days since the year's beginning of a workbook as an ISO date, with the time where there is one. */
function dateText(serial: number, from1904: boolean): string {
  // Excel's calendar has a 29 February 1900 that never was; days before it are one less off.
  const days = from1904 ? serial + 1462 : serial
  if (!(days >= 1 && days < 2_958_466)) return numberText(serial)
  const seconds = Math.round((days < 60 ? days + 1 : days) * DAY) - 25_569 * DAY
  const time = ((seconds % DAY) + DAY) % DAY
  const day = new Date((seconds - time) * 1000).toISOString().slice(0, 10)
  return time === 0 ? day : `${day} ${clock(time)}`
}

/** A number in a cell as text of its meaning: "2026-12-31", "14:30", "45 %", "1200.5 €", "1200.5". */
export function valueText(value: number, meaning: NumberMeaning, from1904: boolean): string {
  switch (meaning.kind) {
    case 'date':
      return dateText(value, from1904)
    case 'time':
      return value >= 0 && value < 1_000 ? clock(Math.round(value * DAY)) : dateText(value, from1904)
    case 'percent':
      return `${numberText(value * 100)} %`
    case 'number':
      return meaning.currency === undefined ? numberText(value) : `${numberText(value)} ${meaning.currency}`
  }
}
