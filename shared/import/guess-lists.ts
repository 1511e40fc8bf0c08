import type { FieldId } from './fields'
import { departmentKey, headerKey, nameKey } from './normalise'
import type { FileKind, Table } from './table'

/** What a table's headings are known to mean as a list of each kind, and what its file or sheet is called. */
interface Known {
  readonly tools: ReadonlySet<FieldId>
  readonly flows: ReadonlySet<FieldId>
  readonly usages: ReadonlySet<FieldId>
  /** `headerKey` of the name. */
  readonly about: string
  readonly table: Table
}

/** What only lists of tools say. */
const OF_TOOLS: readonly FieldId[] = [
  'vendor',
  'description',
  'functions',
  'hosting',
  'annualCost',
  'contractEnd',
  'criticality',
  'status',
  'ai',
  'businessOwner',
]
const MOST_LOOKED_AT = 2_000

/**
 * Says whether a table that is no list of flows or departments is one of who uses what, of data objects or of functions.
 * Rather not than wrongly: undefined where it may as well be a list of tools.
 * @param columnsAs for each column the field it has by its heading in a list of that kind
 */
export function guessListed(
  known: Known,
  columnsAs: (kind: FileKind) => readonly (FieldId | null)[],
): 'usages' | 'dataObjects' | 'functions' | undefined {
  if (isUsages(known, columnsAs)) return 'usages'
  const { tools, flows, about, table } = known
  const objects = columnsAs('dataObjects')
  const named = OBJECT_WORDS.test(about) || table.header.some((header) => OBJECT_WORDS.test(headerKey(header)))
  const isFlows = flows.has('source') && flows.has('target')
  if (named && !isFlows && objects.includes('name') && objects.includes('master')) return 'dataObjects'
  const functions = columnsAs('functions')
  const isAbout = /funktion|function|capabilit|fahigkeit/.test(about)
  if (functions.includes('name') && !tools.has('name') && (functions.includes('domain') || isAbout)) return 'functions'
  return undefined
}

const OBJECT_WORDS = /datenobjekt|daten objekt|data object|geschaftsobjekt|business object/

function isUsages(
  { tools, usages, about, table }: Known,
  columnsAs: (kind: FileKind) => readonly (FieldId | null)[],
): boolean {
  if (!usages.has('name') || !usages.has('owner')) return false
  const ofTools = OF_TOOLS.filter((field) => tools.has(field)).length
  if (ofTools > 1) return false
  if (usages.has('attachment') || usages.has('concern')) return true
  if (/nutzung|usage|verwendung|wer nutzt|who uses|nutzer je|users per|utilisation|gebruik/.test(about)) return true
  return ofTools === 0 && usages.has('users') && repeats(table, columnsAs('usages'))
}

/** True where tools come several times, each time with another department. */
function repeats({ rows }: Table, columns: readonly (FieldId | null)[]): boolean {
  const [name, owner] = [columns.indexOf('name'), columns.indexOf('owner')]
  const tools = new Set<string>()
  const pairs = new Set<string>()
  let filled = 0
  for (const row of rows.slice(0, MOST_LOOKED_AT)) {
    const [tool, department] = [nameKey(row[name] ?? ''), departmentKey(row[owner] ?? '')]
    if (tool === '' || department === '') continue
    filled += 1
    tools.add(tool)
    pairs.add(`${tool}\u0000${department}`)
  }
  return filled >= 3 && pairs.size >= 0.9 * filled && tools.size <= 0.7 * filled
}
