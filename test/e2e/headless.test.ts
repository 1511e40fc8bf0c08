import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '../../shared/export/report'
import { wellFormed } from '../fixtures/well-formed'
import { headless, ROOT } from './app'

// The command line as another program uses it: exit code, one line on stderr, files that account for every row.

const DATA = join(ROOT, '..', 'shared', 'data')
const SAMPLES = join(ROOT, 'assets', 'samples')
const folder = mkdtempSync(join(tmpdir(), 'toolscape-headless-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly report: Report
  readonly svg: string
  readonly csv: string
}

async function run(name: string, files: readonly string[], language: 'de' | 'en'): Promise<Ran> {
  const out = (kind: string) => join(folder, `${name}.${kind}`)
  const { code, stdout, stderr } = await headless([
    ...files.flatMap((file) => ['--import', file]),
    ...['--export', `map=${out('svg')}`, '--export', `tools=${out('csv')}`, '--export', `report=${out('json')}`],
    ...['--lang', language],
  ])
  expect({ code, stdout, stderr: noteless(stderr) }).toEqual({ code: 0, stdout: '', stderr: '' })
  return {
    report: JSON.parse(readFileSync(out('json'), 'utf8')) as Report,
    svg: readFileSync(out('svg'), 'utf8'),
    csv: readFileSync(out('csv'), 'utf8'),
  }
}

/** What the scripts say about the stand-in and about root is for people; errors are everything else. */
const noteless = (stderr: string) => stderr.replace(/^note: .*\n/gm, '')

function accounted({ report, svg }: Ran): void {
  for (const file of report.import) {
    const rows = new Set(file.issues.map(({ row }) => row))
    expect(rows.size, `one issue per row in ${file.file}`).toBe(file.issues.length)
    expect(file.added + file.updated + file.unchanged + file.issues.length, file.file).toBe(file.rows)
  }
  expect(wellFormed(svg)).toBeUndefined()
  const drawn = (kind: string) =>
    new Set([...svg.matchAll(new RegExp(`data-kind="${kind}" data-id="([^"]+)"`, 'g'))].map(([, id]) => id))
  expect(drawn('tool').size).toBe(report.inventory.tools)
  expect(drawn('flow').size).toBe(report.inventory.flows)
}

describe('the headless command', () => {
  it('accounts for every row of the German sample', async () => {
    const files = ['anwendungen', 'abteilungen', 'schnittstellen'].map((name) =>
      join(SAMPLES, 'muster-maschinenbau', `${name}.csv`),
    )
    const ran = await run('muster', files, 'de')
    accounted(ran)
    expect(ran.report.import.map(({ encoding, delimiter }) => [encoding, delimiter])).toEqual(
      files.map(() => ['windows-1252', ';']),
    )
    expect(ran.report.import.map(({ kind }) => kind)).toEqual(['tools', 'departments', 'flows'])
    expect(ran.report.bundles.slice(0, 5).map(({ label }) => label)).toContain('Ticketsystem')
    expect(ran.csv.startsWith('\ufeff')).toBe(true)
    expect(`${ran.svg}${ran.csv}`).not.toContain('\ufffd')
    // What left comes back as what it was: our own list, imported into nothing, gives the same list again.
    const again = await run('muster-again', [join(folder, 'muster.csv')], 'de')
    expect(again.csv).toBe(ran.csv)
  })

  it('accounts for every row of the English sample', async () => {
    const files = ['applications', 'departments', 'integrations'].map((name) =>
      join(SAMPLES, 'northfield-services', `${name}.csv`),
    )
    const ran = await run('northfield', files, 'en')
    accounted(ran)
    expect(ran.report.inventory.tools).toBeGreaterThanOrEqual(120)
    expect(ran.report.bundles.length).toBeGreaterThan(5)
  })

  const real: readonly (readonly [string, readonly string[], (ran: Ran) => void])[] = [
    [
      'nexatech',
      ['nexatech_applications.csv', 'nexatech_organizations.csv', 'nexatech_interfaces.csv'],
      ({ report }) => {
        expect(report.import.map(({ rows }) => rows)).toEqual([46, 28, 20])
        // The 47th is only mentioned: one interface runs between "Applications" and Splunk.
        expect(report.inventory).toMatchObject({ departments: 28, tools: 47, flows: 20 })
      },
    ],
    [
      'hmpps',
      ['hmpps_systems.csv', 'hmpps_flows.csv'],
      ({ report }) => expect(report.import.map(({ rows }) => rows)).toEqual([241, 310]),
    ],
    [
      'gitlab',
      ['gitlab_tech_stack_2022.csv'],
      ({ report }) => expect(report.import.map(({ rows }) => rows)).toEqual([219]),
    ],
    [
      'us-federal',
      ['us_federal_ai_2024.csv'],
      ({ report, csv, svg }) => {
        expect(report.import.map(({ rows, encoding }) => [rows, encoding])).toEqual([[2133, 'windows-1252']])
        expect(`${csv}${svg}`).not.toMatch(/[\ufffd\u0080-\u009f]/)
        expect(csv).toContain('Describe the AI system’s outputs.')
      },
    ],
  ]
  it.skipIf(!existsSync(DATA))('is tried with every real inventory there is', () => {
    const lists = readdirSync(DATA).filter((file) => file.endsWith('.csv'))
    expect(lists.sort()).toEqual(real.flatMap(([, files]) => files).sort())
  })
  for (const [name, files, check] of real) {
    const paths = files.map((file) => join(DATA, file))
    const there = paths.every((path) => existsSync(path))
    if (!there) console.log(`skipped: the real inventory "${name}" is not beside this checkout`)
    it.skipIf(!there)(`accounts for every row of a real inventory: ${name}`, async () => {
      const ran = await run(name, paths, 'en')
      accounted(ran)
      check(ran)
    })
  }

  it('gives the same answer twice', async () => {
    const files = [join(SAMPLES, 'northfield-services', 'applications.csv')]
    const [first, second] = [await run('once', files, 'en'), await run('twice', files, 'en')]
    expect(second).toEqual(first)
  })

  it('fails with one clear line, and writes nothing', async () => {
    const target = join(folder, 'never.json')
    const missing = await headless([
      '--import',
      join(folder, 'missing.csv'),
      '--export',
      `report=${target}`,
      '--lang',
      'en',
    ])
    expect(missing.code).not.toBe(0)
    expect(noteless(missing.stderr).trim().split('\n')).toHaveLength(1)
    expect(missing.stderr).toContain('missing.csv')
    expect(existsSync(target)).toBe(false)
  })

  it('takes names that would break out of a picture', async () => {
    const nasty = [
      '</text><script>alert(1)</script>',
      '" onload="alert(1)',
      '&amp; <b>',
      '=cmd()',
      '\u0001x',
      '😀 Überblick',
    ]
    const list = join(folder, 'nasty.csv')
    writeFileSync(
      list,
      [
        'Name;Abteilung',
        ...nasty.map((name) => `"${name.replaceAll('"', '""')}";"${name.replaceAll('"', '""')}"`),
      ].join('\n'),
    )
    const ran = await run('nasty', [list], 'de')
    accounted(ran)
    expect(ran.svg).not.toMatch(/<script|\son\w+="/i)
    expect(ran.csv).not.toMatch(/(^|;)"?=cmd/m)
  })
})
