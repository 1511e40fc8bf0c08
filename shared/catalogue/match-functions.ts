import type { CatalogueIndex } from './index-catalogue'
import type { RecognisedFunction } from './recognised'
import { stemOf, stemsOf, type Term, termsIn } from './terms'

/** A phrase of two or more words that names a function speaks for it alone. */
const PHRASE_POINTS = 2
/** So does a single word that names it, when it stands among the first words, where lists say what a thing is. */
const EARLY_POINTS = 2
const EARLY = 6
/** Anywhere else one word is a hint, and it takes two different ones; of merely typical words it takes three. */
const HINT_POINTS = 1
const NEEDED = 2
const NEEDED_WITHOUT_NAME = 3
/** More candidates than this with equal points: the text is about many things, nothing is proposed. */
const MOST_TIED = 2

/** Only so many words of a description are read: what comes later tells of everything else. */
const READ_WORDS = 60
/** Web addresses and the path behind a Markdown link: no words. */
const ADDRESS = /https?:\/\/[^\s)]+|\]\([^)]*\)/g

const CATEGORY_CONFIDENCE = 0.9
const NAME_CONFIDENCE = 0.7
const DESCRIPTION_CONFIDENCE = 0.5

/** Stems that name a function but are said of many things ("Compensation Database", "an analytics platform"). */
const TOO_GENERAL = new Set(
  'database datenbank store stores storage analytics documentation dokumentation chat review reviews event events reporting dashboard workflow billing hosting'
    .split(' ')
    .map(stemOf),
)

/** Functions that a category cell names exactly, or else names within it. */
export function functionsOfCategory(text: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const exact = index.functionByWord(text)
  if (exact === undefined) return functionsOfName(text, index)
  return [{ catalogueId: exact.id, confidence: CATEGORY_CONFIDENCE, reason: { code: 'category', text } }]
}

/** The function whose name or synonym stands in a tool's name as whole words; the longest one, and only if it is alone. */
export function functionsOfName(name: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const hits = termsIn(stemsOf(name), index.terms).filter(({ term }) => term.kind === 'name' && !isTooGeneral(term))
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
 * among the first six words and 1 after that, each different keyword 1; a word inside a longer term counts once. The
 * functions with most points are proposed when they have at least 2 (3 when nothing but keywords speaks for them) and
 * no more than two tie.
 */
export function functionsOfDescription(description: string, index: CatalogueIndex): readonly RecognisedFunction[] {
  const found = new Map<string, Evidence>()
  for (const { term, at } of termsIn(stemsOf(description.replace(ADDRESS, ' ')).slice(0, READ_WORDS), index.terms)) {
    const entry = found.get(term.functionId) ?? { points: 0, named: false, words: [], end: -1 }
    found.set(term.functionId, entry)
    const words = term.words.join(' ')
    // Terms come by place, longest first: one that begins before the last one's end lies within it.
    if (at < entry.end || entry.words.includes(words)) continue
    entry.points += pointsOf(term, at)
    entry.named ||= term.kind === 'name'
    entry.words.push(words)
    entry.end = at + term.words.length
  }
  const strong = [...found].filter(([, { points, named }]) => points >= (named ? NEEDED : NEEDED_WITHOUT_NAME))
  const most = Math.max(...strong.map(([, { points }]) => points))
  const best = strong.filter(([, { points }]) => points === most)
  if (best.length > MOST_TIED) return []
  return best
    .map(([catalogueId, { words }]): RecognisedFunction => {
      const reason = { code: 'description', text: words.join(', ') } as const
      return { catalogueId, confidence: DESCRIPTION_CONFIDENCE, reason }
    })
    .sort((a, b) => (a.catalogueId < b.catalogueId ? -1 : 1))
}

interface Evidence {
  points: number
  named: boolean
  readonly words: string[]
  end: number
}

function pointsOf(term: Term, at: number): number {
  if (term.kind === 'keyword') return HINT_POINTS
  if (term.words.length > 1) return PHRASE_POINTS
  return at < EARLY && !isTooGeneral(term) ? EARLY_POINTS : HINT_POINTS
}

function isTooGeneral({ words }: Term): boolean {
  return words.length === 1 && TOO_GENERAL.has(words[0] ?? '')
}
