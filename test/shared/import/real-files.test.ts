import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { arrowsOf } from '../../builders'
import { countsOf, fieldsByHeader, type Imported, importedFiles, realData } from './import-kit'

const data = realData()

/** Importing the same files again on the result changes nothing and loses no row. */
function isIdle(folder: string, names: readonly string[], results: readonly Imported[]): void {
  const again = importedFiles(folder, names, results.at(-1)?.after, 100)
  for (const [index, { plan }] of again.entries()) {
    expect(plan.changes).toEqual([])
    expect(plan.missing).toEqual([])
    expect(plan.issues).toEqual(results[index]?.plan.issues)
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`Nothing at ${index}`)
  return item
}

describe.skipIf(data === undefined)('real inventories', () => {
  const folder = data ?? ''

  test('NexaTech: 28 departments, 46 tools, all 20 interfaces', () => {
    const names = ['nexatech_organizations.csv', 'nexatech_applications.csv', 'nexatech_interfaces.csv']
    const results = importedFiles(folder, names)
    expect(results.map(({ mapping }) => mapping.kind)).toEqual(['departments', 'tools', 'flows'])
    expect(results.map(({ plan }) => countsOf(plan))).toEqual([
      [28, 28, 0, 0, 0],
      [46, 46, 0, 0, 0],
      [20, 20, 0, 0, 0],
    ])
    const { after, plan } = at(results, 2)
    expect([after.departments.size, after.tools.size, after.flows.size]).toEqual([28, 47, 20])
    expect(plan.mentionedOnly).toEqual(['Applications'])
    expect(plan.notices).toEqual([])
    const arrows = arrowsOf(after)
    expect(arrows).toContain('SAP S/4HANA ↔ Siemens Teamcenter')
    expect(arrows).toContain('DocuSign ↔ Salesforce Sales Cloud')
    expect(arrows).toContain('SAP S/4HANA → Siemens Opcenter')
    expect(arrows).toContain('Applications → Splunk')
    expect(arrows.filter((arrow) => arrow.includes('↔'))).toHaveLength(2)
    const flow = [...after.flows.values()].find(({ externalId }) => externalId === 'if_sap_pbi')
    expect(flow).toMatchObject({ name: 'SAP → Power BI Financial Data', frequency: 'daily', method: 'api' })
    expect(flow?.extra?.attrs).toContain("'dataFormat'")
    const teamcenter = [...after.tools.values()].find(({ externalId }) => externalId === 'app_teamcenter')
    expect(teamcenter).toMatchObject({
      vendor: 'Siemens Digital Industries',
      criticality: 4,
      functionalFit: 4,
      technicalFit: 4,
      hosting: 'on-premises',
      annualCost: { minor: 45_000_000, currency: 'EUR' },
      users: 320,
    })
    expect(teamcenter?.functions).toHaveLength(5)
    expect(teamcenter?.owner && after.departments.get(teamcenter.owner)?.name).toBe('Engineering Division')
    isIdle(folder, names, results)
  })

  test('HMPPS: tools of the same name in different systems stay apart, every flow finds its ends', () => {
    const names = ['hmpps_systems.csv', 'hmpps_flows.csv']
    const results = importedFiles(folder, names)
    const [systems, flows] = [at(results, 0), at(results, 1)]
    expect(countsOf(systems.plan)).toEqual([241, 235, 6, 0, 0])
    expect(countsOf(flows.plan)).toEqual([310, 309, 0, 1, 0])
    expect(flows.plan.mentionedOnly).toEqual([])
    const apis = [...flows.after.tools.values()].filter(({ name }) => name === 'API')
    expect(apis).toHaveLength(9)
    expect(new Set(apis.map(({ partOf }) => partOf)).size).toBe(9)
    expect([...flows.after.tools.values()].filter(({ extra }) => extra?.kind === 'Person')).toHaveLength(43)
    expect(fieldsByHeader(flows)).toEqual({
      source: 'source',
      source_system: 'sourcePartOf',
      target: 'target',
      target_system: 'targetPartOf',
      description: 'name',
      technology: 'method',
    })
    isIdle(folder, names, results)
  })

  test('GitLab: owning groups, Markdown as text', () => {
    const names = ['gitlab_tech_stack_2022.csv']
    const results = importedFiles(folder, names)
    const { plan, after, decoded, mapping } = at(results, 0)
    expect(decoded.encoding).toBe('utf-8-bom')
    expect(countsOf(plan)).toEqual([219, 219, 0, 0, 0])
    expect(mapping.columns[decoded.table.header.indexOf('group_owner')]).toBe('owner')
    const onePassword = [...after.tools.values()].find(({ name }) => name === '1Password')
    expect(onePassword?.description).toMatch(
      /^1Password is a password manager\..*1Password Guide for additional information\.$/,
    )
    for (const { description } of after.tools.values()) expect(description ?? '').not.toContain('](')
    // "Data", "Data Team" and "Data team" are one; "IT Infrastructure, Eng Infrastructure" are two.
    const departments = [...after.departments.values()].map(({ name }) => name)
    expect(departments.filter((name) => /^data\b/i.test(name))).toHaveLength(1)
    expect(departments).toContain('Eng Infrastructure')
    isIdle(folder, names, results)
  })

  test('US federal AI inventory: Windows-1252, 62 columns, nothing mangled, every row accounted for', () => {
    const names = ['us_federal_ai_2024.csv']
    const results = importedFiles(folder, names)
    const { plan, after, decoded } = at(results, 0)
    expect([decoded.encoding, decoded.delimiter, decoded.table.rows.length, decoded.table.header.length]).toEqual([
      'windows-1252',
      ',',
      2133,
      62,
    ])
    expect(decoded.damaged).toBeUndefined()
    expect(decoded.table.rows.flat().some((cell) => /[\ufffd\u0080-\u009f]/.test(cell))).toBe(false)
    expect(decoded.table.header).toContain('Describe the AI system’s outputs.')
    expect(decoded.table.header).toContain('If Other, please explain. (9)')
    const [rows, added, updated, unchanged, issues] = countsOf(plan)
    expect(rows).toBe(2133)
    expect((added ?? 0) + (updated ?? 0) + (unchanged ?? 0) + (issues ?? 0)).toBe(2133)
    expect(plan.issues.every(({ code }) => code === 'conflict')).toBe(true)
    expect(after.departments.size).toBe(41)
    isIdle(folder, names, results)
  })
})

const SAMPLES = [
  {
    folder: 'assets/samples/muster-maschinenbau',
    names: ['abteilungen.csv', 'anwendungen.csv', 'schnittstellen.csv'],
    unmapped: ['Leitung', 'Kostenstelle'],
  },
  {
    folder: 'assets/samples/northfield-services',
    names: ['departments.csv', 'applications.csv', 'integrations.csv'],
    unmapped: ['Head', 'Cost centre', 'PO number'],
  },
]

describe.each(SAMPLES)('our sample $folder', ({ folder, names, unmapped }) => {
  test.skipIf(!existsSync(folder))('maps by guess, accounts for every row and is idle the second time', () => {
    const results = importedFiles(folder, names)
    expect(results.map(({ mapping }) => mapping.kind)).toEqual(['departments', 'tools', 'flows'])
    for (const result of results) {
      const fields = fieldsByHeader(result)
      expect(result.decoded.table.header.filter((header) => !(header in fields) && !unmapped.includes(header))).toEqual(
        [],
      )
      const { rows, added, updated, unchanged, issues, notices } = result.plan
      expect(added + updated + unchanged + issues.length).toBe(rows)
      expect(issues.length).toBeLessThanOrEqual(rows * 0.05)
      expect(notices.length).toBeLessThanOrEqual(rows * 0.1)
    }
    isIdle(folder, names, results)
  })
})
