import type { RowChange } from './change'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { Answer } from './remembered'

/** Two names and what they are names of. */
export type Apart = Pick<Answer, 'kind' | 'names'>

/** What tells one answer from another: the kind and both names as they are compared, in either order. */
export function apartKey({ kind, names }: Apart): string {
  return [kind, ...names.map(normaliseName).sort()].join('\u0000')
}

/** The keys of everything that was said to be different. */
export function apartKeys(answers: Inventory['answers']): ReadonlySet<string> {
  return new Set([...answers.values()].map(apartKey))
}

/** The rows that remember these answers, each once; what is remembered already is left out. */
export function rememberApart(
  answers: Inventory['answers'],
  said: readonly Apart[],
  ids: IdSource,
): readonly RowChange[] {
  const known = new Set(apartKeys(answers))
  return said.flatMap(({ kind, names }): RowChange[] => {
    const key = apartKey({ kind, names })
    if (known.has(key)) return []
    known.add(key)
    const id = ids('answers')
    return [{ table: 'answers', id, after: { id, kind, names } }]
  })
}

/** The rows that take answers back, so that imports ask again. Ids that are not there any more are passed over. */
export function forgetApart(answers: Inventory['answers'], gone: readonly Answer['id'][]): readonly RowChange[] {
  return gone.flatMap((id): RowChange[] => {
    const before = answers.get(id)
    return before === undefined ? [] : [{ table: 'answers', id, before }]
  })
}
