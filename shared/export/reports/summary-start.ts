import type { Bundle, BundleTerm } from '../../analysis/findings'
import type { Tool, ToolId } from '../../inventory/nouns'
import { xml } from '../svg-text'
import {
  countText,
  orderOf,
  type ReportInput,
  shortName,
  someNames,
  termValueText,
  unknownText,
  wholeText,
} from './report-input'
import type { SummaryFigures } from './summary-figures'

const MOST_BUNDLES = 5
const MOST_GAPS = 6
/** Characters that lists of names may take, so that the page holds them whatever the inventory has. */
const ROOM = { bundle: 84, first: 150, ai: 150 } as const

/** Page two: the first bundles with their reasons, the first step, what to find out first, and where AI is. */
export function startPageHtml(input: ReportInput, figures: SummaryFigures): string {
  const { findings, t, formatNumber } = input
  const shown = findings.bundles.slice(0, MOST_BUNDLES)
  const left = findings.bundles.length - shown.length
  const words = (key: string) => xml(t(`reports:summary.${key}`))
  const table =
    shown.length === 0
      ? `<p>${xml(t('analysis:noBundles'))}</p>`
      : `<p class="muted small">${words('startHow')}</p><table class="bundles"><thead><tr><th></th><th>${words('bundle')}</th><th>${words('why')}</th><th>${words('score')}</th></tr></thead><tbody>${shown.map((bundle) => bundleRow(bundle, input)).join('')}</tbody></table>`
  const more =
    left === 0
      ? ''
      : `<p class="muted small">${xml(t('reports:summary.more', { count: left, number: formatNumber(left) }))}</p>`
  return [
    `<h2>${words('start')}</h2>${table}${more}`,
    shown[0] === undefined ? '' : firstStep(shown[0], input),
    `<div class="columns">${gaps(shown[0], figures, input)}${ai(figures, input)}</div>`,
  ].join('')
}

function bundleRow(bundle: Bundle, input: ReportInput): string {
  const { t, formatNumber, language, inventory } = input
  const names = bundle.tools.map((id) => shortName(inventory.tools.get(id)?.name ?? id, 30)).sort(orderOf(input))
  const proposed =
    bundle.proposed === 0
      ? ''
      : ` <span class="tag">${xml(t('reports:summary.proposed', { count: bundle.proposed, number: formatNumber(bundle.proposed) }))}</span>`
  const reasons = reasonsOf(bundle).map((term) => {
    const values = { term: t(`analysis:term.${term.code}`), value: termValueText(term, input) }
    return `<li>${xml(t(term.side === 'lever' ? 'reports:summary.term' : 'reports:summary.against', values))}</li>`
  })
  const band = t('analysis:band', {
    low: wholeText(bundle.low, input),
    high: wholeText(bundle.high, input),
  })
  return [
    `<tr><td>${bundle.rank}</td>`,
    `<td><b>${xml(shortName(bundle.name[language], 34))}</b>${proposed}<div class="small muted">${xml(someNames(names, ROOM.bundle, input))}</div></td>`,
    `<td><ul>${reasons.join('')}</ul></td>`,
    `<td><b>${xml(wholeText(bundle.score, input))}</b> <span class="small muted">${xml(band)}</span>`,
    `${bar('lever', bundle.lever, input)}${bar('effort', bundle.effort, input)}</td></tr>`,
  ].join('')
}

/** The figure stands beside the bar, and the two bars differ in pattern: they are told apart in grey as well. */
function bar(side: 'lever' | 'effort', value: number, input: ReportInput): string {
  const width = Math.max(0, Math.min(100, Math.round(value)))
  const label = `${input.t(`analysis:${side}`)} ${wholeText(value, input)}`
  return `<div class="side"><span>${xml(label)}</span><span class="bar ${side}"><i style="width:${width}%"></i></span></div>`
}

/** What speaks for a bundle most, and what speaks against it most; terms without points say nothing. */
function reasonsOf({ terms }: Bundle): readonly BundleTerm[] {
  const weightiest = (side: BundleTerm['side'], most: number) =>
    terms
      .filter((term) => term.side === side && term.points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, most)
  return [...weightiest('lever', 3), ...weightiest('effort', 1)]
}

function firstStep(bundle: Bundle, input: ReportInput): string {
  const { t, language, inventory, formatNumber } = input
  const tools = bundle.tools.flatMap((id) => inventory.tools.get(id) ?? [])
  const name = shortName(bundle.name[language])
  const values = {
    name,
    tools: someNames(tools.map((tool) => shortName(tool.name)).sort(orderOf(input)), ROOM.first, input),
    departments: someNames(
      bundle.departments.map((id) => shortName(inventory.departments.get(id)?.name ?? id)).sort(orderOf(input)),
      ROOM.first,
      input,
    ),
  }
  const lines = [t(`reports:summary.${bundle.departments.length === 0 ? 'firstNobody' : 'firstWho'}`, values)]
  const byUsage = new Map<ToolId, number>()
  for (const { tool, users } of inventory.usages.values()) {
    if (users !== undefined) byUsage.set(tool, (byUsage.get(tool) ?? 0) + users)
  }
  const users = (tool: Tool) => tool.users ?? byUsage.get(tool.id)
  const known = tools.filter((tool) => users(tool) !== undefined)
  const most = known.reduce<Tool | undefined>(
    (best, tool) => (best === undefined || (users(tool) ?? 0) > (users(best) ?? 0) ? tool : best),
    undefined,
  )
  if (most !== undefined && tools.length > 1) {
    const count = countText('users', users(most) ?? 0, input)
    lines.push(t('reports:summary.firstMost', { tool: shortName(most.name), users: count }))
  }
  const unknown = tools.length - known.length
  if (unknown > 0) {
    lines.push(t('reports:summary.firstUsersUnknown', { count: unknown, number: formatNumber(unknown) }))
  }
  return `<section class="first"><h2>${xml(t('reports:summary.first'))}</h2><p>${xml(lines.join(' '))}</p></section>`
}

/** What to find out first: what the first bundle lacks, then what the landscape lacks. */
function gaps(first: Bundle | undefined, figures: SummaryFigures, input: ReportInput): string {
  const { t } = input
  const own = [...(first?.terms ?? [])].filter(({ unknown }) => unknown > 0).map((term) => unknownText(term, input))
  const { tools, cost, withoutOwner, ai, byHand } = figures
  const gap = (key: string, count: number) =>
    count === 0 ? [] : [t(`reports:summary.${key}`, { tools: countText('tools', count, input) })]
  const all = [
    ...gap('gapCost', tools - cost.tools),
    ...gap('gapOwner', withoutOwner),
    ...gap('gapAi', ai.unknown),
    ...(byHand.methodUnknown === 0
      ? []
      : [t('reports:summary.gapMethod', { flows: countText('flows', byHand.methodUnknown, input) })]),
  ]
  const list = (key: string, lines: readonly string[]) =>
    lines.length === 0
      ? ''
      : `<h3>${xml(t(`reports:summary.${key}`))}</h3><ul>${lines.map((line) => `<li>${xml(line)}</li>`).join('')}</ul>`
  const lists = list('findOutBundle', [...new Set(own)].slice(0, MOST_GAPS)) + list('findOutAll', all)
  const none = `<p class="small">${xml(t('reports:summary.gapNone'))}</p>`
  return `<section><h2>${xml(t('reports:summary.findOut'))}</h2>${lists === '' ? none : lists}</section>`
}

function ai({ ai, tools }: SummaryFigures, input: ReportInput): string {
  const { t, formatNumber } = input
  const names = (list: readonly Tool[]) =>
    list.length === 0
      ? t('reports:summary.aiNone')
      : someNames(list.map(({ name }) => shortName(name, 30)).sort(orderOf(input)), ROOM.ai, input)
  const row = (key: string, text: string) => `<dt>${xml(t(`reports:summary.${key}`))}</dt><dd>${xml(text)}</dd>`
  const all = ai.dedicated.length + ai.embedded.length
  const personal =
    all === 0
      ? ''
      : `<p class="small">${xml(
          t('reports:summary.aiPersonal', {
            yes: formatNumber(ai.personal),
            all: formatNumber(all),
            unknown: formatNumber(ai.personalUnknown),
          }),
        )}</p>`
  const unknown = t('reports:summary.aiUnknownOf', {
    tools: countText('tools', ai.unknown, input),
    all: formatNumber(tools),
  })
  return [
    `<section class="ai"><h2>${xml(t('reports:summary.ai'))}</h2><dl>`,
    row('aiDedicated', names(ai.dedicated)),
    row('aiEmbedded', names(ai.embedded)),
    row('aiUnknown', unknown),
    `</dl>${personal}</section>`,
  ].join('')
}
