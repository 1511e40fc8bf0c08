import { normaliseName } from '../inventory/normalise'
import type { CatalogueFunction } from './catalogue'

/** A word or phrase that speaks for a function. `name`: its name or a synonym; `keyword`: merely typical of it. */
export interface Term {
  readonly functionId: string
  readonly words: readonly string[]
  readonly kind: 'name' | 'keyword'
}

/** Terms by their first word's stem, longest first. */
export type Terms = ReadonlyMap<string, readonly Term[]>

/**
 * A word without the endings that German and English put on plurals and cases: "Rechnungen" → "rechnung",
 * "documents" → "document". Words of fewer than five letters stay, and so does "customs", which is no plural.
 */
export function stemOf(word: string): string {
  return word.length < 5 || word === 'customs' ? word : word.replace(/(en|es|s|n|e)$/, '')
}

/** Splits a text into the stems of its words. */
export function stemsOf(text: string): readonly string[] {
  return normaliseName(text).split(' ').map(stemOf)
}

/** All words and phrases of the functions. What more than one function claims as its name speaks for none of them. */
export function indexTerms(functions: readonly CatalogueFunction[]): Terms {
  const claims = new Map<string, Term | undefined>()
  const claim = (functionId: string, text: string, kind: Term['kind']) => {
    const words = stemsOf(text)
    const key = `${kind}:${kind === 'name' ? '' : functionId}:${words.join(' ')}`
    const known = claims.get(key)
    const isOthers = claims.has(key) && known?.functionId !== functionId
    claims.set(key, isOthers ? undefined : { functionId, words, kind })
  }
  for (const { id, name, synonyms, keywords } of functions) {
    for (const text of [name.en, name.de, ...synonyms.en, ...synonyms.de]) claim(id, text, 'name')
    for (const text of [...keywords.en, ...keywords.de]) claim(id, text, 'keyword')
  }
  const byFirst = new Map<string, Term[]>()
  for (const term of claims.values()) {
    const first = term?.words[0]
    if (term === undefined || first === undefined || first === '') continue
    const list = byFirst.get(first)
    if (list === undefined) byFirst.set(first, [term])
    else list.push(term)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** Every place where a term stands in the text as whole words. */
export function termsIn(
  stems: readonly string[],
  terms: Terms,
): readonly { readonly term: Term; readonly at: number }[] {
  const hits: { term: Term; at: number }[] = []
  for (const [at, stem] of stems.entries()) {
    for (const term of terms.get(stem) ?? []) {
      if (term.words.every((word, offset) => stems[at + offset] === word)) hits.push({ term, at })
    }
  }
  return hits
}
