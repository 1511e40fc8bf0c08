import type { FlowMethod, Frequency } from '../inventory/nouns'
import type { FlowDraft, FlowEnd } from './drafts'
import { endKey, otherEnd, quotedPairs, saysBothWays } from './flow-ends'
import type { IssueCode } from './issues'
import { says, UNKNOWN_DIRECTION } from './own-headers'
import type { RowInReading, TableReader } from './read-cells'
import { withoutUndefined } from './read-tools'
import { hoursFactor } from './values/durations'
import { DIRECTION_WORDS, type Direction, FREQUENCY_WORDS, METHOD_WORDS } from './values/flow-vocabulary'
import { BAD_CELL, type CellValue, numberStyle, readNumber } from './values/numbers'
import { STATUS_WORDS, YES_NO_WORDS } from './values/vocabulary'
import { readWord } from './values/words'

interface Ends {
  readonly source: FlowEnd
  readonly targets: readonly FlowEnd[]
}

/** What is decided once per table of flows. The function it gives reads a row, or says why it can't be taken. */
export function flowReader(table: TableReader): (row: RowInReading) => FlowDraft | IssueCode {
  const hoursStyle = numberStyle(table.cells('hoursPerMonth'))
  const perMonth = hoursFactor(table.header('hoursPerMonth'))
  const asksBothWays = /bi-?\s?dire|both|beid|two/i.test(table.header('direction'))

  const readHours = (cell: string): CellValue<number> => {
    const hours = readNumber(cell, hoursStyle)
    if (hours.is !== 'value') return hours
    return hours.value < 0 ? BAD_CELL : { ...hours, value: Math.round(hours.value * perMonth * 100) / 100 }
  }
  const readDirection = (cell: string): CellValue<Direction> => {
    const answer = asksBothWays ? readWord(cell, YES_NO_WORDS) : BAD_CELL
    if (answer.is !== 'value') return readWord(cell, DIRECTION_WORDS)
    return { is: 'value', value: answer.value === 'yes' ? 'both' : 'forward' }
  }

  const endAt = (row: RowInReading, field: 'source' | 'target'): FlowEnd | undefined => {
    const name = table.text(row, field)
    const partOf = table.text(row, field === 'source' ? 'sourcePartOf' : 'targetPartOf')
    return name === undefined ? undefined : { name, ...(partOf === undefined ? {} : { partOf }) }
  }

  /** Source and targets from their own columns, or else from the one that names all participants. */
  const endsOf = (row: RowInReading, name: string): Ends | IssueCode => {
    const source = endAt(row, 'source')
    const target = endAt(row, 'target')
    if (source !== undefined && target !== undefined) return { source, targets: [target] }
    const [first, ...others] = table.list(row, 'participants', 'list') ?? []
    if (first === undefined) return source === undefined ? 'missing-source' : 'missing-target'
    if (source !== undefined) return { source, targets: [{ name: first }] }
    if (target !== undefined) return { source: { name: first }, targets: [target] }
    if (others.length > 0) return { source: { name: first }, targets: others.map((other) => ({ name: other })) }
    const other = otherEnd(name, first)
    if (other === undefined) return 'missing-target'
    const [from, to] = other.isSource ? [other.name, first] : [first, other.name]
    return { source: { name: from }, targets: [{ name: to }] }
  }

  return (row) => {
    const name = table.text(row, 'name')
    const notes = table.lines(row, 'notes')
    const ends = endsOf(row, name ?? '')
    if (typeof ends === 'string') return ends
    const isOpen = says(table.raw(row, 'direction'), UNKNOWN_DIRECTION)
    const direction = isOpen ? undefined : table.value(row, 'direction', 'unknown-word', readDirection)
    const swapped = direction === 'backward' ? swap(ends) : ends
    const targets = swapped.targets.filter((target) => endKey(target) !== endKey(swapped.source))
    if (targets.length === 0) return 'same-source-and-target'
    const listed = fromLists(row)
    const told =
      !table.has('direction') &&
      !(table.has('source') && table.has('target')) &&
      saysBothWays(`${name ?? ''}\n${notes ?? ''}`)
    const bothWays = direction === undefined ? told || undefined : direction === 'both'
    return withoutUndefined({
      kind: 'flows',
      row: row.row,
      columns: table.columns,
      source: swapped.source,
      targets,
      externalId: table.text(row, 'id'),
      name,
      dataObjects: table.list(row, 'dataObjects', 'list'),
      method: table.word(row, 'method', METHOD_WORDS) ?? listed.method,
      bothWays,
      directionKnown: isOpen ? false : undefined,
      frequency: table.word(row, 'frequency', FREQUENCY_WORDS) ?? listed.frequency,
      hoursPerMonth: table.value(row, 'hoursPerMonth', 'bad-number', readHours),
      status: table.word(row, 'status', STATUS_WORDS),
      notes,
      ...table.extraOf(row),
    }) as FlowDraft
  }

  /** Method and frequency from cells that are lists of quoted pairs. Those cells stay among the extra columns. */
  function fromLists(row: RowInReading): { method?: FlowMethod; frequency?: Frequency } {
    for (const cell of row.cells) {
      if (!cell.trimStart().startsWith('{')) continue
      const pairs = quotedPairs(cell)
      const method = readWord(pairs.get('protocol') ?? pairs.get('method') ?? '', METHOD_WORDS)
      const frequency = readWord(pairs.get('frequency') ?? '', FREQUENCY_WORDS)
      return {
        ...(method.is === 'value' ? { method: method.value } : {}),
        ...(frequency.is === 'value' ? { frequency: frequency.value } : {}),
      }
    }
    return {}
  }
}

/** The ends the other way round; several targets can't become several sources and stay. */
function swap(ends: Ends): Ends {
  const [target, ...more] = ends.targets
  return target === undefined || more.length > 0 ? ends : { source: target, targets: [ends.source] }
}
