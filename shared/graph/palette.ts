import type { FlowMethod } from '../inventory/nouns'

export type Theme = 'light' | 'dark'

/** The map's colours in one theme. */
export interface Palette {
  readonly canvas: string
  readonly panel: string
  readonly hairline: string
  readonly ink: string
  readonly muted: string
  readonly faint: string
  readonly accent: string
  readonly api: string
  readonly file: string
  readonly hand: string
  readonly unknown: string
  readonly overlap: string
  readonly warning: string
  /** Text on a filled pin or pill. */
  readonly onFill: string
}

/** Both themes. The inks and the colours of words keep 4.5 : 1 against panel and canvas, the lines 3 : 1. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    canvas: '#F6F7F9',
    panel: '#FFFFFF',
    hairline: '#E1E5EA',
    ink: '#17202B',
    muted: '#5B6675',
    faint: '#667080',
    accent: '#2456D6',
    api: '#0C8075',
    file: '#6B7686',
    hand: '#C9420D',
    unknown: '#838D9B',
    overlap: '#B4237A',
    warning: '#B54708',
    onFill: '#FFFFFF',
  },
  dark: {
    canvas: '#12161C',
    panel: '#1A2029',
    hairline: '#2C3541',
    ink: '#E8ECF2',
    muted: '#A3AEBD',
    faint: '#8F9AAA',
    accent: '#7FA2FF',
    api: '#35B8AA',
    file: '#8B97A8',
    hand: '#FF8A4C',
    unknown: '#6C7888',
    overlap: '#F06BB5',
    warning: '#FDB022',
    onFill: '#12161C',
  },
}

/** How lines of one kind look. Kinds differ in more than colour. */
export interface LineStyle {
  readonly kind: 'api' | 'file' | 'hand' | 'unknown'
  readonly width: number
  /** Dash pattern as SVG and canvas take it; empty for a solid line. */
  readonly dash: readonly number[]
  readonly round: boolean
}

const SOLID: LineStyle = { kind: 'api', width: 1.75, dash: [], round: false }
const DASHED: LineStyle = { kind: 'file', width: 1.5, dash: [6, 4], round: false }
const DOTTED: LineStyle = { kind: 'hand', width: 2.5, dash: [0.1, 5], round: true }
const THIN: LineStyle = { kind: 'unknown', width: 1.25, dash: [], round: false }

/** The look of a flow by its method; its colour is the palette's entry of the same name as `kind`. */
export const LINE_STYLES: Readonly<Record<FlowMethod, LineStyle>> = {
  api: SOLID,
  middleware: SOLID,
  database: SOLID,
  file: DASHED,
  'e-mail': DASHED,
  'by-hand': DOTTED,
  unknown: THIN,
}

/** Light and dark colour of each domain's stripe. */
const DOMAINS: Readonly<Record<string, readonly [string, string]>> = {
  collaboration: ['#5B6B82', '#94A5BF'],
  marketing: ['#D6409F', '#F27BC4'],
  finance: ['#7C5CE0', '#A48BFA'],
  hr: ['#D97706', '#F5A63B'],
  'it-service': ['#2456D6', '#6B93FF'],
  security: ['#B42318', '#F97066'],
  development: ['#0E7090', '#3FB6D8'],
  sales: ['#0F8A7E', '#35B8AA'],
  logistics: ['#8A6116', '#D3A13F'],
  engineering: ['#3E4BA8', '#8E9BF0'],
  operations: ['#4B5563', '#AEB8C6'],
  data: ['#0B7FB8', '#4FB7EC'],
  'customer-service': ['#C11574', '#F25FA9'],
  production: ['#3F7D20', '#7CC253'],
  quality: ['#5B8A00', '#A6CE39'],
  facilities: ['#8C5A3C', '#CB9474'],
  legal: ['#6D2E8C', '#C184E0'],
  purchasing: ['#A3480F', '#EB8F55'],
}

/** The colour of a domain's stripe. Unknown domains get one of the others by their name; no domain the unknown grey. */
export function domainColour(domain: string | undefined, theme: Theme): string {
  if (domain === undefined) return PALETTES[theme].unknown
  const side = theme === 'light' ? 0 : 1
  const known = Object.hasOwn(DOMAINS, domain) ? DOMAINS[domain] : undefined
  if (known !== undefined) return known[side]
  let hash = 7
  for (let index = 0; index < domain.length; index++) hash = (Math.imul(hash, 31) + domain.charCodeAt(index)) | 0
  const all = Object.values(DOMAINS)
  return (all[Math.abs(hash) % all.length] as readonly [string, string])[side]
}
