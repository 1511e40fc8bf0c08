import type { NamedTerm, Sentence } from '../../../shared/analysis/explain-bundle'
import type { OpenQuestion, Target } from '../../../shared/analysis/findings'
import type { Language } from '../../../shared/bridge'
import type { ToolId } from '../../../shared/inventory/nouns'
import type { Formats } from '../../format'
import type { T } from '../../i18n'
import { termValue } from './term-value'

interface Words {
  readonly t: T
  readonly formats: Formats
  readonly language: Language
  readonly nameOf: (tool: ToolId) => string
}

/** The statements about a bundle as one paragraph. */
export function explanation(sentences: readonly Sentence[], words: Words): string {
  return sentences.map((sentence) => sentenceWords(sentence, words)).join(' ')
}

/** What is to be found out, with the number of rows that lack it. */
export function questionWords({ field, tools, flows }: OpenQuestion, t: T): string {
  return t(`analysis:open.${field}`, { count: tools.length + flows.length })
}

function sentenceWords(sentence: Sentence, words: Words): string {
  const { t, formats, language, nameOf } = words
  const points = (value: number) => formats.number(Math.round(value * 10) / 10)
  switch (sentence.code) {
    case 'place': {
      const { rank, of, lever, effort, score } = sentence
      const values = { lever: points(lever), effort: points(effort), score: points(score) }
      return t('analysis:explain.place', { rank, of, ...values })
    }
    case 'lever':
    case 'effort':
      return t(`analysis:explain.${sentence.code}`, { terms: termList(sentence.terms, words, true) })
    case 'ahead': {
      const values = { points: points(sentence.points), name: sentence.next.name[language] }
      return sentence.terms.length === 0
        ? t('analysis:explain.aheadSlightly', values)
        : t('analysis:explain.ahead', { ...values, terms: termList(sentence.terms, words, false) })
    }
    case 'steady':
      return t('analysis:explain.steady', {
        first: formats.percent(sentence.first),
        topThree: formats.percent(sentence.topThree),
      })
    case 'open': {
      const { question, low, high } = sentence
      return t('analysis:explain.open', {
        low: points(low),
        high: points(high),
        question: questionWords(question, t),
        points: points(question.points),
      })
    }
    case 'target': {
      const reasons = sentence.target.reasons.map((reason) => targetWords(reason, words)).join(', ')
      return t('analysis:explain.target', { tool: nameOf(sentence.target.tool), reasons })
    }
    case 'new-platform':
      return t('analysis:explain.new-platform', {
        reasons: sentence.reasons.map((code) => t(`analysis:newPlatform.${code}`)).join(', '),
      })
  }
}

/** One reason that speaks for a tool as the target, in words. */
export function targetWords({ code, value }: Target['reasons'][number], { t, formats }: Words): string {
  const shown =
    typeof value === 'number' ? formats.number(value) : code === 'longest-contract' ? formats.date(value) : value
  return t(`analysis:target.${code}`, { value: shown })
}

function termList(terms: readonly NamedTerm[], { t, formats }: Words, withValue: boolean): string {
  const named = terms.map(({ term, points }) => {
    const values = { term: t(`analysis:term.${term.code}`), points: formats.number(Math.round(points * 10) / 10) }
    if (!withValue) return t('analysis:explain.lead', values)
    return t('analysis:explain.term', { ...values, value: termValue(term, t, formats) })
  })
  return named.join(', ')
}
