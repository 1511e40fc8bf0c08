import type { PointedTerm } from './bundle-terms'
import type { OpenField, OpenQuestion } from './findings'

/**
 * What to find out first: the open fields of a bundle's terms, each with the rows that lack it and by how many points
 * it widens the score's band. A term's width is shared out among its fields by the number of rows that lack each; one
 * field can widen several terms (users are both joined and moved). Widest first, ties by field.
 */
export function findOutFirst(terms: readonly PointedTerm[]): readonly OpenQuestion[] {
  const questions = new Map<OpenField, OpenQuestion>()
  for (const { term, lowPoints, highPoints } of terms) {
    const rows = term.gaps.reduce((sum, { tools, flows }) => sum + tools.length + flows.length, 0)
    for (const { field, tools, flows } of term.gaps) {
      const points = ((highPoints - lowPoints) * (tools.length + flows.length)) / rows
      const known = questions.get(field)
      questions.set(field, {
        field,
        tools: union(known?.tools, tools),
        flows: union(known?.flows, flows),
        points: (known?.points ?? 0) + points,
      })
    }
  }
  const open = [...questions.values()].filter(({ points }) => points > 0)
  return open.sort((a, b) => b.points - a.points || (a.field < b.field ? -1 : 1))
}

function union<T>(a: readonly T[] = [], b: readonly T[]): readonly T[] {
  return [...new Set([...a, ...b])]
}
