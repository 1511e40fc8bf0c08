import type { CatalogueIndex } from './index-catalogue'
import type { RecognisedFunction } from './recognise'
import { stemsOf, type Term, termsIn } from './terms'

/** A phrase of two or more words that names a function speaks for it alone. */
const PHRASE_POINTS = 2
/** So does a single word that names it, when it stands among the first words, where lists say what a thing is. */
const EARLY_POINTS = 2
const EARLY = 6
/** Anywhere else one word is a hint, and it takes two different ones. */
const HINT_POINTS = 1
const NEEDED = 2
/** More candidates than this with equal points: the text is about many things, nothing is proposed. */
const MOST_TIED = 2

/** Web addresses and the path behind a Markdown link: no words. */
const ADDRESS = /https?:\/\/[^\s)]+|\]\([^)]*\)/g

const CATEGORY_CONFIDENCE = 0.9
const NAME_CONFIDENCE = 0.7
const DESCRIPTION_CONFIDENCE = 0.5

/** Functions that a category cell names exactly, or else names within it. */
export function functionsOfCategory(text: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const exact = index.functionByWord(text)
  if (exact === undefined) return functionsOfName(text, index)
  return [{ catalogueId: exact.id, confidence: CATEGORY_CONFIDENCE, reason: { code: 'category', text } }]
}

/** The function whose name or synonym stands in a tool's name as whole words; the longest one, and only if it is alone. */
export function functionsOfName(name: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const hits = termsIn(stemsOf(name), index.terms).filter(({ term }) => term.kind === 'name')
  const longest = Math.max(0, ...hits.map(({ term }) => term.words.length))
  const best = new Set(hits.filter(({ term }) => term.words.length === longest).map(({ term }) => term.functionId))
  if (best.size !== 1) return []
  return [...best].map((catalogueId) => ({
    catalogueId,
    confidence: NAME_CONFIDENCE,
    reason: { code: 'name-words', text: name },
  }))
}

/**
 * What a description says a tool does: points per function, a phrase that names it 2, a single word that names it 2
 * among the first six words and 1 after that, each different keyword 1. The functions with most points are proposed
 * when they have at least 2 and no more than two tie.
 */
export function functionsOfDescription(description: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const points = new Map<string, { sum: number; words: string[] }>()
  const seen = new Set<string>()
  for (const { term, at } of termsIn(stemsOf(description.replace(ADDRESS, ' ')), index.terms)) {
    const key = `${term.functionId} ${term.words.join(' ')}`
    if (seen.has(key)) continue
    seen.add(key)
    const entry = points.get(term.functionId) ?? { sum: 0, words: [] }
    entry.sum += pointsOf(term, at)
    entry.words.push(term.words.join(' '))
    points.set(term.functionId, entry)
  }
  const most = Math.max(0, ...[...points.values()].map(({ sum }) => sum))
  const best = [...points].filter(([, { sum }]) => sum === most)
  if (most < NEEDED || best.length > MOST_TIED) return []
  return best
    .map(([catalogueId, { words }]): RecognisedFunction => {
      const reason = { code: 'description', text: words.join(', ') } as const
      return { catalogueId, confidence: DESCRIPTION_CONFIDENCE, reason }
    })
    .sort((a, b) => (a.catalogueId < b.catalogueId ? -1 : 1))
}

function pointsOf(term: Term, at: number): number {
  if (term.kind === 'keyword') return HINT_POINTS
  if (term.words.length > 1) return PHRASE_POINTS
  return at < EARLY ? EARLY_POINTS : HINT_POINTS
}
