import type { Department } from '../../inventory/nouns'
import { xml } from '../svg-text'
import { type BookIndex, bookIndex, type Chapter } from './book-index'
import { toolHtml } from './book-tool'
import { headHtml, htmlPage } from './page'
import { countText, orderOf, type ReportInput, sumsText } from './report-input'
import { costsOf } from './summary-figures'

const SMALL_CHAPTER = 3

/** Page numbers are for programs that know margin boxes (Chromium from 131 on); others print the book without. */
const CSS = `
@page{size:A4 portrait;margin:14mm 14mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:8.5pt}}
h2{margin-bottom:1mm;break-after:avoid}
.chapter{margin-top:9mm}
.chapter.own{break-before:page;margin-top:0}
@media screen{.chapter,.chapter.own{margin-top:12mm}}
.chapter>p{break-inside:avoid;break-after:avoid;margin-bottom:2mm;font-size:9.5pt;color:#5B6675}
.tool{border-top:.4mm solid #17202B;padding:2mm 0 3mm;break-inside:auto}
.tool h3{break-after:avoid;margin-bottom:1mm}
.tool dl{display:grid;grid-template-columns:41mm 1fr 41mm 1fr;font-size:9.5pt;column-gap:3mm}
.tool dt.wide{grid-column:1}
.tool dd.wide{grid-column:2/-1}
.tool dt{color:#5B6675;break-inside:avoid}
.tool dd{break-inside:avoid}
.contents td:last-child,.contents th:last-child{padding-right:0}
.contents{break-after:page}
.contents a{text-decoration:none}
.section{margin:5mm 0}
.counts{width:auto;min-width:80mm}
`

/**
 * The inventory book: one HTML file that needs nothing else. Counts and a table of contents, then a chapter per
 * department with each of its tools (every known field, flows in and out, overlaps), and one for tools without a
 * department. Each tool stands in exactly one chapter, retired ones included and marked. Text is escaped everywhere.
 */
export function toBookHtml(input: ReportInput): string {
  const index = bookIndex(input)
  const title = input.t('reports:book.title')
  const body = [
    `<main class="sheet">${headHtml(input, title)}`,
    countsHtml(input),
    contentsHtml(index, input),
    ...index.chapters.map((chapter) => chapterHtml(chapter, index, input)),
    '</main>',
  ]
  return htmlPage(input, [title, ...(input.company?.name ? [input.company.name] : [])].join(' – '), CSS, body.join(''))
}

function countsHtml(input: ReportInput): string {
  const { inventory, findings, t, formatNumber } = input
  const tools = [...inventory.tools.values()]
  const inUse = tools.filter(({ status }) => status !== 'retired')
  const row = (what: string, text: string) => `<tr><th>${xml(what)}</th><td class="n">${xml(text)}</td></tr>`
  const cost = sumsText(costsOf(inUse), input)
  return [
    `<section class="section"><h2>${xml(t('reports:book.counts'))}</h2><table class="counts"><tbody>`,
    row(t('common:noun.departments'), formatNumber(inventory.departments.size)),
    row(t('common:noun.tools'), formatNumber(tools.length)),
    row(t('reports:book.inUse'), formatNumber(inUse.length)),
    row(t('common:noun.flows'), formatNumber(inventory.flows.size)),
    row(t('common:noun.overlaps'), formatNumber(findings.overlaps.length)),
    row(t('reports:book.known'), cost === '' ? t('common:unknown') : cost),
    '</tbody></table></section>',
  ].join('')
}

function contentsHtml({ chapters }: BookIndex, input: ReportInput): string {
  const { t, formatNumber } = input
  const rows = chapters.map(({ anchor, name, tools }) => {
    const cost = sumsText(costsOf(tools.filter(({ status }) => status !== 'retired')), input)
    return `<tr><td><a href="#${anchor}">${xml(name)}</a></td><td class="n">${xml(formatNumber(tools.length))}</td><td class="n">${xml(cost === '' ? '–' : cost)}</td></tr>`
  })
  const heads = `<th>${xml(t('common:noun.department'))}</th><th class="n">${xml(t('common:noun.tools'))}</th><th class="n">${xml(t('reports:book.known'))}</th>`
  return `<nav class="section contents"><h2>${xml(t('reports:book.contents'))}</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></nav>\n`
}

function chapterHtml(chapter: Chapter, index: BookIndex, input: ReportInput): string {
  const { t, inventory } = input
  const { anchor, name, tools, department: id } = chapter
  const department = id === undefined ? undefined : inventory.departments.get(id)
  const facts = [
    ...(department === undefined ? [] : departmentFacts(department, input)),
    countText('tools', tools.length, input),
    ...(tools.length === 0 ? [] : [costFact(chapter, input)]),
  ]
  const others = id === undefined ? [] : usedFromElsewhere(chapter, index, input)
  const also = others.length === 0 ? '' : `<p><b>${xml(t('reports:book.alsoUses'))}:</b> ${xml(others.join(', '))}</p>`
  // Small chapters share a page.
  const own = tools.length >= SMALL_CHAPTER ? 'chapter own' : 'chapter'
  const none = tools.length === 0 ? `<p>${xml(t('reports:book.noTools'))}</p>` : ''
  return [
    `<section class="${own}" id="${anchor}"><h2>${xml(name)}</h2><p>${xml(facts.join(' · '))}</p>${also}${none}\n`,
    ...tools.map((tool) => toolHtml(tool, index, input)),
    '</section>\n',
  ].join('')
}

function departmentFacts({ id, parent, headcount, aliases }: Department, input: ReportInput): readonly string[] {
  const { inventory, t, formatNumber } = input
  const above = parent === undefined ? undefined : inventory.departments.get(parent)?.name
  const parts = [...inventory.departments.values()].filter((each) => each.parent === id).map(({ name }) => name)
  return [
    ...(above === undefined ? [] : [t('reports:book.parent', { name: above })]),
    ...(parts.length === 0 ? [] : [t('reports:book.children', { names: parts.sort(orderOf(input)).join(', ') })]),
    ...(headcount === undefined
      ? []
      : [t('reports:book.headcount', { count: headcount, number: formatNumber(headcount) })]),
    ...(aliases === undefined || aliases.length === 0
      ? []
      : [t('reports:colon', { what: t('reports:book.aliases'), text: aliases.join(', ') })]),
  ]
}

function costFact({ tools }: Chapter, input: ReportInput): string {
  const inUse = tools.filter(({ status }) => status !== 'retired')
  const known = inUse.filter(({ annualCost }) => annualCost !== undefined)
  if (known.length === 0) return input.t('reports:book.costUnknown')
  return input.t('reports:book.costKnown', {
    cost: sumsText(costsOf(known), input),
    known: input.formatNumber(known.length),
    tools: countText('tools', inUse.length, input),
  })
}

/** Names of tools that the department uses and others own. */
function usedFromElsewhere({ department, tools }: Chapter, index: BookIndex, input: ReportInput): readonly string[] {
  if (department === undefined) return []
  const own = new Set(tools.map(({ id }) => id))
  return [...(index.usedBy.get(department) ?? [])]
    .filter((id) => !own.has(id))
    .map((id) => input.inventory.tools.get(id)?.name ?? input.t('reports:book.unknownTool'))
    .sort(orderOf(input))
}
