import type { Bundle, BundleTerm, Findings, OpenQuestion, Standing, Target } from './findings'

/** A term and by how many points it decides what a sentence says. */
export interface NamedTerm {
  readonly term: BundleTerm
  readonly points: number
}

/** One statement about a bundle: a code that the strings know (`analysis:explain.<code>`) and what goes into it. */
export type Sentence =
  | {
      readonly code: 'place'
      readonly rank: number
      readonly of: number
      readonly lever: number
      readonly effort: number
      readonly score: number
    }
  | { readonly code: 'lever' | 'effort'; readonly terms: readonly NamedTerm[] }
  | { readonly code: 'ahead'; readonly next: Bundle; readonly points: number; readonly terms: readonly NamedTerm[] }
  | { readonly code: 'open'; readonly question: OpenQuestion; readonly low: number; readonly high: number }
  | ({ readonly code: 'steady' } & Standing)
  | { readonly code: 'target'; readonly target: Target }
  | { readonly code: 'new-platform'; readonly reasons: Target['newPlatform']['reasons'] }

/** How many terms a sentence names, and from how many points on one is worth naming. */
const NAMED = { lever: 3, effort: 2, ahead: 2 }
const WORTH_NAMING = 0.5

/**
 * Why a bundle stands where it stands, as statements in the order of telling, made of nothing but its own numbers: its
 * place and score, the terms that carry lever and effort, what puts it before the next one, how steady that is, what
 * to find out first, and where its tools could go. What doesn't apply is left out. Whoever shows them writes the words.
 */
export function explainBundle(
  bundle: Bundle,
  { bundles, sensitivity, targets }: Pick<Findings, 'bundles' | 'sensitivity' | 'targets'>,
): readonly Sentence[] {
  const { rank, lever, effort, score, low, high } = bundle
  const sentences: Sentence[] = [{ code: 'place', rank, of: bundles.length, lever, effort, score }]
  for (const code of ['lever', 'effort'] as const) {
    const own = bundle.terms.filter(({ side }) => side === code).map((term) => ({ term, points: term.points }))
    const terms = largest(own, NAMED[code])
    if (terms.length > 0) sentences.push({ code, terms })
  }
  const next = bundles.find((other) => other.rank === rank + 1)
  if (next !== undefined) sentences.push({ code: 'ahead', next, points: score - next.score, terms: lead(bundle, next) })
  const standing = sensitivity.get(bundle.functionKey)
  if (standing !== undefined && bundles.length > 1) sentences.push({ code: 'steady', ...standing })
  const [question] = bundle.findOutFirst
  if (question !== undefined) sentences.push({ code: 'open', question, low, high })
  const target = targets.get(bundle.functionKey)
  if (target !== undefined && target.reasons.length > 0 && !target.newPlatform.preferred) {
    sentences.push({ code: 'target', target })
  }
  const reasons = target?.newPlatform.reasons ?? []
  if (reasons.length > 0) sentences.push({ code: 'new-platform', reasons })
  return sentences
}

/** The terms in which a bundle is furthest ahead of another: more lever, or less effort. */
function lead(bundle: Bundle, other: Bundle): readonly NamedTerm[] {
  const leads = bundle.terms.map((term) => {
    const theirs = other.terms.find(({ code }) => code === term.code)?.points ?? 0
    return { term, points: term.side === 'lever' ? term.points - theirs : theirs - term.points }
  })
  return largest(leads, NAMED.ahead)
}

function largest(terms: readonly NamedTerm[], count: number): readonly NamedTerm[] {
  const worth = terms.filter(({ points }) => points >= WORTH_NAMING)
  return worth.sort((a, b) => b.points - a.points).slice(0, count)
}
