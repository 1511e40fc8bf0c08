import { UNKNOWN } from '../../analysis/bundle-scale'
import { xml } from '../svg-text'
import { headHtml } from './page'
import { countText, percentText, type ReportInput, shortName, sumsText, wholeText } from './report-input'
import type { SummaryFigures } from './summary-figures'

/** Page one: the answer in a sentence, the three numbers with how each was counted, the map. `map` goes in as it is. */
export function numbersPageHtml(input: ReportInput, figures: SummaryFigures, map: string): string {
  const { t } = input
  const scope = t('reports:summary.scope', {
    tools: countText('tools', figures.tools, input),
    departments: countText('departments', figures.departments, input),
    flows: countText('flows', figures.flows, input),
  })
  return [
    headHtml(input, t('reports:summary.title')),
    `<p class="muted small">${xml(scope)}</p>`,
    `<p class="answer">${xml(answer(input))}</p>`,
    `<h2>${xml(t('reports:summary.numbers'))}</h2>`,
    `<div class="numbers">${doubled(input, figures)}${hours(input, figures)}${cost(input, figures)}</div>`,
    map === ''
      ? ''
      : `<h2>${xml(t('reports:summary.map'))}</h2>${captionHtml(input)}<p class="muted small">${xml(t('reports:summary.mapHint'))}</p><figure class="map">${map}</figure>`,
  ].join('')
}

/** What the picture shows: without it nobody knows that something is left out, or what the colours say. */
function captionHtml({ mapCaption, t }: ReportInput): string {
  if (mapCaption === undefined) return ''
  return `<p class="muted small">${xml(t('reports:summary.mapShows', { what: mapCaption }))}</p>`
}

function answer(input: ReportInput): string {
  const { findings, language, t } = input
  const first = findings.bundles[0]
  if (first === undefined) return t('reports:summary.answerNone')
  return t('reports:summary.answer', {
    name: shortName(first.name[language]),
    tools: countText('tools', first.tools.length, input),
    departments: countText('departments', first.departments.length, input),
    lever: wholeText(first.lever, input),
    effort: wholeText(first.effort, input),
  })
}

function number(code: string, figure: string, what: string, how: readonly string[]): string {
  const lines = how.map((line) => `<p class="how">${xml(line)}</p>`).join('')
  // Sums in several currencies take a smaller letter rather than three lines.
  const long = [...figure].length > 14 ? ' class="long"' : ''
  return `<div class="number" data-number="${code}"><b${long}>${xml(figure)}</b><p class="what">${xml(what)}</p>${lines}</div>`
}

function doubled(input: ReportInput, { doubled, tools }: SummaryFigures): string {
  const { t, formatNumber } = input
  const how = [
    t('reports:summary.doubledHow', {
      share: percentText(tools === 0 ? 0 : doubled.tools.length / tools, input),
      tools: countText('tools', tools, input),
      count: doubled.jobs,
      number: formatNumber(doubled.jobs),
    }),
  ]
  if (doubled.proposed > 0) {
    how.push(t('reports:summary.doubledProposed', { count: doubled.proposed, number: formatNumber(doubled.proposed) }))
  }
  return number('doubled', countText('tools', doubled.tools.length, input), t('reports:summary.doubled'), how)
}

/** Expected hours, with the band where flows don't say; what is stated stands beside it. */
function hours(input: ReportInput, { byHand }: SummaryFigures): string {
  const { t, formatNumber } = input
  const { low, expected, high, unknown } = byHand.hours
  const how: string[] = []
  if (byHand.flows > 0) {
    how.push(
      t('reports:summary.hoursKnown', {
        hours: formatNumber(rounded(byHand.known)),
        known: formatNumber(byHand.knownFlows),
        flows: countText('flows', byHand.flows, input),
      }),
    )
  }
  if (unknown > 0) {
    const each = UNKNOWN.hoursByHand
    how.push(
      t('reports:summary.hoursBand', {
        low: formatNumber(rounded(low)),
        high: formatNumber(rounded(high)),
        count: unknown,
        number: countText('flows', unknown, input),
        each: formatNumber(each.expected),
        from: formatNumber(each.low),
        to: formatNumber(each.high),
      }),
    )
  }
  if (byHand.methodUnknown > 0) {
    const count = byHand.methodUnknown
    how.push(t('reports:summary.methodUnknown', { count, number: formatNumber(count) }))
  }
  const key = byHand.flows === 0 ? 'hoursNone' : unknown > 0 ? 'hoursAbout' : 'hoursUnit'
  const figure = t(`reports:summary.${key}`, { hours: formatNumber(rounded(expected)) })
  return number('hours', figure, t('reports:summary.hours'), how)
}

function cost(input: ReportInput, { cost, tools, doubled }: SummaryFigures): string {
  const { t, formatNumber } = input
  const all = countText('tools', tools, input)
  const share = percentText(tools === 0 ? 0 : cost.tools / tools, input)
  const how = [
    cost.tools === tools
      ? t('reports:summary.costHowAll', { tools: all })
      : t('reports:summary.costHow', { known: formatNumber(cost.tools), tools: all, share }),
  ]
  if (doubled.cost.size > 0) how.push(t('reports:summary.costDoubled', { cost: sumsText(doubled.cost, input) }))
  const figure = cost.known.size === 0 ? t('reports:summary.costUnknown') : sumsText(cost.known, input)
  return number('cost', figure, t('reports:summary.cost'), how)
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10
}
