import { compactName, normaliseName } from '../../../../shared/inventory/normalise'

/** So many suggestions are shown; whoever wants another one types on. */
const LIMIT = 60

export interface Suggestions {
  readonly names: readonly string[]
  /** So many of them, from the top, begin with what is typed. */
  readonly begin: number
}

/** The names that contain what is typed: those that begin with it first, otherwise in the given order. */
export function suggest(names: readonly string[], typed: string): Suggestions {
  const key = normaliseName(typed.trim())
  if (key === '') return { names: names.slice(0, LIMIT), begin: 0 }
  const begin: string[] = []
  const contain: string[] = []
  for (const name of names) {
    const own = normaliseName(name)
    if (own.startsWith(key) || compactName(name).startsWith(key)) begin.push(name)
    else if (own.includes(key)) contain.push(name)
  }
  return { names: [...begin, ...contain].slice(0, LIMIT), begin: Math.min(begin.length, LIMIT) }
}

/** Whether two names are the same name. */
export function sameName(a: string, b: string): boolean {
  return normaliseName(a) === normaliseName(b)
}

/** Names without doubles, in the language's order. */
export function inOrder(names: Iterable<string>, compare: (a: string, b: string) => number): readonly string[] {
  return [...new Set(names)].sort(compare)
}
