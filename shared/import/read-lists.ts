import type { Level } from '../inventory/nouns'
import type { DataObjectDraft, FlowEnd, FunctionDraft, UsageDraft } from './drafts'
import type { IssueCode } from './issues'
import type { RowInReading, TableReader } from './read-cells'
import { readCount, withoutUndefined } from './read-tools'
import { BAD_CELL, numberStyle } from './values/numbers'
import { vocabulary } from './values/words'

/** How attached a department is to a tool, in words. */
const ATTACHMENT_WORDS = vocabulary<Level>([
  [4, 'sehr hoch,very high,sehr stark,very strong,highest,am höchsten,unverzichtbar,indispensable,sehr groß'],
  [3, 'hoch,high,stark,strong,groß,eng,close'],
  [2, 'mittel,medium,moderate,mäßig,normal'],
  [1, 'niedrig,low,gering,schwach,weak,lose,loose,keine,none,sehr niedrig,very low,sehr gering'],
])

/**
 * What is decided once per list of who uses what. The function it gives reads a row whose tool is known, or says why it
 * can't be taken. Users of several departments in one cell can't be shared out: they are kept verbatim, with a notice.
 */
export function usageReader(table: TableReader): (row: RowInReading, name: string) => UsageDraft | IssueCode {
  const style = numberStyle(table.cells('users'))
  const partOf = table.text('partOf')
  const departmentsOf = table.list('owner', 'names')
  const users = table.value('users', 'bad-number', (cell) => readCount(cell, style))
  const usersOfSeveral = table.value('users', 'bad-number', () => BAD_CELL)
  const attachment = table.level('attachment', ATTACHMENT_WORDS)
  const concern = table.lines('concern')
  return (row, name) => {
    const departments = departmentsOf(row)
    if (departments === undefined) return 'missing-department'
    const system = partOf(row)
    return withoutUndefined({
      kind: 'usages',
      row: row.row,
      columns: table.columns,
      tool: endOf(name, system),
      departments,
      users: departments.length > 1 ? usersOfSeveral(row) : users(row),
      attachment: attachment(row),
      concern: concern(row),
      ...table.extraOf(row),
    }) as UsageDraft
  }
}

/** The same for a list of data objects. */
export function dataObjectReader(table: TableReader): (row: RowInReading, name: string) => DataObjectDraft {
  const master = table.text('master')
  const masterPartOf = table.text('masterPartOf')
  return (row, name) => {
    const tool = master(row)
    return withoutUndefined({
      kind: 'dataObjects',
      row: row.row,
      columns: table.columns,
      name,
      master: tool === undefined ? undefined : endOf(tool, masterPartOf(row)),
      ...table.extraOf(row),
    }) as DataObjectDraft
  }
}

/** The same for a list of functions. */
export function functionReader(table: TableReader): (row: RowInReading, name: string) => FunctionDraft {
  const domain = table.text('domain')
  const catalogueId = table.text('catalogueId')
  return (row, name) =>
    withoutUndefined({
      kind: 'functions',
      row: row.row,
      columns: table.columns,
      name,
      domain: domain(row),
      catalogueId: catalogueId(row),
      ...table.extraOf(row),
    }) as FunctionDraft
}

const endOf = (name: string, partOf: string | undefined): FlowEnd => ({
  name,
  ...(partOf === undefined ? {} : { partOf }),
})
