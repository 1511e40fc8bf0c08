import type { ColourAttribute } from '../../inventory/map-look'
import { domainColour, PALETTES } from '../palette'
import { UNKNOWN } from './attributes'

/** A colour in the light and in the dark theme. */
export type LensColour = readonly [light: string, dark: string]

/**
 * Eight colours that can be told apart: in each theme any two of them, and each and the grey of "unknown", keep a distance
 * of 20 in CIE Lab as they are seen with normal sight and without red, green or blue cones (Machado, Oliveira and
 * Fernandes 2009, full severity), and 3 : 1 against the card. Found by search; the test measures it.
 */
export const CATEGORIES = {
  sky: ['#4080C0', '#40E0C0'],
  orange: ['#E06000', '#FFC000'],
  navy: ['#204080', '#00A060'],
  red: ['#A00000', '#E00000'],
  tan: ['#C08060', '#C0C060'],
  purple: ['#8000C0', '#A020FF'],
  brown: ['#804040', '#C000C0'],
  blue: ['#4000FF', '#FF80FF'],
} as const satisfies Readonly<Record<string, LensColour>>

/** From little to much: one hue, and each step further from the card than the one before. */
export const STEPS: readonly LensColour[] = [
  ['#8394C4', '#5F77B4'],
  ['#5C77BC', '#7F97D2'],
  ['#365AAA', '#A2B6E6'],
  ['#1D3F86', '#C8D5F5'],
  ['#0A1F4A', '#F1F5FF'],
]

/** What comes after the eight shares one: a plain grey, where the grey of "unknown" is hatched. */
export const OTHERS: LensColour = [PALETTES.light.muted, PALETTES.dark.muted]
export const UNKNOWN_COLOUR: LensColour = [PALETTES.light.unknown, PALETTES.dark.unknown]

const MEANINGS: Readonly<Partial<Record<ColourAttribute, Readonly<Record<string, LensColour>>>>> = {
  status: {
    planned: CATEGORIES.purple,
    active: CATEGORIES.sky,
    'phasing-out': CATEGORIES.orange,
    retired: CATEGORIES.brown,
  },
  fit: {
    invest: CATEGORIES.sky,
    tolerate: CATEGORIES.tan,
    migrate: CATEGORIES.orange,
    eliminate: CATEGORIES.red,
  },
  ai: { none: CATEGORIES.navy, embedded: CATEGORIES.sky, dedicated: CATEGORIES.orange },
  contractEnd: {
    overdue: CATEGORIES.red,
    '3': CATEGORIES.orange,
    '12': CATEGORIES.tan,
    later: CATEGORIES.sky,
  },
}

/** The colour of a value. `place` is its place among the values of its attribute, from 0, little to much. */
export function valueColour(attribute: ColourAttribute, value: string, place: number): LensColour {
  if (value === UNKNOWN) return UNKNOWN_COLOUR
  if (attribute === 'domain') return [domainColour(value, 'light'), domainColour(value, 'dark')]
  const meaning = MEANINGS[attribute]
  if (meaning !== undefined) return meaning[value] ?? OTHERS
  if (attribute === 'department') return Object.values(CATEGORIES)[place] ?? OTHERS
  if (attribute === 'criticality') return STEPS[Number(value)] ?? OTHERS
  return STEPS[place] ?? OTHERS
}
