import { expect, it } from 'vitest'
import { planFiles, prepareFile, toChange, withPlans } from '../../../../renderer/river/import-files'
import type { DecodedFile } from '../../../../shared/import/table'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY } from '../../../../shared/inventory/inventory'

const nothing = { functionByWord: () => undefined }

function aList(name: string, header: readonly string[], ...rows: readonly (readonly string[])[]): DecodedFile {
  return { name, encoding: 'utf-8', delimiter: ',', table: { header, rows, rowNumbers: rows.map((_, i) => i + 2) } }
}

it('plans that come back from a worker make the same Change as plans made here', () => {
  const tools = prepareFile(
    aList('tools.csv', ['Name', 'Vendor', 'Department'], ['Jira', 'Atlassian', 'IT'], ['Personio', 'Personio', 'HR']),
  )
  const flows = prepareFile(aList('flows.csv', ['Source', 'Target', 'Method'], ['Jira', 'Personio', 'API']))
  const files = [flows, tools]
  const here = planFiles(EMPTY_INVENTORY, files, idSource(1), 'EUR', nothing)
  const there = withPlans(EMPTY_INVENTORY, structuredClone(here.plans))
  expect(here.after.flows.size).toBe(1)
  expect(toChange(there, files)).toEqual(toChange(here, files))
})

it('plans that come back from a worker leave alone what they do not touch', () => {
  const first = prepareFile(aList('tools.csv', ['Name', 'Vendor'], ['Jira', 'Atlassian'], ['DATEV', 'DATEV eG']))
  const { after: base } = planFiles(EMPTY_INVENTORY, [first], idSource(1), 'EUR', nothing)
  const again = prepareFile(aList('tools.csv', ['Name', 'Vendor'], ['Jira', 'Atlassian Inc.'], ['DATEV', 'DATEV eG']))
  const { plans } = planFiles(base, [again], idSource(2), 'EUR', nothing)
  const there = withPlans(base, structuredClone(plans))
  const datev = [...base.tools.values()].find(({ name }) => name === 'DATEV')
  expect([...there.after.tools.values()]).toContain(datev)
  expect(toChange(there, [again]).rows).toHaveLength(1)
})
