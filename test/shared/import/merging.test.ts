import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ImportOptions } from '../../../shared/import/import-plan'
import { nameKey } from '../../../shared/import/normalise'
import { planImport } from '../../../shared/import/plan-import'
import { proposeMerges } from '../../../shared/import/propose-departments'
import { readDrafts } from '../../../shared/import/read-drafts'
import { applyChange } from '../../../shared/inventory/change'
import { setToolField } from '../../../shared/inventory/edit'
import { idSource } from '../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../shared/inventory/inventory'
import { pinIdOf, type VerdictId } from '../../../shared/inventory/nouns'
import { anInventory, arrowsOf, toolId } from '../../builders'
import { imported, realData } from './import-kit'

const data = realData()
const names = (rows: Iterable<{ readonly name: string }>) => [...rows].map(({ name }) => name)

/** Imports text with options, everything guessed. */
function withOptions(
  name: string,
  text: string | Uint8Array,
  before: Inventory,
  sequence: number,
  options: ImportOptions,
) {
  const { mapping, decoded } = imported(name, text, before, sequence)
  const read = readDrafts(decoded.table, mapping, { fileName: name, defaultCurrency: 'EUR' })
  const input = { kind: mapping.kind, fileName: name, rows: decoded.table.rows.length, options, ...read }
  const plan = planImport(before, input, idSource(sequence), { functionByWord: () => undefined, productByName })
  return { plan, after: applyChange(before, plan.changes) }
}
const productByName = (name: string) =>
  /^(ms|microsoft) teams$/i.test(name.trim()) ? { name: 'Microsoft Teams', vendor: 'Microsoft' } : undefined

/** What a careful person finds in GitLab's 68 spellings of owning groups, cells that name two teams split. */
const GITLAB_TEAMS =
  `Account Based Marketing | Accounting team | Analyst Relations | BT Infrastructure | Brand and Digital |
Business Technology | Channel Marketing | Channel Operations | Channels | Community Relations | Content Marketing |
Corporate Events | Corporate IT Finance | Create::Code | Customer Success Operations | Data Team | Dedicated Infrastructure |
Developer Evangelism | Digital Marketing | Digital Production | Eng Infrastructure | Engineering |
Enterprise Applications Integrations | Enterprise Applications and IT Operations | Finance | Finance Planning and Analysis |
Fulfillment | IT Infrastructure | IT Ops | IT Security | Infrastructure | Learning & Development | Legal | Marketing |
Marketing Operations | People | People Connect Team | People Ops | People Technology | Professional Services |
Recruiting Operations | Reliability | Sales | Sales Operations | Search Marketing | Security Assurance | Security Department |
Solutions Architecture | Stock Administration | Strategic Marketing | Support | Talent Brand | Tax | Total Rewards |
Treasury | UX | UX Research | UX and Digital Experience | engineering/development/ops/verify | sales-cs`
    .split('|')
    .map((name) => name.trim())

describe('departments', () => {
  test.skipIf(data === undefined)('GitLab: 68 spellings are 60 teams', () => {
    const bytes = readFileSync(`${data}/gitlab_tech_stack_2022.csv`)
    const first = withOptions('gitlab.csv', bytes, EMPTY_INVENTORY, 1, {})
    const proposed = first.plan.departmentMerges.map(({ from, into, reason }) => `${from} → ${into}: ${reason}`)
    expect(proposed.sort()).toEqual([
      'IT Operations → IT Ops: abbreviation',
      'Marketing Brand and Digital → Brand and Digital: qualified',
      'Marketing Ops → Marketing Operations: abbreviation',
      'Sales Ops → Sales Operations: abbreviation',
    ])
    const departmentMerges = new Map(first.plan.departmentMerges.map(({ from, into }) => [nameKey(from), into]))
    const merged = withOptions('gitlab.csv', bytes, EMPTY_INVENTORY, 1, { departmentMerges })
    expect(names(merged.after.departments.values()).sort()).toEqual([...GITLAB_TEAMS].sort())
    expect(merged.plan.departmentMerges.every(({ accepted }) => accepted)).toBe(true)
    expect(merged.plan.departmentMerges).toHaveLength(4)
    expect(merged.after.tools.size).toBe(first.after.tools.size)
    expect(withOptions('gitlab.csv', bytes, merged.after, 2, {}).plan.changes).toEqual([])
    // Merging what was imported apart comes to the same.
    const later = withOptions('gitlab.csv', bytes, first.after, 2, { departmentMerges })
    expect(names(later.after.departments.values()).sort()).toEqual([...GITLAB_TEAMS].sort())
  })

  test('each proposal says why; what only looks alike is left alone', () => {
    const spellings =
      'Einkauf,Purchasing,Beschaffung,HR,Human Resources,Personalabteilung,IT,EDV,Marketing Ops,Marketing Operations,Data,Data Team,Controlling,Controling,Finance,FinSys,Vertrieb Nord,Vertrieb Süd,Werk 1,Werk 2,Sales Ops,Sales,UX,UX Research,Channels,Channel Operations'
    const said = proposeMerges(EMPTY_INVENTORY, spellings.split(',')).map(
      ({ from, into, reason }) => `${from} → ${into}: ${reason}`,
    )
    expect(said).toEqual([
      'Purchasing → Einkauf: translation',
      'Beschaffung → Einkauf: synonym',
      'HR → Human Resources: abbreviation',
      'Personalabteilung → Human Resources: translation',
      'EDV → IT: abbreviation',
      'Marketing Ops → Marketing Operations: abbreviation',
      'Data Team → Data: unit-word',
      'Controlling → Controling: slip',
    ])
    const stored = anInventory().department('Marketing Ops').build()
    expect(proposeMerges(stored, ['Marketing Operations'])).toMatchObject([
      { from: 'Marketing Operations', into: 'Marketing Ops', intoId: 'd1.1', confidence: 0.9 },
    ])
  })

  test('an accepted spelling is remembered with the department, in lists of departments too', () => {
    const before = anInventory().tool('SAP', { owner: 'Einkauf' }).build()
    const options = { departmentMerges: new Map([['purchasing', 'Einkauf']]) }
    const first = withOptions('a.csv', 'Tool;Abteilung\nJira;Purchasing\n', before, 2, options)
    expect([...first.after.departments.values()]).toMatchObject([{ name: 'Einkauf', aliases: ['Purchasing'] }])
    const list = withOptions('abteilungen.csv', 'Abteilung;Mitarbeiter\nPurchasing;12\n', first.after, 3, {})
    expect([...list.after.departments.values()]).toMatchObject([{ name: 'Einkauf', headcount: 12 }])
    expect(list.plan.updated).toBe(1)
  })
})

describe('tools', () => {
  const before = anInventory()
    .tool('Microsoft Teams', { vendor: 'Microsoft' })
    .tool('proALPHA')
    .tool('Smartsheet')
    .build()
  const text = 'Tool;Hersteller;Nutzer\nMS Teams;Microsoft;50\nproALPHA ERP;;9\nSmart Sheet;;3\nProbe;;1\n'

  test('possible duplicates are named, added unless accepted, and remembered when they are', () => {
    const { plan } = withOptions('list.csv', text, before, 2, {})
    expect(plan.added).toBe(4)
    expect(
      plan.possibleDuplicates.map(({ name, existing, reason, row }) => [row, name, existing.name, reason]),
    ).toEqual([
      [2, 'MS Teams', 'Microsoft Teams', 'product'],
      [3, 'proALPHA ERP', 'proALPHA', 'kind'],
      [4, 'Smart Sheet', 'Smartsheet', 'writing'],
    ])
    const toolMerges = new Map(
      plan.possibleDuplicates.map(({ key, existing }) => [key, 'id' in existing ? existing.id : existing.key]),
    )
    const merged = withOptions('list.csv', text, before, 2, { toolMerges })
    expect([merged.plan.added, merged.plan.updated]).toEqual([1, 3])
    expect(merged.plan.possibleDuplicates.map(({ accepted }) => accepted)).toEqual([true, true, true])
    expect(names(merged.after.tools.values())).toEqual(['Microsoft Teams', 'proALPHA', 'Smartsheet', 'Probe'])
    expect(merged.after.tools.get(toolId(before, 'Microsoft Teams'))).toMatchObject({
      users: 50,
      aliases: ['MS Teams'],
    })
    expect(withOptions('list.csv', text, merged.after, 3, {}).plan.changes).toEqual([])
    const flows = withOptions('flows.csv', 'Quelle;Ziel\nMS Teams;Smart Sheet\n', merged.after, 3, {})
    expect(flows.plan.mentionedOnly).toEqual([])
    expect(arrowsOf(flows.after)).toEqual(['Microsoft Teams → Smartsheet'])
  })

  test('a flow list that uses another spelling is asked about, and two rows of one file as well', () => {
    const flows = 'Quelle;Ziel\nMS Teams;SAP\nMS-Teams;CRM\n'
    const { plan } = withOptions('flows.csv', flows, before, 2, {})
    expect(plan.possibleDuplicates).toMatchObject([{ key: 'ms teams', existing: { id: 't1.1' }, row: 2 }])
    const toolMerges = new Map([['ms teams', 't1.1']])
    const merged = withOptions('flows.csv', flows, before, 2, { toolMerges })
    expect(arrowsOf(merged.after)).toEqual(['Microsoft Teams → SAP', 'Microsoft Teams → CRM'])
    const list = 'Tool;Nutzer\nSmart Sheet;3\nSmartsheet;4\n'
    const open = withOptions('list.csv', list, EMPTY_INVENTORY, 1, {})
    expect(open.plan.possibleDuplicates).toMatchObject([{ key: 'smartsheet', existing: { key: 'smart sheet' } }])
    const folded = withOptions('list.csv', list, EMPTY_INVENTORY, 1, {
      toolMerges: new Map([['smartsheet', 'smart sheet']]),
    })
    expect([...folded.after.tools.values()]).toMatchObject([{ name: 'Smart Sheet', aliases: ['Smartsheet'], users: 3 }])
    expect(withOptions('list.csv', list, folded.after, 2, {}).plan.changes).toEqual([])
  })

  test('an interface cell and a flow list that says the direction make one flow', () => {
    const cells = imported('a.csv', 'Tool;Hersteller;Schnittstellen zu\nERP;X;CRM\nCRM;Y;\n')
    expect([...cells.after.flows.values()]).toMatchObject([{ directionKnown: false }])
    const listed = imported('f.csv', 'Quelle;Ziel;Methode\nCRM;ERP;API\n', cells.after, 2)
    expect(arrowsOf(listed.after)).toEqual(['CRM → ERP'])
    expect([...listed.after.flows.values()][0]).toMatchObject({ method: 'api', origin: { file: 'f.csv' } })
    expect([...listed.after.flows.values()][0]).not.toHaveProperty('directionKnown')
    for (const [name, list] of [
      ['f.csv', 'Quelle;Ziel;Methode\nCRM;ERP;API\n'],
      ['a.csv', 'Tool;Hersteller;Schnittstellen zu\nERP;X;CRM\nCRM;Y;\n'],
    ] as const) {
      expect(imported(name, list, listed.after, 3).plan.changes).toEqual([])
    }
  })
})

describe('what the file no longer has, and what a person has set', () => {
  const first = imported('a.csv', 'Tool;Hersteller;Nutzer\nJira;X;1\nSlack;Y;2\nZoom;Z;3\n')
  const shorter = 'Tool;Hersteller;Nutzer\nJira;X;1\n'

  test('missing records are kept, retired or deleted, each as it was chosen', () => {
    const [slack, zoom] = [toolId(first.after, 'Slack'), toolId(first.after, 'Zoom')]
    expect(withOptions('a.csv', shorter, first.after, 2, {}).plan.changes).toEqual([])
    const retired = withOptions('a.csv', shorter, first.after, 2, {
      missing: 'retire',
      missingOf: new Map([[zoom, 'delete']]),
    })
    expect(retired.plan.missing).toEqual([slack, zoom])
    expect(retired.after.tools.get(slack)?.status).toBe('retired')
    expect(retired.after.tools.has(zoom)).toBe(false)
    expect(withOptions('a.csv', shorter, retired.after, 3, { missing: 'retire' }).plan.changes).toEqual([])
  })

  test('hand-made edits, verdicts and places survive; the row tells what the file says', () => {
    const jira = toolId(first.after, 'Jira')
    const slack = toolId(first.after, 'Slack')
    const edited = applyChange(first.after, setToolField(first.after, jira, 'users', 99, idSource(2)))
    const verdict = {
      id: 'v2.1' as VerdictId,
      tools: [jira, slack],
      judgement: 'justified',
      date: '2026-01-01',
    } as const
    const pin = { id: pinIdOf(jira), x: 1, y: 2 }
    const before = applyChange(edited, [
      { table: 'verdicts', id: verdict.id, after: verdict },
      { table: 'pins', id: pin.id, after: pin },
    ])
    const text = 'Tool;Hersteller;Nutzer\nJira;New;5\nSlack;Y;2\nZoom;Z;3\n'
    const kept = withOptions('a.csv', text, before, 3, {})
    expect(kept.after.tools.get(jira)).toMatchObject({ users: 99, vendor: 'New', hand: ['users'] })
    expect(kept.plan.rowResults[0]?.changes).toEqual([
      { field: 'vendor', before: 'X', after: 'New' },
      { field: 'users', before: 99, after: 99, kept: 5 },
    ])
    expect(kept.plan.kept).toBe(1)
    expect([kept.after.verdicts, kept.after.pins]).toEqual([before.verdicts, before.pins])
    const wins = withOptions('a.csv', text, before, 3, { handEdits: 'file-wins' })
    expect(wins.after.tools.get(jira)).toMatchObject({ users: 5 })
    expect(wins.after.tools.get(jira)).not.toHaveProperty('hand')
  })

  test('an empty cell empties a field only where the mapping says so, and never one set by hand', () => {
    const { mapping, decoded } = imported('a.csv', 'Tool;Hersteller;Nutzer\nJira;;\n')
    const jira = toolId(first.after, 'Jira')
    const before = applyChange(first.after, setToolField(first.after, jira, 'users', 99, idSource(2)))
    const read = readDrafts(
      decoded.table,
      { ...mapping, emptyMeansEmpty: true },
      { fileName: 'a.csv', defaultCurrency: 'EUR' },
    )
    const plan = planImport(before, { kind: 'tools', fileName: 'a.csv', rows: 1, ...read }, idSource(3))
    expect(plan.rowResults[0]?.changes).toEqual([
      { field: 'vendor', before: 'X' },
      { field: 'users', before: 99, after: 99, kept: '' },
    ])
    const tool = applyChange(before, plan.changes).tools.get(jira)
    expect(tool).toMatchObject({ users: 99 })
    expect(tool).not.toHaveProperty('vendor')
  })
})
