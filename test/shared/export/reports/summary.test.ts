import { describe, expect, it } from 'vitest'
import type { ReportInput } from '../../../../shared/export/reports/report-input'
import { summaryFigures } from '../../../../shared/export/reports/summary-figures'
import { toSummaryHtml } from '../../../../shared/export/reports/to-summary-html'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'
import { anInventory, toolId } from '../../../builders'
import { evilCompany } from '../models/samples'
import { findingsOf, htmlFault, inputOf, mapOf, sample, textOf } from './kit'

const figuresOf = (inventory: Inventory) => summaryFigures(inventory, findingsOf(inventory))

/** What one of the three numbers says. */
function tile(html: string, code: string): string {
  return textOf(new RegExp(`data-number="${code}">(.*?)</div>`, 's').exec(html)?.[1] ?? '').trim()
}

const small = anInventory()
  .tool('Jira', { functions: ['Tickets'], owner: 'IT', users: 40, annualCost: { minor: 500_000, currency: 'EUR' } })
  .tool('Zendesk', {
    functions: ['Tickets'],
    owner: 'Service',
    annualCost: { minor: 300_050, currency: 'USD' },
    ai: 'embedded',
    personalData: 'yes',
  })
  .tool('Paint', { ai: 'none' })
  .tool('Altsystem', {
    functions: ['Tickets'],
    status: 'retired',
    owner: 'IT',
    annualCost: { minor: 900, currency: 'EUR' },
  })
  .flow('Jira', 'Zendesk', { method: 'by-hand', hoursPerMonth: 6.5 })
  .flow('Zendesk', 'Jira', { method: 'by-hand' })
  .flow('Jira', 'Paint', { method: 'unknown' })
  .flow('Jira', 'Altsystem', { method: 'by-hand', hoursPerMonth: 100 })
  .build()

describe('the figures', () => {
  it('count what is in use and say what is unknown', () => {
    const figures = figuresOf(small)
    expect(figures).toMatchObject({ tools: 3, departments: 2, flows: 3, withoutOwner: 1 })
    expect(figures.doubled).toEqual({
      tools: [toolId(small, 'Jira'), toolId(small, 'Zendesk')],
      jobs: 1,
      proposed: 0,
      cost: new Map([
        ['EUR', 500_000],
        ['USD', 300_050],
      ]),
    })
    expect(figures.cost.tools).toBe(2)
    expect(figures.byHand).toEqual({
      flows: 2,
      known: 6.5,
      knownFlows: 1,
      hours: { low: 6.5, expected: 10.5, high: 22.5, unknown: 1 },
      methodUnknown: 1,
    })
    expect(figures.ai).toMatchObject({ unknown: 1, personal: 1, personalUnknown: 0 })
  })

  it('agree with the inventory and the findings of the samples', () => {
    for (const name of ['muster-maschinenbau', 'northfield-services'] as const) {
      const inventory = sample(name)
      const findings = findingsOf(inventory)
      const figures = summaryFigures(inventory, findings)
      const inUse = [...inventory.tools.values()].filter(({ status }) => status !== 'retired')
      expect(figures.tools).toBe(inUse.length)
      expect(new Set(figures.doubled.tools)).toEqual(new Set(findings.bundles.flatMap(({ tools }) => tools)))
      const total = [...figures.cost.known.values()].reduce((sum, minor) => sum + minor, 0)
      expect(total).toBe(inUse.reduce((sum, { annualCost }) => sum + (annualCost?.minor ?? 0), 0))
      const { dedicated, embedded, unknown } = figures.ai
      const none = inUse.filter(({ ai }) => ai === 'none').length
      expect(dedicated.length + embedded.length + unknown + none).toBe(figures.tools)
    }
  })
})

describe('the summary', () => {
  it('shows the three numbers with how each was counted', () => {
    const html = toSummaryHtml(inputOf(small, 'de'))
    expect(tile(html, 'doubled')).toMatch(/^2 Tools .* 67 % von 3 Tools in Gebrauch\. 1 Aufgabe/)
    expect(tile(html, 'hours')).toMatch(
      /^etwa 10,5 h .*Angegeben: 6,5 h, für 1 von 2 Datenflüsse.* Zwischen 6,5 und 22,5 h/,
    )
    expect(tile(html, 'cost')).toMatch(/^5\.000 € \+ 3\.001 \$ .*Bekannt für 2 von 3 Tools/)
    expect(textOf(toSummaryHtml(inputOf(small, 'en')))).toContain('about 10.5 h')
  })

  it('names what was filtered, the company, and its colour only where it is one', () => {
    const more: Partial<ReportInput> = { filters: ['IT', 'a<b'], company: { name: 'A & B', colour: '#0C8075' } }
    const html = toSummaryHtml(inputOf(small, 'de', more))
    expect(textOf(html)).toContain('A & B · Stand 15.06.2026 · Filter: IT · a<b')
    expect(html).toContain('--company:#0C8075')
    const evil = toSummaryHtml(inputOf(small, 'de', { company: { name: 'x', colour: '#000;}</style><script>' } }))
    expect(evil).not.toContain('<script')
    expect(evil).toContain('--company:#2456D6')
  })

  it.each(['muster-maschinenbau', 'northfield-services'] as const)('of %s says the bundles in their order', (name) => {
    const inventory = sample(name)
    for (const language of ['de', 'en'] as const) {
      const input = inputOf(inventory, language)
      const html = toSummaryHtml({ ...input, mapSvg: mapOf(input) })
      expect(htmlFault(html)).toBeUndefined()
      expect(html).not.toMatch(/NaN|undefined|\{\{|(?:reports|analysis|common|detail):/)
      const rows = [...html.matchAll(/<tr><td>(\d)<\/td><td><b>(.*?)<\/b>/g)].map(
        ([, rank, label]) => `${rank} ${textOf(label ?? '')}`,
      )
      expect(rows).toEqual(input.findings.bundles.slice(0, 5).map(({ rank, name }) => `${rank} ${name[language]}`))
      // The map is part of the file, and nothing else is needed to show it.
      expect(html).toContain('data-kind="tool"')
      expect(html).not.toMatch(/\s(?:src|href)="(?!#)/)
      expect(html).not.toContain('<?xml')
    }
  })

  it('has nothing to say of an empty inventory, and says so', () => {
    const html = toSummaryHtml(inputOf(EMPTY_INVENTORY, 'de'))
    expect(htmlFault(html)).toBeUndefined()
    expect(textOf(html)).toContain('Von keiner Aufgabe ist bekannt')
    expect(html).not.toMatch(/NaN|undefined/)
  })

  it('takes evil names for text', () => {
    const input = inputOf(evilCompany(), 'en', { filters: ['</style><script>alert(1)</script>'] })
    const html = toSummaryHtml({ ...input, company: { name: '<img src=x onerror=alert(1)>' }, mapSvg: mapOf(input) })
    expect(htmlFault(html)).toBeUndefined()
    expect(html).not.toMatch(/<(?:script|img|iframe|object|link|base|form)\b/)
  })

  it('cuts long lists and says how many are left over', () => {
    const builder = anInventory()
    for (let at = 0; at < 200; at++)
      builder.tool(`Werkzeug mit einem langen Namen ${at}`, { functions: ['Tickets'], ai: 'embedded' })
    const text = textOf(toSummaryHtml(inputOf(builder.build(), 'de')))
    expect(text).toMatch(/und 19\d weitere/)
    expect(text.length).toBeLessThan(4_000)
  })
})
