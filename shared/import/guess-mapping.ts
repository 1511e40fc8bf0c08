import { type ColumnFacts, columnFacts, contentShare, looksLikeDepartments, looksLikePersons } from './column-facts'
import type { FieldId } from './fields'
import { REPEATABLE_FIELDS } from './fields'
import { HEADER_WORDS, type HeaderVocabulary } from './header-words'
import type { Mapping, MappingReason, MappingReasonCode } from './mapping'
import { headerKey } from './normalise'
import type { FileKind, Table } from './table'

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

/** How often a part of a header may decide: a whole header is worth 1 less its place in the list, a part at most this. */
const PART_SCORE = 0.7

function headerCandidates(column: number, facts: ColumnFacts, words: HeaderVocabulary<FieldId>): Candidate[] {
  const key = headerKey(facts.header)
  const whole = words.whole.get(key)
  if (whole !== undefined) {
    return whole.map(({ field, place }) => ({ column, field, score: 1 - place, code: 'header' }))
  }
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
function weighed(candidate: Candidate, facts: ColumnFacts): Candidate | undefined {
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

function assign(facts: readonly ColumnFacts[], kind: FileKind): (Candidate | undefined)[] {
  const words: HeaderVocabulary<FieldId> = HEADER_WORDS[kind]
  const candidates = facts
    .flatMap((column, index) =>
      headerCandidates(index, column, words).flatMap((candidate) => weighed(candidate, column) ?? []),
    )
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const chosen: (Candidate | undefined)[] = facts.map(() => undefined)
  const taken = new Set<FieldId>()
  for (const candidate of candidates) {
    if (chosen[candidate.column] !== undefined) continue
    if (taken.has(candidate.field) && !REPEATABLE_FIELDS.has(candidate.field)) continue
    chosen[candidate.column] = candidate
    taken.add(candidate.field)
  }
  return chosen
}

/** When no header is a name: for flows a description will do, elsewhere the column whose cells look most like names. */
function withName(
  chosen: readonly (Candidate | undefined)[],
  facts: readonly ColumnFacts[],
  kind: FileKind,
): (Candidate | undefined)[] {
  if (chosen.some((candidate) => candidate?.field === 'name')) return [...chosen]
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
  if (best === undefined) return [...chosen]
  const code = kind === 'flows' ? 'only-choice' : 'content'
  return chosen.with(best.column, { column: best.column, field: 'name', score: 0.3 + 0.3 * best.score, code })
}

/**
 * Which field each column of a table feeds, by its header (exact, then as part of it) and, where a header alone is
 * ambiguous, by its cells. No field twice, except those of `REPEATABLE_FIELDS`. Same table, same answer.
 */
export function guessMapping(table: Table, kind: FileKind): Mapping {
  const facts = table.header.map((header, index) => columnFacts(header, table.rows, index))
  const chosen = withName(assign(facts, kind), facts, kind)
  return {
    kind,
    columns: chosen.map((candidate) => candidate?.field ?? null),
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
 * departments have a parent or a headcount and nothing that only tools have; everything else is tools.
 */
export function guessKind(table: Table, fileName: string): FileKind {
  const facts = table.header.map((header, index) => columnFacts(header, table.rows, index))
  const fields = (kind: FileKind) => new Set(assign(facts, kind).flatMap((candidate) => candidate?.field ?? []))
  const [tools, departments, flows] = [fields('tools'), fields('departments'), fields('flows')]
  const about = headerKey(fileName)
  const onlyTools = ONLY_TOOLS.filter((field) => tools.has(field)).length
  const hints = ['dataObjects', 'frequency', 'direction', 'hoursPerMonth'] as const
  const flowHints = hints.filter((field) => flows.has(field)).length
  const flowScore =
    (flows.has('source') && flows.has('target') ? 6 : 0) +
    (flows.has('participants') ? 2 * flowHints : 0) +
    (/flow|interface|schnittstell|integration|datenflu|connection/.test(about) ? 2 : 0)
  const departmentScore =
    (departments.has('parent') ? (tools.has('partOf') ? 1 : 3) : 0) +
    (departments.has('name') && !tools.has('name') ? 2 : 0) +
    (departments.has('headcount') ? 2 : 0) +
    (/abteilung|department|organi|\borg\b|bereiche/.test(about) ? 3 : 0) -
    2 * onlyTools
  const toolScore = 2 + Math.min(4, onlyTools)
  if (flowScore > toolScore && flowScore >= departmentScore) return 'flows'
  return departmentScore > toolScore ? 'departments' : 'tools'
}
