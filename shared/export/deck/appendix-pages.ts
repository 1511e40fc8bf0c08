import { commonCurrency } from '../../analysis/item-figures'
import type { Inventory } from '../../inventory/inventory'
import type { Tool } from '../../inventory/nouns'
import type { DeckInput } from './deck-input'
import { dataOf } from './hand-pages'
import { CONTENT, type Slide } from './slide'
import type { DeckColumn } from './table-xml'
import { byName, knownCost, nameOf, toolsInUse, type Voice } from './voice'

/** Rows on a page, and pages per table: nobody turns more, and the lists themselves can be exported. */
export const ROWS_PER_PAGE = 18
export const MOST_PAGES = { tools: 20, flows: 10, departments: 5 } as const

interface List {
  readonly kind: keyof typeof MOST_PAGES
  readonly columns: readonly DeckColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** All tools, data flows and departments as tables; what goes beyond the pages is counted on the last one. */
export function appendixPages(input: DeckInput, voice: Voice): readonly Slide[] {
  return [toolList(input, voice), flowList(input, voice), departmentList(input, voice)].flatMap((list) =>
    pagesOf(list, voice),
  )
}

function pagesOf({ kind, columns, rows }: List, voice: Voice): readonly Slide[] {
  const most = MOST_PAGES[kind] * ROWS_PER_PAGE
  const shown = rows.slice(0, most)
  const pages: Slide[] = []
  // Even pages: no last one with a single row.
  const each = Math.ceil(shown.length / Math.max(1, Math.ceil(shown.length / ROWS_PER_PAGE)))
  for (let from = 0; from < shown.length; from += each) {
    const page = shown.slice(from, from + each)
    const isLast = from + each >= shown.length
    const slide = voice.slide(
      voice.t('deck:appendix.headline', {
        what: voice.t(`common:noun.${kind}`),
        from: voice.number(from + 1),
        to: voice.number(from + page.length),
        all: voice.number(rows.length),
      }),
    )
    slide.table(CONTENT, { name: voice.t(`common:noun.${kind}`), size: 10, rowHeight: 19.5, columns, rows: page })
    slide.note(
      [
        isLast && rows.length > most ? voice.plural('deck:appendix.left', rows.length - most) : '',
        page.some((row) => row.includes('')) ? voice.t('deck:appendix.blank') : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    pages.push(slide)
  }
  return pages
}

function toolList({ inventory, findings }: DeckInput, voice: Voice): List {
  const { t, number } = voice
  const jobs = new Map<string, string[]>()
  for (const { tool, functionKey, state } of findings.assigned.assignments) {
    const name = voice.functionName(functionKey)
    const said = state === 'proposed' ? `${name} (${t('analysis:proposed')})` : name
    jobs.set(tool, [...(jobs.get(tool) ?? []), said])
  }
  const statusOf = ({ status, mentionedOnly }: Tool) =>
    mentionedOnly === true ? t('common:status.mentionedOnly') : status === undefined ? '' : t(`common:status.${status}`)
  return {
    kind: 'tools',
    columns: [
      { header: t('common:noun.tool'), share: 25 },
      { header: t('common:noun.department'), share: 18 },
      { header: t('deck:column.job'), share: 24 },
      { header: t('deck:column.users'), share: 9, align: 'right' },
      { header: t('deck:column.cost'), share: 16, align: 'right' },
      { header: t('deck:column.status'), share: 12 },
      { header: t('deck:column.contractEnd'), share: 12 },
    ],
    rows: [...inventory.tools.values()]
      .sort(byName)
      .map((tool) => [
        tool.partOf === undefined ? tool.name : `${tool.name} (${tool.partOf})`,
        tool.owner === undefined ? '' : nameOf(inventory.departments, tool.owner),
        (jobs.get(tool.id) ?? []).join(', '),
        tool.users === undefined ? '' : number(tool.users),
        tool.annualCost === undefined ? '' : voice.money(tool.annualCost.minor / 100, tool.annualCost.currency),
        statusOf(tool),
        tool.contractEnd === undefined ? '' : voice.date(tool.contractEnd),
      ]),
  }
}

function flowList({ inventory }: DeckInput, voice: Voice): List {
  const { t, number } = voice
  const rows = [...inventory.flows.values()].map((flow) => ({
    id: flow.id,
    name: `${nameOf(inventory.tools, flow.source)}\n${nameOf(inventory.tools, flow.target)}`,
    cells: [
      nameOf(inventory.tools, flow.source),
      nameOf(inventory.tools, flow.target),
      dataOf(flow, inventory),
      t(`common:method.${flow.method}`),
      flow.frequency === undefined ? '' : t(`common:frequency.${flow.frequency}`),
      flow.hoursPerMonth === undefined ? '' : number(flow.hoursPerMonth),
    ],
  }))
  return {
    kind: 'flows',
    columns: [
      { header: t('deck:column.source'), share: 23 },
      { header: t('deck:column.target'), share: 23 },
      { header: t('deck:column.data'), share: 25 },
      { header: t('deck:column.method'), share: 15 },
      { header: t('deck:column.frequency'), share: 12 },
      { header: t('deck:column.hours'), share: 12, align: 'right' },
    ],
    rows: rows.sort(byName).map(({ cells }) => cells),
  }
}

function departmentList({ inventory }: DeckInput, voice: Voice): List {
  const { t, number } = voice
  const inUse = toolsInUse(inventory)
  const usedBy = usersOf(inventory)
  return {
    kind: 'departments',
    columns: [
      { header: t('common:noun.department'), share: 30 },
      { header: t('deck:column.parent'), share: 24 },
      { header: t('deck:column.headcount'), share: 11, align: 'right' },
      { header: t('deck:column.owns'), share: 11, align: 'right' },
      { header: t('deck:column.alsoUses'), share: 11, align: 'right' },
      { header: t('deck:column.cost'), share: 15, align: 'right' },
    ],
    rows: [...inventory.departments.values()].sort(byName).map((department) => {
      const own = inUse.filter(({ owner }) => owner === department.id)
      const cost = voice.cost(knownCost(own, commonCurrency(own.flatMap(({ annualCost }) => annualCost ?? []))))
      return [
        department.name,
        department.parent === undefined ? '' : nameOf(inventory.departments, department.parent),
        department.headcount === undefined ? '' : number(department.headcount),
        number(own.length),
        number(usedBy.get(department.id) ?? 0),
        cost ?? '',
      ]
    }),
  }
}

/** How many tools of others a department uses. */
function usersOf({ usages, tools }: Inventory): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { department, tool } of usages.values()) {
    if (tools.get(tool)?.owner === department) continue
    counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return counts
}
