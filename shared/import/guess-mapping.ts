import {
  type ColumnFacts,
  columnFacts,
  contentShare,
  looksLikeDepartments,
  looksLikePersons,
  tableFacts,
} from './column-facts'
import type { FieldId } from './fields'
import { FIELDS, REPEATABLE_FIELDS } from './fields'
import { contentGuesses } from './guess-content'
import { type GuessHints, knownShare } from './guess-hints'
import { guessIdentity } from './guess-identity'
import { guessListed } from './guess-lists'
import type { HeaderVocabulary } from './header-vocabulary'
import { HEADER_WORDS } from './header-words'
import type { Mapping, MappingReason, MappingReasonCode } from './mapping'
import { headerKey } from './normalise'
import { ownColumns } from './own-headers'
import { leftoverOf } from './safe-record'
import { FILE_KINDS, type FileKind, type Table } from './table'

interface Candidate {
  readonly column: number
  readonly field: FieldId
  readonly score: number
  readonly code: MappingReasonCode
}

/** Header words that make a column about something else, whatever else the header says. */
const NOT_ABOUT: readonly (readonly [FieldId, RegExp])[] = [
  ['annualCost', /center|centre|stelle|trager|element|\bart\b|type|owner|verantwort|currency|wahrung/],
  ['owner', /name|mail|kontakt|contact|head|leiter|leitung|\bid\b|nummer/],
  ['name', /owner|vendor|hersteller|file|agency|organisation|department|abteilung/],
  ['description', /short name|link/],
  ['contractEnd', /begin|start|value|wert|owner/],
  ['vendor', /contact|kontakt|ansprech|nummer|number|lock|risk|risiko/],
  ['users', /group|gruppe|kreis|type|owner/],
  ['functions', /owner|verantwort|fit|eignung|suitab/],
]

/** What Turbo EA, LeanIX, ServiceNow's exports and Backstage put before the names of their columns. */
const MARK_OF_PEER = /^(?:attr|cmdb ci business app|u|spec|metadata|lx|ci) (?=\S)/

/** Columns of the peers whose names begin alike and end freely. */
const FAMILIES: Readonly<Record<FileKind, readonly (readonly [RegExp, FieldId])[]>> = {
  tools: [
    [/^rel:.*(?:ToBC|Capability|Process)/i, 'functions'],
    [/^rel:.*(?:ToOrg|UserGroup|Organi[sz]ation)/i, 'usedBy'],
    [/^rel:.*(?:Provider|Vendor)/i, 'vendor'],
    [/^rel:.*(?:AppToApp|ToInterface)/i, 'interfaces'],
    [/^tags:/i, 'tags'],
    [/^subscriptions:responsible/i, 'businessOwner'],
    [/^subscriptions:.*(?:\bIT\b|techn)/i, 'technicalOwner'],
  ],
  departments: [],
  flows: [[/^rel:.*DataObj/i, 'dataObjects']],
  usages: [],
  dataObjects: [],
  functions: [],
}

/** How often a part of a header may decide: a whole header is worth 1 less its place in the list, a part at most this. */
const PART_SCORE = 0.7

function headerCandidates(column: number, facts: ColumnFacts, kind: FileKind): Candidate[] {
  const words: HeaderVocabulary<FieldId> = HEADER_WORDS[kind]
  const key = headerKey(facts.header)
  const whole = words.whole.get(key) ?? words.whole.get(key.replace(MARK_OF_PEER, ''))
  if (whole !== undefined) {
    return whole.map(({ field, place }) => ({ column, field, score: 1 - place, code: 'header' }))
  }
  const family = FAMILIES[kind].find(([pattern]) => pattern.test(facts.header))
  if (family !== undefined) return [{ column, field: family[1], score: 0.8, code: 'header' }]
  const padded = ` ${key} `
  const found = new Map<FieldId, Candidate>()
  for (const { phrase, field } of words.part) {
    const inside = padded.includes(` ${phrase} `) || (phrase.length >= 6 && padded.includes(`${phrase} `))
    if (!inside || found.has(field)) continue
    if (NOT_ABOUT.some(([about, pattern]) => about === field && pattern.test(key))) continue
    // The more of the header a phrase explains, the likelier it is what the header is about.
    const explained = Math.min(1, phrase.length / key.length)
    if (explained < 0.1) continue
    found.set(field, { column, field, score: PART_SCORE * (0.5 + 0.5 * explained), code: 'header-part' })
  }
  return [...found.values()]
}

/** Candidates that the cells contradict go, and some headers mean another field when the cells say so. */
function weighed(candidate: Candidate, facts: ColumnFacts, hints: GuessHints): Candidate | undefined {
  const { field, code } = candidate
  const fits = contentShare(field, facts)
  const needed = field === 'id' ? 1 : code === 'header' ? 0.3 : 0.5
  if (fits < needed) {
    const named = facts.cells.length > 0 && facts.averageLength < 80 && facts.distinct < 0.9
    if (field === 'users' && named) return { ...candidate, field: 'usedBy', score: 0.6, code: 'content' }
    return undefined
  }
  if (field === 'usedBy' && facts.cells.length > 0 && contentShare('users', facts) > 0.6) {
    return { ...candidate, field: 'users', score: 0.6, code: 'content' }
  }
  if (field === 'owner' && looksLikePersons(facts))
    return { ...candidate, field: 'businessOwner', score: 0.6, code: 'content' }
  if (field === 'businessOwner' && knownShare(facts.cells, 'departments', hints) >= 0.6)
    return { ...candidate, field: 'owner', score: 0.7, code: 'known-departments' }
  if (field === 'businessOwner' && looksLikeDepartments(facts))
    return { ...candidate, field: 'owner', score: 0.55, code: 'content' }
  if (field === 'functions' && facts.averageLength > 80) {
    return { ...candidate, field: 'description', score: 0.6, code: 'content' }
  }
  // A column that is nearly empty seldom holds the name, and a name seldom is a paragraph.
  // A "System" is a tool's name, unless something else is.
  const namedDoubt = (facts.filled < 0.5 ? 0.5 : 1) * (facts.averageLength > 150 ? 0.6 : 1)
  const doubt = field === 'name' ? namedDoubt : field === 'partOf' ? 0.7 : 1
  return { ...candidate, score: candidate.score * doubt * (0.9 + 0.1 * fits) }
}

/** A candidate whose field a list of this kind has: who uses a tool is what its department is where uses are listed. */
function fitting(candidate: Candidate | undefined, kind: FileKind): readonly Candidate[] {
  if (candidate === undefined || kind === 'tools') return candidate === undefined ? [] : [candidate]
  const field = kind === 'usages' && candidate.field === 'usedBy' ? 'owner' : candidate.field
  return FIELDS[kind].includes(field) ? [{ ...candidate, field }] : []
}

type Chosen = readonly (Candidate | undefined)[]

function assign(facts: readonly ColumnFacts[], kind: FileKind, hints: GuessHints): Chosen {
  const candidates = facts.flatMap((column, index) =>
    headerCandidates(index, column, kind).flatMap((candidate) => fitting(weighed(candidate, column, hints), kind)),
  )
  return take(
    facts.map(() => undefined),
    candidates,
  )
}

/** Gives the columns that have none the likeliest of their candidates, no field twice unless it may be. */
function take(before: Chosen, candidates: readonly Candidate[]): Chosen {
  const chosen = [...before]
  const taken = new Set<FieldId>(before.flatMap((candidate) => candidate?.field ?? []))
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (chosen[candidate.column] !== undefined) continue
    if (taken.has(candidate.field) && !REPEATABLE_FIELDS.has(candidate.field)) continue
    chosen[candidate.column] = candidate
    taken.add(candidate.field)
  }
  return chosen
}

/** What the cells say where no heading did. A field that a heading has claimed is not given away a second time. */
function withContent(chosen: Chosen, facts: readonly ColumnFacts[], kind: FileKind, hints: GuessHints): Chosen {
  const taken = new Set(chosen.flatMap((candidate) => candidate?.field ?? []))
  const candidates = facts.flatMap((column, index) =>
    chosen[index] === undefined
      ? contentGuesses(column, kind, hints)
          .filter(({ field }) => !taken.has(field))
          .map((guess) => ({ column: index, ...guess }))
      : [],
  )
  const { length } = chosen.filter((candidate) => candidate?.field === 'annualCost')
  const withCost = length > 0 || candidates.some(({ field }) => field === 'annualCost')
  return take(
    chosen,
    candidates.filter(({ field }) => field !== 'currency' || withCost),
  )
}

/** When no header is a name: for flows a description will do, elsewhere the column whose cells look most like names. */
function withName(chosen: Chosen, facts: readonly ColumnFacts[], kind: FileKind, hints: GuessHints): Chosen {
  if (chosen.some((candidate) => candidate?.field === 'name')) return chosen
  const known = kind === 'tools' ? knownNames(chosen, facts, hints) : undefined
  if (known !== undefined) return chosen.with(known.column, known)
  let best: { column: number; score: number } | undefined
  facts.forEach(({ filled, distinct, averageLength, header }, column) => {
    const field = chosen[column]?.field
    const told =
      kind === 'flows'
        ? field === 'notes' && /descr|beschr|zweck|purpose/i.test(header)
        : field === undefined || field === 'vendor'
    const text = contentShare('users', facts[column] as ColumnFacts) < 0.5
    const score = (field === undefined ? 1 : 0.4) * filled * distinct * (averageLength > 60 ? 0.3 : 1)
    if (told && text && score > (best?.score ?? 0)) best = { column, score }
  })
  if (best === undefined) return chosen
  const code = kind === 'flows' ? 'only-choice' : 'content'
  return chosen.with(best.column, { column: best.column, field: 'name', score: 0.3 + 0.3 * best.score, code })
}

/** The column without a meaning of its own that has most names of known tools or products in it. */
function knownNames(chosen: Chosen, facts: readonly ColumnFacts[], hints: GuessHints): Candidate | undefined {
  const found = facts.flatMap(({ cells, distinct }, column): Candidate[] => {
    if (chosen[column] !== undefined || distinct < 0.5) return []
    const [tools, products] = [knownShare(cells, 'tools', hints), knownShare(cells, 'products', hints)]
    const share = Math.max(tools, products)
    const code = tools >= products ? 'known-tools' : 'known-products'
    return share < 0.3 ? [] : [{ column, field: 'name', score: 0.4 + 0.4 * share, code }]
  })
  return found.sort((a, b) => b.score - a.score)[0]
}

/**
 * Which field each column of a table feeds, by its header (exact, then as part of it) and, where a header alone is
 * ambiguous, by its cells; a column whose header says nothing, by its cells alone where they leave no doubt.
 * No field twice, except those of `REPEATABLE_FIELDS`. What this app wrote itself is known by its headers. Same table,
 * same answer.
 */
export function guessMapping(table: Table, kind: FileKind, hints: GuessHints = {}): Mapping {
  const own = ownColumns(table.header, kind)
  if (own !== undefined) {
    const identity = kind === 'tools' ? guessIdentity(table, own) : undefined
    const reasons = own.map((field): MappingReason | null =>
      field === null ? null : { code: 'header', confidence: 1 },
    )
    return { kind, columns: own, ...(identity === undefined ? {} : { identity }), reasons }
  }
  const facts = tableFacts(table).map((column, index) =>
    // What is left over of another column must not be taken for that column: to the guesser it is empty.
    leftoverOf(table.header, index) === undefined ? column : columnFacts('', [], index),
  )
  const byHeader = assign(facts, kind, hints)
  const chosen = withContent(withName(byHeader, facts, kind, hints), facts, kind, hints)
  const columns = chosen.map((candidate) => candidate?.field ?? null)
  const identity = kind === 'tools' ? guessIdentity(table, columns) : undefined
  return {
    kind,
    columns,
    ...(identity === undefined ? {} : { identity }),
    reasons: chosen.map((candidate): MappingReason | null =>
      candidate === undefined
        ? null
        : { code: candidate.code, confidence: Math.max(0.05, Math.min(1, Math.round(candidate.score * 100) / 100)) },
    ),
  }
}

const ONLY_TOOLS: readonly FieldId[] = [
  'vendor',
  'hosting',
  'annualCost',
  'criticality',
  'users',
  'contractEnd',
  'ai',
  'functions',
  'businessOwner',
]

/**
 * What a file lists, by its headers and, second, its name. Flows name a source and a target (or the participants);
 * departments have a parent or a headcount and nothing that only tools have; lists of who uses what, of data objects and
 * of functions are told by `guess-lists`; everything else is tools.
 */
export function guessKind(table: Table, fileName: string, hints: GuessHints = {}): FileKind {
  const own = FILE_KINDS.find((kind) => ownColumns(table.header, kind) !== undefined)
  if (own !== undefined) return own
  const facts = tableFacts(table)
  const fields = (kind: FileKind) => new Set(assign(facts, kind, hints).flatMap((candidate) => candidate?.field ?? []))
  const [tools, departments, flows] = [fields('tools'), fields('departments'), fields('flows')]
  const about = headerKey(fileName)
  const onlyTools = ONLY_TOOLS.filter((field) => tools.has(field)).length
  const signs = ['dataObjects', 'frequency', 'direction', 'hoursPerMonth'] as const
  const flowHints = signs.filter((field) => flows.has(field)).length
  const flowScore =
    (flows.has('source') && flows.has('target') ? 6 : 0) +
    (flows.has('participants') ? 2 * flowHints : 0) +
    (betweenKnownTools(facts, hints) ? 3 : 0) +
    (/flow|interface|schnittstell|integration|datenflu|connection|\bflux\b|koppeling|gegevensstro/.test(about) ? 2 : 0)
  const departmentScore =
    (departments.has('parent') ? (tools.has('partOf') ? 1 : 3) : 0) +
    (departments.has('name') && !tools.has('name') ? 2 : 0) +
    (departments.has('headcount') ? 2 : 0) +
    (/abteilung|department|organi|\borg\b|bereiche|departement|afdeling/.test(about) ? 3 : 0) -
    2 * onlyTools
  const toolScore = 2 + Math.min(4, onlyTools)
  if (flowScore > toolScore && flowScore >= departmentScore) return 'flows'
  if (departmentScore > toolScore) return 'departments'
  const listed = guessListed({ tools, flows, usages: fields('usages'), about, table }, (kind) =>
    assign(facts, kind, hints).map((candidate) => candidate?.field ?? null),
  )
  return listed ?? 'tools'
}

/** True when a list has no name but two columns of tools that are known. */
function betweenKnownTools(facts: readonly ColumnFacts[], hints: GuessHints): boolean {
  return facts.filter(({ cells }) => knownShare(cells, 'tools', hints) >= 0.6).length >= 2
}
