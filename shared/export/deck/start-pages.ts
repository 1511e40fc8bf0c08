import type { Bundle, BundleTerm } from '../../analysis/findings'
import { rounded, roundedParts } from '../rounding'
import type { DeckInput } from './deck-input'
import { CONTENT, type Slide } from './slide'
import { rowHeight } from './table-xml'
import { nameOf, type Voice } from './voice'

const MOST_RANKED = 5
const MOST_EXPLAINED = 3
const BAR = { x: 420, width: 250 } as const

/** Where to start: the first bundles side by side, then the arithmetic of the first three, term by term. */
export function startPages(input: DeckInput, voice: Voice): readonly Slide[] {
  const { t } = voice
  const { bundles } = input.findings
  if (bundles.length === 0) {
    const slide = voice.slide(t('deck:start.none'))
    slide.text(CONTENT, t('deck:start.none'), [{ text: t('deck:start.noneWhy'), size: 16, colour: 'muted' }])
    return [slide]
  }
  const explained = bundles.slice(0, MOST_EXPLAINED).map((bundle) => bundlePage(bundle, input, voice))
  return [rankingPage(bundles, voice), ...explained]
}

function rankingPage(bundles: readonly Bundle[], voice: Voice): Slide {
  const { t, number } = voice
  const shown = bundles.slice(0, MOST_RANKED)
  const [first] = shown
  const points = first === undefined ? undefined : pointsOf(first)
  const slide = voice.slide(
    t('deck:start.headline', {
      name: first === undefined ? '' : first.name[voice.language],
      lever: number(points?.lever ?? 0),
      effort: number(points?.effort ?? 0),
    }),
  )
  const pitch = 74
  shown.forEach((bundle, i) => {
    const y = CONTENT.y + i * pitch
    const name = bundle.name[voice.language]
    const { lever, effort, score } = pointsOf(bundle)
    slide.group({ x: CONTENT.x, y, width: CONTENT.width, height: pitch - 8 }, name, () => {
      slide.box(
        { x: CONTENT.x, y, width: CONTENT.width, height: pitch - 8 },
        { name, shape: 'roundRect', fill: 'canvas', stroke: { colour: 'hairline', width: 1 } },
      )
      slide.box(
        { x: CONTENT.x + 12, y: y + 16, width: 34, height: 34 },
        {
          name: String(bundle.rank),
          shape: 'ellipse',
          fill: i === 0 ? 'accent' : 'muted',
          inset: [0, 0],
          text: [
            {
              text: String(bundle.rank),
              size: 14,
              bold: true,
              colour: i === 0 ? 'onAccent' : 'panel',
              align: 'center',
            },
          ],
        },
      )
      slide.text(
        { x: CONTENT.x + 58, y: y + 6, width: 310, height: pitch - 20 },
        name,
        [
          { text: name, size: 14, bold: true },
          { text: countsOf(bundle, voice), size: 10, colour: 'muted', before: 2 },
        ],
        'ctr',
      )
      bar(slide, y + 12, t('analysis:lever'), lever, 'api', voice)
      bar(slide, y + 36, t('analysis:effort'), effort, 'hand', voice)
      slide.text(
        { x: 770, y: y + 6, width: 140, height: pitch - 20 },
        t('analysis:score'),
        [
          { text: number(score), size: 20, bold: true, align: 'right' },
          {
            text: t('analysis:band', { low: number(bundle.low), high: number(bundle.high) }),
            size: 10,
            colour: 'muted',
            align: 'right',
          },
        ],
        'ctr',
      )
    })
  })
  const rest = bundles.length - shown.length
  slide.note([rest > 0 ? voice.plural('deck:start.more', rest) : '', t('deck:start.how')].filter(Boolean).join(' '))
  return slide
}

/** A bar on the absolute scale of 100 points, its word before and its number behind it. */
function bar(slide: Slide, y: number, word: string, points: number, colour: 'api' | 'hand', voice: Voice): void {
  slide.text({ x: BAR.x, y, width: 62, height: 18 }, word, [{ text: word, size: 10, colour: 'muted' }], 'ctr')
  const width = Math.max(1, (BAR.width * Math.min(100, Math.max(0, points))) / 100)
  slide.box({ x: BAR.x + 66, y: y + 3, width, height: 12 }, { name: `${word}: ${voice.number(points)}`, fill: colour })
  const at = { x: BAR.x + 66 + width + 6, y, width: 44, height: 18 }
  slide.text(at, word, [{ text: voice.number(points), size: 10, bold: true }], 'ctr')
}

function countsOf(bundle: Bundle, voice: Voice): string {
  const { tools, departments, users } = bundle
  const values = {
    tools: voice.counted('tools', tools.length),
    departments: voice.counted('departments', departments.length),
  }
  const counts =
    users === undefined
      ? voice.t('analysis:bundleCountsWithoutUsers', values)
      : voice.t('analysis:bundleCounts', { ...values, users: voice.counted('users', users) })
  const { proposed } = bundle
  return proposed === 0 ? counts : `${counts} · ${voice.plural('deck:start.proposed', proposed)}`
}

/** Points with one decimal, rounded so that they add up to the sums that are shown. */
function pointsOf({ terms }: Bundle): {
  lever: number
  effort: number
  score: number
  each: ReadonlyMap<BundleTerm, number>
} {
  const each = new Map<BundleTerm, number>()
  const sumOf = (side: BundleTerm['side']) => {
    const own = terms.filter((term) => term.side === side)
    const parts = roundedParts(
      own.map(({ points }) => points),
      1,
    )
    own.forEach((term, i) => {
      each.set(term, parts[i] ?? 0)
    })
    return rounded(
      parts.reduce((all, part) => all + part, 0),
      1,
    )
  }
  const lever = sumOf('lever')
  const effort = sumOf('effort')
  return { lever, effort, score: rounded(lever - effort, 1), each }
}

/** A value in its unit, as people say it. */
function inUnit({ unit, currency }: BundleTerm, value: number, voice: Voice): string {
  if (unit === 'money-per-year') return voice.money(value, currency ?? 'EUR')
  const shown = rounded(value, 1)
  return voice.t(`common:unit.${unit}`, { count: Number.isInteger(shown) ? shown : 2, number: voice.number(value) })
}

function bundlePage(bundle: Bundle, { inventory }: DeckInput, voice: Voice): Slide {
  const { t, number } = voice
  const slide = voice.slide(bundleHeadline(bundle, voice))
  const { lever, effort, score, each } = pointsOf(bundle)
  const rowsOf = (side: BundleTerm['side']) =>
    bundle.terms
      .filter((term) => term.side === side)
      .map((term) => [
        t(`analysis:term.${term.code}`),
        inUnit(term, term.value, voice),
        term.low === term.high ? '' : `${bare(term, term.low, voice)} – ${bare(term, term.high, voice)}`,
        term.unknown === 0 ? '' : number(term.unknown),
        number(each.get(term) ?? 0),
      ])
  const sumRow = (word: string, value: number) => [
    { text: word, bold: true, fill: 'tint' as const },
    ...['', '', ''].map((text) => ({ text, fill: 'tint' as const })),
    { text: number(value), bold: true, fill: 'tint' as const },
  ]
  const rows = [
    ...rowsOf('lever'),
    sumRow(t('analysis:lever'), lever),
    ...rowsOf('effort'),
    sumRow(t('analysis:effort'), effort),
    sumRow(t('deck:start.sum'), score),
  ]
  const size = [11, 10, 9, 8].find((each) => (rows.length + 1) * rowHeight({ size: each }) <= CONTENT.height) ?? 8
  slide.table(
    { x: CONTENT.x, y: CONTENT.y, width: 590 },
    {
      name: t('deck:start.arithmetic'),
      size,
      rowHeight: Math.min(22, CONTENT.height / (rows.length + 1)),
      columns: [
        { header: t('deck:column.term'), share: 34 },
        { header: t('deck:column.value'), share: 22, align: 'right' },
        { header: t('deck:column.band'), share: 24, align: 'right' },
        { header: t('deck:column.unknown'), share: 16, align: 'right' },
        { header: t('analysis:points'), share: 12, align: 'right' },
      ],
      rows,
    },
  )
  aside(slide, bundle, inventory, voice)
  slide.note(t('deck:start.formula'))
  return slide
}

function bare({ unit, currency }: BundleTerm, value: number, voice: Voice): string {
  return unit === 'money-per-year' ? voice.money(value, currency ?? 'EUR') : voice.number(value)
}

/** What has to be found out first, and which tools it is about. */
function aside(slide: Slide, bundle: Bundle, inventory: DeckInput['inventory'], voice: Voice): void {
  const { t } = voice
  const open = bundle.terms.filter(({ unknown }) => unknown > 0)
  const left = { x: 650, width: 270 }
  slide.box(
    { ...left, y: CONTENT.y, height: 190 },
    {
      name: t('analysis:findOutFirst'),
      shape: 'roundRect',
      fill: 'tint',
      anchor: 't',
      inset: [10, 8],
      text: [
        { text: t('analysis:findOutFirst'), size: 13, bold: true },
        ...(open.length === 0 ? [{ text: t('deck:start.allKnown'), size: 11, before: 3 }] : []),
        ...open.map((term) => ({
          text: voice.plural('deck:start.missing', term.unknown, { term: t(`analysis:term.${term.code}`) }),
          size: 11,
          bullet: true,
          before: 3,
        })),
      ],
    },
  )
  slide.box(
    { ...left, y: CONTENT.y + 200, height: 172 },
    {
      name: t('deck:start.tools'),
      shape: 'roundRect',
      fill: 'canvas',
      stroke: { colour: 'hairline', width: 1 },
      anchor: 't',
      inset: [10, 8],
      text: [
        { text: t('deck:start.tools'), size: 13, bold: true },
        { text: bundle.tools.map((id) => nameOf(inventory.tools, id)).join(', '), size: 11, before: 3 },
        { text: t('common:noun.departments'), size: 11, bold: true, before: 6 },
        {
          text: bundle.departments.map((id) => nameOf(inventory.departments, id)).join(', ') || t('common:unknown'),
          size: 11,
          before: 1,
        },
      ],
    },
  )
}

/** What the bundle would bring, in the units people know. Money and hours only where there are some. */
function bundleHeadline(bundle: Bundle, voice: Voice): string {
  const term = (code: BundleTerm['code']) => bundle.terms.find((each) => each.code === code)
  const money = term('cost-freed')
  const hours = term('hours-freed')
  const gains = [
    ...(money === undefined || money.high === 0 ? [] : [gainOf(money, voice, 'deck:start.freed')]),
    ...(hours === undefined || hours.high === 0 ? [] : [gainOf(hours, voice, 'deck:start.hours')]),
  ]
  return voice.t(gains.length === 0 ? 'deck:start.bundlePlain' : 'deck:start.bundle', {
    rank: bundle.rank,
    name: bundle.name[voice.language],
    tools: voice.counted('tools', bundle.tools.length),
    gains: gains.join(voice.t('deck:start.and')),
  })
}

function gainOf(term: BundleTerm, voice: Voice, key: string): string {
  const value =
    term.low === term.high
      ? bare(term, term.value, voice)
      : voice.t('analysis:band', { low: bare(term, term.low, voice), high: bare(term, term.high, voice) })
  return voice.t(key, { value })
}
