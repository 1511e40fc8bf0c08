import { saysUnknown } from './unknown'

/** How a column writes numbers: "1.234,56" or "1,234.56". */
export type NumberStyle = 'german' | 'english'

/**
 * A cell that was read: a value (`rest`: the cell says more than it, and is kept verbatim beside it), an honest unknown,
 * or a text that the field can't hold (`known`: it is understood all the same, and is kept without complaint).
 */
export type CellValue<T> =
  | { readonly is: 'value'; readonly value: T; readonly rest?: true }
  | { readonly is: 'unknown' }
  | { readonly is: 'bad'; readonly known?: true }

export const UNKNOWN_CELL = { is: 'unknown' } as const
export const VERBATIM_CELL = { is: 'bad', known: true } as const
export const BAD_CELL = { is: 'bad' } as const

const NUMBER = /[-+−]?\d[\d.,'’\s\u00a0\u202f]*/gu

/** The bare number texts in a cell, without spaces and apostrophes that group digits. */
function numberTexts(cell: string): readonly string[] {
  return (cell.match(NUMBER) ?? []).map((text) => withoutLastSigns(text.replace(/[\s\u00a0\u202f'’]/gu, '')))
}

/** Without the points and commas at a text's end. By hand: a search for `[.,]+$` tries every point of a leader ("1 ..... 5"). */
function withoutLastSigns(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ',')) end -= 1
  return text.slice(0, end)
}

/**
 * How the numbers of a column are written, decided by all its cells together: a text that can only be read one way
 * ("1.234,56", "12,5", "1,234,567") counts for that way; where nothing decides ("1.234" alone), the separator is taken
 * to group digits. A column without any separator is `english`, which reads the same.
 */
export function numberStyle(cells: readonly string[]): NumberStyle {
  let german = 0
  let english = 0
  let dotsOfThree = 0
  let commasOfThree = 0
  for (const cell of cells) {
    if (!cell.includes('.') && !cell.includes(',')) continue
    for (const text of numberTexts(cell)) {
      const dots = text.split('.').length - 1
      const commas = text.split(',').length - 1
      if (dots > 0 && commas > 0) {
        if (text.lastIndexOf(',') > text.lastIndexOf('.')) german += 2
        else english += 2
      } else if (dots > 1) german += 1
      else if (commas > 1) english += 1
      else if (dots === 1) {
        if (/\.\d{3}$/.test(text) && !/^[-+−]?0\./.test(text)) dotsOfThree += 1
        else english += 1
      } else if (commas === 1) {
        if (/,\d{3}$/.test(text) && !/^[-+−]?0,/.test(text)) commasOfThree += 1
        else german += 1
      }
    }
  }
  if (german !== english) return german > english ? 'german' : 'english'
  return dotsOfThree > commasOfThree ? 'german' : 'english'
}

/** A single number text ("1.234,5") in this style; undefined when it is none. */
export function plainNumber(text: string, style: NumberStyle): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const compact = text.replace(/[\s\u00a0\u202f'’]/gu, '').replace('−', '-')
  // Where apostrophes group digits, whatever else stands in the number is the decimal sign.
  const swiss = /\d['’]\d{3}(?!\d)/u.test(text)
  const german = swiss ? compact.includes(',') : style === 'german'
  const [group, point] = german ? ['.', ','] : [',', '.']
  if (!/^[-+]?[\d.,]*\d[.,]?$/.test(compact)) return undefined
  const [whole = '', fraction, ...more] = compact.split(point)
  if (more.length > 0 || fraction?.includes(group)) return undefined
  const parts = whole.replace(/^[-+]/, '').split(group)
  if (parts.length > 1 && !parts.every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part))) return undefined
  const digits = parts.join('')
  const value = Number(`${compact.startsWith('-') ? '-' : ''}${digits === '' ? '0' : digits}.${fraction || '0'}`)
  return Number.isFinite(value) ? value : undefined
}

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/^(?:mio|mill?|million|millionen|millions|miljoen|m)\.?$/, 1_000_000],
  [/^(?:tsd|tausend|thousand|mille|duizend|t|k)\.?$/, 1_000],
]
const ABOUT =
  /^(?:ca|circa|zirka|etwa|rund|ungefähr|about|approx|approximately|around|environ|env|ongeveer)?\.?\s*[~≈]?\s*/u
/** What makes a number the end of a range that is open on the other side: the number counts, the words are kept. */
const BOUND =
  /^(?:(?:over|über|up to|bis zu|bis|max|maximal|min|mind|mindestens|weniger als|less than|fewer than|mehr als|more than|at least|at most|höchstens|plus de|moins de|au moins|meer dan|minder dan|maximaal|minimaal|tot)\b\.?|[<>≤≥]=?)\s*/u
const UNITS =
  /\s*(?:benutzer|nutzer|anwender|user|users|mitarbeiter|ma|fte|personen|people|employees|stück|lizenzen|licen[cs]es|seats|utilisateurs?|collaborateurs?|gebruikers?|medewerkers?|licenties?|st(?:unden)?|std|h|hours?|hrs?|heures?|uren|uur|monate?n?|months?|mon|mo|mois|maanden|maand|wochen|weeks?|semaines?|weken|jahre?n?|years?|ans?|années?|jaar|tage?n?|days?|jours?|dagen|pro monat|per month|par mois|per maand|\/\s*monat|\/\s*month|\/\s*mois|\/\s*maand|\/\s*jahr|\/\s*year|\/\s*an|\/\s*jaar|p\.\s?a|pro jahr|per year|par an|per jaar|im monat|im jahr|jährlich|monatlich|annually|yearly)\.?$/u

/** Nothing but digits, and single signs between them. */
const PLAIN = /^\d+(?:[.,]\d+)*$/
/** Characters; "ca. 12 Nutzer (Stand 03/2026, geschätzt von der IT)" is far below it. */
const LONGEST = 200

/**
 * The number a cell says in this style. Understands "ca. 50", "~50", "1,5 k", "3 Mio", "(12)" as −12, "12 Nutzer"; with
 * a rest "20–30" (the middle), "50+", "max. 100" and "12 (geschätzt)". Unknown words ("n/a", "-") are unknown, anything
 * else is bad.
 */
export function readNumber(cell: string, style: NumberStyle): CellValue<number> {
  if (saysUnknown(cell)) return UNKNOWN_CELL
  // A sentence or a wall of digits is no number, and patterns that look for one in it would take seconds.
  if (cell.length > LONGEST) return BAD_CELL
  const plain = PLAIN.test(cell) ? plainNumber(cell, style) : undefined
  if (plain !== undefined) return { is: 'value', value: plain }
  const read = numberIn(cell, style)
  if (read.is === 'value') return read
  const remark = /^(.*\d\S*[^()]*?)\s*\([^()]*\)$/u.exec(cell.trim())
  const bare: CellValue<number> = remark?.[1] === undefined ? BAD_CELL : numberIn(remark[1], style)
  return bare.is === 'value' ? { ...bare, rest: true } : BAD_CELL
}

function numberIn(cell: string, style: NumberStyle): CellValue<number> {
  let text = cell.trim().toLowerCase().replace(ABOUT, '')
  const unbound = text.replace(BOUND, '')
  let rest = unbound !== text
  text = unbound.replace(ABOUT, '')
  for (let unit = text.replace(UNITS, ''); unit !== text; unit = text.replace(UNITS, '')) text = unit.trim()
  const negative = /^\((.+)\)$/.exec(text)
  if (negative?.[1] !== undefined) text = `-${negative[1]}`
  if (/\+$/.test(text)) rest = true
  text = text
    .replace(/\+$/, '')
    .replace(/[.,][-–—]+$/, '')
    .trim()
  const range = /^([\d.,'’\s]*\d)\s*(?:-|–|—|\.\.+|bis|to|and|und|à|tot)\s*(\d[\d.,'’\s]*?)(\s*[a-z]+\.?)?$/u.exec(text)
  if (range) {
    const low = readNumber(`${range[1]}${range[3] ?? ''}`, style)
    const high = readNumber(`${range[2]}${range[3] ?? ''}`, style)
    if (low.is !== 'value' || high.is !== 'value') return BAD_CELL
    return { is: 'value', value: (low.value + high.value) / 2, rest: true }
  }
  const value = plainNumber(text, style) ?? withFactor(text, style)
  return value === undefined ? BAD_CELL : { is: 'value', value, ...(rest ? { rest } : {}) }
}

/** "1,5 k", "3 Mio": a number and the thousands or millions it counts. */
function withFactor(text: string, style: NumberStyle): number | undefined {
  const word = /^(.*?\d)\s*([a-z]+\.?)$/u.exec(text)
  const suffix = word?.[2] ?? ''
  const factor = FACTORS.find(([pattern]) => pattern.test(suffix))?.[1]
  const value = factor === undefined ? undefined : plainNumber(word?.[1] ?? '', style)
  return value === undefined || factor === undefined ? undefined : Number((value * factor).toPrecision(15))
}
