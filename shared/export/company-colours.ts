/**
 * Colours to choose a company's from; each stands out from white paper as text must (4.5 : 1). Any other one can be
 * typed in.
 */
export const COMPANY_COLOURS = {
  blue: '#1F5FBF',
  navy: '#1E3A6E',
  teal: '#0B7A75',
  green: '#2E7D32',
  olive: '#66660A',
  orange: '#B45309',
  red: '#B91C1C',
  magenta: '#A21C66',
  purple: '#6D28D9',
  grey: '#475569',
} as const satisfies Readonly<Record<string, `#${string}`>>
export type CompanyColour = keyof typeof COMPANY_COLOURS

/** `#RRGGBB` of what was typed, with or without `#`, in three digits or six; undefined for anything else. */
export function hexOf(typed: string): string | undefined {
  const found = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]
  if (found === undefined) return undefined
  const six = found.length === 6 ? found : [...found].map((digit) => digit + digit).join('')
  return `#${six.toUpperCase()}`
}
