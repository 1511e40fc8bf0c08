import type { Inventory } from '../inventory/inventory'
import type { DepartmentId } from '../inventory/nouns'
import { push } from './match-rows'
import { departmentKey, nameKey } from './normalise'
import { oneSlipApart } from './propose-slips'
import { DEPARTMENT_SENSES, JOINING_WORDS, MORE_UNIT_WORDS, SHORT_FORMS, UNIT_ENDING } from './propose-words'

/**
 * Why two names are taken for one department: `writing` (case, accents, signs, "and"), `unit-word` ("Team",
 * "Abteilung"), `abbreviation` ("Ops", "HR"), `translation` ("Einkauf", "Purchasing"), `synonym` ("Einkauf",
 * "Beschaffung"), `plural`, `qualified` (another department's name stands in front), `slip` (one letter differs).
 */
export type MergeReason =
  | 'writing'
  | 'unit-word'
  | 'abbreviation'
  | 'translation'
  | 'synonym'
  | 'plural'
  | 'qualified'
  | 'slip'

/** How sure each reason makes, 0–1. Published. */
export const MERGE_CONFIDENCE: Readonly<Record<MergeReason, number>> = {
  writing: 0.95,
  'unit-word': 0.95,
  abbreviation: 0.9,
  plural: 0.8,
  translation: 0.75,
  qualified: 0.7,
  synonym: 0.65,
  slip: 0.6,
}

/** Proposes that one name means the same department as another. Never applied by itself. */
export interface MergeProposal {
  readonly from: string
  /** The spelling that stays: one that is stored rather than one that isn't, written out rather than short. */
  readonly into: string
  readonly reason: MergeReason
  readonly confidence: number
  /** The stored departments of these names; absent for names that only a file has. */
  readonly fromId?: DepartmentId
  readonly intoId?: DepartmentId
}

/** A name that may be merged. `id`: it is stored. `weight`: how many tools it owns or uses. */
export interface MergeCandidate {
  readonly name: string
  readonly id?: DepartmentId
  readonly weight: number
}

interface Candidate extends MergeCandidate {
  readonly forms: Forms
}

/** A name in forms that leave more and more out; those of two names that are one department meet somewhere. */
interface Forms {
  readonly written: string
  readonly unit: string
  readonly full: string
  readonly singular: string
  readonly isShort: boolean
}

/**
 * Names that probably mean the same department, among those stored and further ones (such as a file's). One proposal per
 * name that should go, in the order of the names, stored ones first. Cost: linear in the names.
 */
export function proposeMerges(inventory: Inventory, names: readonly string[] = []): readonly MergeProposal[] {
  return proposeAmong(candidatesOf(inventory, names))
}

/** The same among any names. */
export function proposeAmong(named: readonly MergeCandidate[]): readonly MergeProposal[] {
  const candidates = named.map((each): Candidate => ({ ...each, forms: formsOf(each.name) }))
  const groups = new Groups(candidates.length)
  for (const form of ['written', 'unit', 'full', 'singular'] as const) {
    joinEqual(groups, candidates, ({ forms }) => forms[form])
  }
  joinEqual(groups, candidates, ({ forms }) => {
    const sense = DEPARTMENT_SENSES.get(forms.full) ?? DEPARTMENT_SENSES.get(forms.unit)
    return sense === undefined ? undefined : String(sense.department)
  })
  const known = new Map<string, number>()
  candidates.forEach(({ forms }, index) => {
    if (!known.has(forms.full)) known.set(forms.full, index)
  })
  candidates.forEach(({ forms }, index) => {
    const rest = withoutQualifier(forms.full, known)
    if (rest !== undefined) groups.join(rest, index)
  })
  for (const [a, b] of oneSlipApart(candidates.map(({ forms }) => forms.full))) groups.join(a, b)

  return [...groups.lists()].flatMap((members) => {
    const all = members.flatMap((index) => candidates[index] ?? [])
    const [into] = [...all].sort(byWorth)
    return into === undefined ? [] : all.filter((each) => each !== into).map((from) => proposal(from, into, known))
  })
}

function proposal(from: Candidate, into: Candidate, known: ReadonlyMap<string, number>): MergeProposal {
  const reason = reasonOf(from.forms, into.forms, known)
  return {
    from: from.name,
    into: into.name,
    reason,
    confidence: MERGE_CONFIDENCE[reason],
    ...(from.id === undefined ? {} : { fromId: from.id }),
    ...(into.id === undefined ? {} : { intoId: into.id }),
  }
}

function candidatesOf({ departments, tools, usages }: Inventory, names: readonly string[]): readonly MergeCandidate[] {
  const weights = new Map<string, number>()
  const count = (id: string | undefined) => {
    if (id !== undefined) weights.set(id, (weights.get(id) ?? 0) + 1)
  }
  for (const { owner } of tools.values()) count(owner)
  for (const { department } of usages.values()) count(department)
  const candidates: MergeCandidate[] = []
  const known = new Set<string>()
  for (const { id, name, aliases } of departments.values()) {
    candidates.push({ name, id, weight: weights.get(id) ?? 0 })
    for (const each of [name, ...(aliases ?? [])]) known.add(nameKey(each))
  }
  for (const name of names) {
    if (known.has(nameKey(name))) continue
    known.add(nameKey(name))
    candidates.push({ name, weight: 0 })
  }
  return candidates
}

/** Characters; what is longer is a text in the wrong column, and taking it apart word by word would take seconds. */
const LONGEST = 200

function formsOf(name: string): Forms {
  const written = nameKey(name)
  if (written.length > LONGEST) return { written, unit: written, full: written, singular: written, isShort: false }
  const unit = departmentKey(name)
  let words = unit.split(' ').filter((word, _, all) => all.length === 1 || !JOINING_WORDS.has(word))
  while (words.length > 1 && MORE_UNIT_WORDS.has(words.at(-1) ?? '')) words = words.slice(0, -1)
  while (words.length > 1 && MORE_UNIT_WORDS.has(words[0] ?? '')) words = words.slice(1)
  if (words.length === 1) words = words.map((word) => UNIT_ENDING.exec(word)?.[1] ?? word)
  const short = words.join(' ')
  // "Geschaeftsfuehrung" is "Geschäftsführung"; in short words the letters may belong together by chance.
  const full = words
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .map((word) => (word.length > 6 ? word.replace(/([aou])e/g, '$1') : word))
    .join(' ')
  const singular = full
    .split(' ')
    .map((word) => (/\p{L}{4}s$/u.test(word.slice(-5)) ? word.slice(0, -1) : word))
    .join(' ')
  const sense = DEPARTMENT_SENSES.get(full)
  return { written, unit, full, singular, isShort: short !== full || sense?.among === 'short' }
}

function reasonOf(a: Forms, b: Forms, known: ReadonlyMap<string, number>): MergeReason {
  if (a.written === b.written) return 'writing'
  if (a.unit === b.unit) return 'unit-word'
  if (a.full === b.full) return a.isShort === b.isShort ? 'unit-word' : 'abbreviation'
  const [left, right] = [DEPARTMENT_SENSES.get(a.full), DEPARTMENT_SENSES.get(b.full)]
  if (left !== undefined && left.department === right?.department) {
    if (left.among === 'short' || right.among === 'short') return 'abbreviation'
    return left.among === right.among ? 'synonym' : 'translation'
  }
  if (a.singular === b.singular) return 'plural'
  const qualified = withoutQualifier(a.full, known) !== undefined || withoutQualifier(b.full, known) !== undefined
  return qualified ? 'qualified' : 'slip'
}

/** Where a name is that of another department with one or more words of its own behind it, the place of the latter. */
function withoutQualifier(full: string, known: ReadonlyMap<string, number>): number | undefined {
  if (full.length > LONGEST) return undefined
  const words = full.split(' ')
  for (let at = 1; at <= words.length - 2; at += 1) {
    const rest = known.get(words.slice(at).join(' '))
    if (rest !== undefined && known.has(words.slice(0, at).join(' '))) return rest
  }
  return undefined
}

/** Stored before new, the more used first, without a unit word, written out, the shorter. */
function byWorth(a: Candidate, b: Candidate): number {
  const stored = (each: Candidate) => (each.id === undefined ? 1 : 0)
  const hasUnit = ({ forms }: Candidate) => (forms.written === forms.unit ? 0 : 1)
  const isShort = ({ forms }: Candidate) => (forms.isShort ? 1 : 0)
  return (
    stored(a) - stored(b) ||
    b.weight - a.weight ||
    hasUnit(a) - hasUnit(b) ||
    isShort(a) - isShort(b) ||
    a.name.length - b.name.length
  )
}

function joinEqual(
  groups: Groups,
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => string | undefined,
): void {
  const first = new Map<string, number>()
  candidates.forEach((candidate, index) => {
    const key = keyOf(candidate)
    if (key === undefined) return
    const known = first.get(key)
    if (known === undefined) first.set(key, index)
    else groups.join(known, index)
  })
}

/** Numbers that belong together, joined pair by pair. */
class Groups {
  private readonly parents: number[]

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, index) => index)
  }

  private root(of: number): number {
    let at = of
    for (let next = this.parents[at] ?? at; next !== at; next = this.parents[at] ?? at) {
      this.parents[at] = this.parents[next] ?? next
      at = next
    }
    return at
  }

  join(a: number, b: number): void {
    const [left, right] = [this.root(a), this.root(b)]
    this.parents[Math.max(left, right)] = Math.min(left, right)
  }

  lists(): Iterable<readonly number[]> {
    const lists = new Map<number, number[]>()
    this.parents.forEach((_, index) => {
      push(lists, this.root(index), index)
    })
    return lists.values()
  }
}
