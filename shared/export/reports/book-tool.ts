import type { Overlap } from '../../analysis/findings'
import type { Flow, Tool, ToolId } from '../../inventory/nouns'
import { xml } from '../svg-text'
import type { BookIndex } from './book-index'
import { countText, moneyText, percentText, type ReportInput } from './report-input'

/** One tool with everything that is known of it, its users, flows and overlaps. What isn't known has no line. */
export function toolHtml(tool: Tool, index: BookIndex, input: ReportInput): string {
  const { t } = input
  const status = tool.status === undefined ? [] : [t(`common:status.${tool.status}`)]
  const mentioned = tool.mentionedOnly === true ? [t('common:status.mentionedOnly')] : []
  const ai = tool.ai === 'embedded' || tool.ai === 'dedicated' ? [t(`common:ai.${tool.ai}`)] : []
  const tags = [...status, ...mentioned, ...ai].map((text) => ` <span class="tag">${xml(text)}</span>`)
  const rows = [...fieldRows(tool, index, input), ...flowRows(tool, index, input), ...overlapRows(tool, index, input)]
  const lines = rows.map(({ label, lines }) => {
    const wide = isWide(label, lines) ? ' class="wide"' : ''
    return `<dt${wide}>${xml(label)}</dt><dd${wide}>${lines.map(xml).join('<br/>')}</dd>`
  })
  return [
    `<article class="tool"><h3>${xml(tool.name)}${tags.join('')}</h3>`,
    `<dl>${lines.join('')}</dl></article>\n`,
  ].join('')
}

interface Row {
  readonly label: string
  readonly lines: readonly string[]
}

/** Short values stand two in a row, everything else has its row for itself. */
function isWide(label: string, lines: readonly string[]): boolean {
  return lines.length > 1 || (lines[0] ?? '').length > 30 || label.length > 26
}

function fieldRows(tool: Tool, index: BookIndex, input: ReportInput): readonly Row[] {
  const { t, inventory, findings, language, formatNumber, formatDate } = input
  const rows: Row[] = []
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined && text !== '') rows.push({ label, lines: [text] })
  }
  const field = (name: string) => t(`detail:field.${name}`)
  const level = (value: number | undefined) =>
    value === undefined ? undefined : t('reports:book.level', { number: formatNumber(value) })
  const functionNames = tool.functions.flatMap((id) => inventory.functions.get(id)?.name ?? [])
  const proposed = (index.proposed.get(tool.id) ?? []).flatMap(
    (key) => findings.assigned.functions.get(key)?.name[language] ?? [],
  )
  add(field('partOf'), tool.partOf)
  add(t('reports:book.aliases'), tool.aliases?.join(', '))
  add(field('description'), tool.description)
  add(field('functions'), functionNames.join(', '))
  add(t('reports:book.proposedFunctions'), proposed.join(', '))
  add(field('vendor'), tool.vendor)
  add(field('businessOwner'), tool.businessOwner)
  add(field('technicalOwner'), tool.technicalOwner)
  add(field('hosting'), tool.hosting === undefined ? undefined : t(`common:hosting.${tool.hosting}`))
  add(field('users'), tool.users === undefined ? undefined : formatNumber(tool.users))
  add(field('annualCost'), tool.annualCost === undefined ? undefined : moneyText(tool.annualCost, input))
  add(field('contractEnd'), tool.contractEnd === undefined ? undefined : (formatDate ?? same)(tool.contractEnd))
  add(field('noticeMonths'), tool.noticeMonths === undefined ? undefined : formatNumber(tool.noticeMonths))
  add(field('criticality'), level(tool.criticality))
  add(field('functionalFit'), level(tool.functionalFit))
  add(field('technicalFit'), level(tool.technicalFit))
  add(field('dataClass'), tool.dataClass === undefined ? undefined : t(`detail:dataClass.${tool.dataClass}`))
  add(field('personalData'), tool.personalData === undefined ? undefined : t(`detail:yesNo.${tool.personalData}`))
  add(field('ai'), tool.ai === undefined ? undefined : t(`common:ai.${tool.ai}`))
  add(field('tags'), tool.tags?.join(', '))
  add(field('url'), tool.url)
  add(field('notes'), tool.notes)
  const users = (index.usages.get(tool.id) ?? []).map(({ department, users, attachment, concern }) => ({
    name: inventory.departments.get(department)?.name ?? t('reports:book.unknownDepartment'),
    said: [
      ...(users === undefined ? [] : [countText('users', users, input)]),
      ...(attachment === undefined ? [] : [t('reports:book.attachment', { level: formatNumber(attachment) })]),
      ...(concern === undefined ? [] : [concern]),
    ],
  }))
  // Of whom nothing more is known stand in one line: a tool that everybody uses would fill a page.
  const plain = users.flatMap(({ name, said }) => (said.length === 0 ? [name] : []))
  const lines = users.flatMap(({ name, said }) => (said.length === 0 ? [] : [[name, ...said].join(' · ')]))
  if (users.length > 0) {
    rows.push({ label: t('reports:book.usedBy'), lines: [...(plain.length === 0 ? [] : [plain.join(', ')]), ...lines] })
  }
  for (const [header, text] of Object.entries(tool.extra ?? {})) add(header, text)
  add(field('externalId'), tool.externalId)
  add(
    field('origin'),
    tool.origin === undefined
      ? undefined
      : t('reports:book.row', { file: tool.origin.file, row: formatNumber(tool.origin.row) }),
  )
  return rows
}

function same(text: string): string {
  return text
}

const WAYS = ['flowsIn', 'flowsOut', 'flowsBoth', 'flowsUndirected'] as const

function flowRows(tool: Tool, index: BookIndex, input: ReportInput): readonly Row[] {
  const flows = index.flows.get(tool.id) ?? []
  if (flows.length === 0) return []
  return WAYS.flatMap((way) => {
    const lines = flows.filter((flow) => wayOf(flow, tool.id) === way).map((flow) => flowText(flow, tool.id, input))
    return lines.length === 0 ? [] : [{ label: input.t(`reports:book.${way}`), lines }]
  })
}

function wayOf(flow: Flow, tool: ToolId): (typeof WAYS)[number] {
  if (flow.directionKnown === false) return 'flowsUndirected'
  if (flow.bothWays === true || flow.source === flow.target) return 'flowsBoth'
  return flow.source === tool ? 'flowsOut' : 'flowsIn'
}

/** The other end, what travels, how, how often, and what it costs in hours. */
function flowText(flow: Flow, tool: ToolId, { inventory, t, formatNumber }: ReportInput): string {
  const other = flow.source === tool ? flow.target : flow.source
  const data = flow.dataObjects.flatMap((id) => inventory.dataObjects.get(id)?.name ?? [])
  const { name, frequency, hoursPerMonth, status, notes, method } = flow
  const hours =
    hoursPerMonth !== undefined
      ? [t('common:hoursPerMonth', { hours: formatNumber(Math.round(hoursPerMonth * 10) / 10) })]
      : method === 'by-hand'
        ? [t('reports:book.hoursUnknown')]
        : []
  return [
    inventory.tools.get(other)?.name ?? t('reports:book.unknownTool'),
    ...(name === undefined ? [] : [name]),
    ...(data.length === 0 ? [] : [data.join(', ')]),
    t(`common:method.${method}`),
    ...(frequency === undefined ? [] : [t(`common:frequency.${frequency}`)]),
    ...hours,
    ...(status === undefined || status === 'active' ? [] : [t(`common:status.${status}`)]),
    ...(notes === undefined ? [] : [notes]),
  ].join(' · ')
}

function overlapRows(tool: Tool, index: BookIndex, input: ReportInput): readonly Row[] {
  const overlaps = [...(index.overlaps.get(tool.id) ?? [])].sort((a, b) => b.score - a.score)
  if (overlaps.length === 0) return []
  return [
    {
      label: input.t('reports:book.overlapsWith'),
      lines: overlaps.map((overlap) => overlapText(overlap, tool.id, input)),
    },
  ]
}

function overlapText({ tools, kind, score, reasons, verdict, proposed }: Overlap, tool: ToolId, input: ReportInput) {
  const { inventory, t } = input
  const other = tools[0] === tool ? tools[1] : tools[0]
  const why = reasons.map(({ code, value }) => t(`analysis:reason.${code}`, { value })).join(', ')
  return [
    inventory.tools.get(other)?.name ?? t('reports:book.unknownTool'),
    `${t(`analysis:kind.${kind}`)} ${percentText(score, input)}`,
    why,
    ...(proposed ? [t('analysis:proposed')] : []),
    ...(verdict === undefined ? [] : [t(`analysis:verdict.${verdict}`)]),
  ].join(' · ')
}
