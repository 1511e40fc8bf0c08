import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import { indexCatalogue } from '../../../shared/catalogue/index-catalogue'
import { recogniseTool } from '../../../shared/catalogue/recognise'
import { BUNDLED } from './bundled-catalogue'

const FILE = new URL('../../../../shared/data/gitlab_tech_stack_2022.csv', import.meta.url)
const DOCUMENT = new URL('../../../docs/recognised-gitlab.md', import.meta.url)
const isThere = existsSync(FILE)
if (!isThere) console.log('skipped: ../shared/data is not there')

describe.skipIf(!isThere)('the list of GitLab, which says nothing of functions', () => {
  const index = indexCatalogue(BUNDLED)
  const recognised = () => {
    const { header, rows } = decodeCsv('gitlab.csv', new Uint8Array(readFileSync(FILE))).table
    const at = header.indexOf('title')
    const about = header.indexOf('description')
    return rows.map((cells) => {
      const tool = { name: cells[at] ?? '', description: cells[about] }
      return { name: tool.name, ...recogniseTool(tool, index) }
    })
  }

  it('recognises at least three quarters of its products', () => {
    const tools = recognised()
    const known = tools.filter(({ product }) => product !== undefined).length
    console.log(`recognised: ${known} of ${tools.length} (${((known / tools.length) * 100).toFixed(1)} %)`)
    expect(tools).toHaveLength(219)
    expect(known / tools.length).toBeGreaterThanOrEqual(0.75)
  })

  it('recognises what the document lists', () => {
    const lines = readFileSync(DOCUMENT, 'utf8').split('\n')
    const listed = new Set(lines.flatMap((line) => /^- (.+ → .+ \([a-z-]+\)|.+ → –)/.exec(line)?.[1] ?? []))
    const missing = recognised()
      .map(({ name, product, productCode, functions }) => {
        if (product !== undefined) return `${name} → ${product.name} (${productCode})`
        const names = functions.map(({ catalogueId }) => index.functionById.get(catalogueId)?.name.en)
        return `${name} → ${names.length === 0 ? '–' : `${names.join(', ')} (${functions[0]?.reason.code})`}`
      })
      .filter((line) => !listed.has(line))
    expect(missing).toEqual([])
  })
})
