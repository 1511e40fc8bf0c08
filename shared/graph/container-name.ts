import { COMPANY_WIDE, type ContainerNode, JOINED, NO_DEPARTMENT, NO_FUNCTION, NOT_JOINED } from './graph'

/** The words for containers that have no name of their own. */
export type ContainerWord =
  | 'common:noDepartment'
  | 'map:companyWide'
  | 'map:noFunction'
  | 'map:joined'
  | 'map:notJoined'
  | 'map:around'

const WORDS: Readonly<Record<string, ContainerWord>> = {
  [NO_DEPARTMENT]: 'common:noDepartment',
  [COMPANY_WIDE]: 'map:companyWide',
  [NO_FUNCTION]: 'map:noFunction',
  [JOINED]: 'map:joined',
  [NOT_JOINED]: 'map:notJoined',
}

/** What a container is called, in the reader's language. */
export function containerName(
  { id, kind, name }: ContainerNode,
  say: (word: ContainerWord, values: { readonly name: string }) => string,
): string {
  if (kind === 'around') return say('map:around', { name })
  const word = Object.hasOwn(WORDS, id) ? WORDS[id] : undefined
  return word === undefined ? name : say(word, { name })
}
