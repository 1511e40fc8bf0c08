import type { FlowMethod, Frequency } from '../inventory/nouns'
import type { FlowDraft, FlowEnd } from './drafts'
import { arrowEnds, endKey, otherEnd, quotedPairs, saysBothWays } from './flow-ends'
import type { IssueCode } from './issues'
import { says, UNKNOWN_DIRECTION } from './own-headers'
import type { CellReader, RowInReading, TableReader } from './read-cells'
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

  const endAt = (field: 'source' | 'target'): CellReader<FlowEnd> => {
    const nameOf = table.text(field)
    const partOfIn = table.text(field === 'source' ? 'sourcePartOf' : 'targetPartOf')
    return (row) => {
      const name = nameOf(row)
      const partOf = partOfIn(row)
      return name === undefined ? undefined : { name, ...(partOf === undefined ? {} : { partOf }) }
    }
  }
  const sourceOf = endAt('source')
  const targetOf = endAt('target')
  const participantsOf = table.list('participants', 'list')
  const rawParticipants = table.raw('participants')
  const nameOf = table.text('name')
  const notesOf = table.lines('notes')
  const externalId = table.text('id')
  const rawDirection = table.raw('direction')
  const directionOf = table.value('direction', 'unknown-word', readDirection)
  const dataObjects = table.list('dataObjects', 'list')
  const methodOf = table.word('method', METHOD_WORDS)
  const frequencyOf = table.word('frequency', FREQUENCY_WORDS)
  const hoursPerMonth = table.value('hoursPerMonth', 'bad-number', readHours)
  const status = table.word('status', STATUS_WORDS)

  /** Source and targets from their own columns, or else from the one that names all participants. */
  const endsOf = (row: RowInReading, name: string): Ends | IssueCode => {
    const source = sourceOf(row)
    const target = targetOf(row)
    if (source !== undefined && target !== undefined) return { source, targets: [target] }
    const [first, ...others] = participantsOf(row) ?? []
    if (first === undefined) return source === undefined ? 'missing-source' : 'missing-target'
    if (source !== undefined) return { source, targets: [{ name: first }] }
    if (target !== undefined) return { source: { name: first }, targets: [target] }
    if (others.length > 0) return { source: { name: first }, targets: others.map((other) => ({ name: other })) }
    const arrow = arrowEnds(first)
    if (arrow !== undefined) return { source: { name: arrow[0] }, targets: [{ name: arrow[1] }] }
    const other = otherEnd(name, first)
    if (other === undefined) return 'missing-target'
    const [from, to] = other.isSource ? [other.name, first] : [first, other.name]
    return { source: { name: from }, targets: [{ name: to }] }
  }

  return (row) => {
    const name = nameOf(row)
    const notes = notesOf(row)
    const ends = endsOf(row, name ?? '')
    if (typeof ends === 'string') return ends
    const isOpen = says(rawDirection(row), UNKNOWN_DIRECTION)
    const direction = isOpen ? undefined : directionOf(row)
    const swapped = direction === 'backward' ? swap(ends) : ends
    const own = endKey(swapped.source)
    const targets = swapped.targets.every((target) => endKey(target) !== own)
      ? swapped.targets
      : swapped.targets.filter((target) => endKey(target) !== own)
    if (targets.length === 0) return 'same-source-and-target'
    const listed = fromLists(row)
    const told =
      !table.has('direction') &&
      !(table.has('source') && table.has('target')) &&
      saysBothWays(`${name ?? ''}\n${notes ?? ''}\n${rawParticipants(row)}`)
    const bothWays = direction === undefined ? told || undefined : direction === 'both'
    return withoutUndefined({
      kind: 'flows',
      row: row.row,
      columns: table.columns,
      source: swapped.source,
      targets,
      externalId: externalId(row),
      name,
      dataObjects: dataObjects(row),
      method: methodOf(row) ?? listed.method,
      bothWays,
      directionKnown: isOpen ? false : undefined,
      frequency: frequencyOf(row) ?? listed.frequency,
      hoursPerMonth: hoursPerMonth(row),
      status: status(row),
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
    return NOTHING
  }
}

const NOTHING = {}

/** The ends the other way round; several targets can't become several sources and stay. */
function swap(ends: Ends): Ends {
  const [target, ...more] = ends.targets
  return target === undefined || more.length > 0 ? ends : { source: target, targets: [ends.source] }
}
