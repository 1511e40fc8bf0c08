import { PALETTES, type Palette, type Theme } from '../graph/palette'

/** Translates a key into words. The same shape as `Translate` of shared/strings, which this room does not import. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What every part of the picture is painted with. */
export interface Brush {
  readonly theme: Theme
  readonly palette: Palette
  readonly t: Translate
  readonly number: (value: number) => string
  /** "1.234 users": the number as the language writes it. */
  readonly users: (count: number) => string
  /** "12 h / month". */
  readonly hours: (hours: number) => string
  readonly money?: (minor: number, currency: string) => string
}

/** Everything the map is written in; the first one a machine has is used. */
export const FONT_STACK = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

/** A brush for this theme and language. Words and numbers are looked up once each: a map says the same things often. */
export function brush(
  theme: Theme,
  translate: Translate,
  format: (value: number) => string,
  money: Brush['money'] | undefined,
): Brush {
  const said = new Map<string, string>()
  const t: Translate = (key, values) => {
    const call = values === undefined ? key : `${key}\n${Object.entries(values).join('\n')}`
    const known = said.get(call)
    if (known !== undefined) return known
    const words = translate(key, values)
    said.set(call, words)
    return words
  }
  const number = remembered(format)
  return {
    theme,
    palette: PALETTES[theme],
    t,
    number,
    users: remembered((count: number) =>
      t('common:count.users', { count }).replace(String(count), () => number(count)),
    ),
    hours: remembered((hours: number) => t('map:hours', { hours: number(hours) })),
    ...(money === undefined ? {} : { money }),
  }
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const old = known.get(key)
    if (old !== undefined) return old
    const value = compute(key)
    known.set(key, value)
    return value
  }
}
