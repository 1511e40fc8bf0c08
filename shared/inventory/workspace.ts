/**
 * A workspace is one client or one company: a journal and a database of its own, so that clients never mix. Its name is
 * what people tell it by; its id is a folder's name and never changes.
 */

/** A longer name is refused rather than cut off. */
export const WORKSPACE_NAME_LIMIT = 80

/** A name as it is kept: one line, without spaces at its ends or several in a row. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

export type NameProblem = 'name-empty' | 'name-too-long' | 'name-taken'

/**
 * What is wrong with a name for a workspace, if anything.
 * @param taken the names of the other workspaces; capitals make no difference
 */
export function nameProblem(name: string, taken: readonly string[]): NameProblem | undefined {
  const tidy = tidyName(name)
  if (tidy === '') return 'name-empty'
  if ([...tidy].length > WORKSPACE_NAME_LIMIT) return 'name-too-long'
  return taken.some((other) => sameName(other, tidy)) ? 'name-taken' : undefined
}

/** The wanted name, with a number behind it when another workspace has it already; cut where it would be too long. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const tidy = tidyName(wanted)
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`
    const name =
      [...tidy]
        .slice(0, WORKSPACE_NAME_LIMIT - end.length)
        .join('')
        .trim() + end
    if (!taken.some((other) => sameName(other, name))) return name
  }
}

function sameName(a: string, b: string): boolean {
  return tidyName(a).toLowerCase() === tidyName(b).toLowerCase()
}
