import type { FlowEnd } from './drafts'
import { nameKey } from './normalise'

const ARROW = /\s*(?:↔|⇄|⇔|⟷|<-+>|<=+>|→|⇒|⟶|-+>|=+>|←|⇐|⟵|<-+|<=+)\s*/u
const BOTH =
  /↔|⇄|⇔|⟷|<-+>|<=+>|\bbi-?\s?dire(?:c|k)tional|\bbidirektional|\bbeidseitig|\bbeide richtungen|\bboth (?:ways|directions)|\btwo-way/iu

/** True when a text says that data move both ways. */
export function saysBothWays(text: string): boolean {
  return BOTH.test(text)
}

/** Characters; what is longer is no name, and looking for arrows behind its blanks would take their square. */
const LONGEST_NAME = 1_000

/**
 * The other end of a flow that names one participant and has an arrow in its name: "Applications → Splunk Log
 * Collection" with the participant Splunk comes from "Applications". Undefined when no side of the arrow contains the
 * participant's name, or both do, and for what is too long to be a name.
 */
export function otherEnd(
  flowName: string,
  participant: string,
): { readonly name: string; readonly isSource: boolean } | undefined {
  if (flowName.length > LONGEST_NAME) return undefined
  const sides = flowName.split(ARROW)
  const [left, right] = sides
  if (sides.length !== 2 || !left || !right) return undefined
  const contains = (side: string) => ` ${nameKey(side)} `.includes(` ${nameKey(participant)} `)
  if (contains(left) === contains(right)) return undefined
  const backward = isBackward(flowName)
  return contains(right) ? { name: left, isSource: !backward } : { name: right, isSource: backward }
}

/** One key per tool that an end can mean: its name and the system it is a part of (its own name counts as none). */
export function endKey({ name, partOf }: FlowEnd): string {
  const key = nameKey(name)
  const part = partOf === undefined ? '' : nameKey(partOf)
  return part === '' || part === key ? key : `${key}\u0000${part}`
}

/** The two tools of "DATEV → SAP", the sender first; undefined for a text without exactly one arrow between two names. */
export function arrowEnds(text: string): readonly [string, string] | undefined {
  if (text.length > LONGEST_NAME) return undefined
  const [left, right, ...more] = text.split(ARROW)
  if (!left || !right || more.length > 0) return undefined
  return isBackward(text) ? [right, left] : [left, right]
}

const isBackward = (text: string): boolean => /←|⇐|⟵|<-+(?!>)|<=+(?!>)/u.test(text) && !saysBothWays(text)

/** The quoted pairs of a text like `{'frequency': 'realTime', 'protocol': 'REST'}`; empty when it is none. */
export function quotedPairs(text: string): ReadonlyMap<string, string> {
  if (!/^\s*\{[\s\S]*\}\s*$/.test(text) || text.length > 5000) return new Map()
  const pairs = [...text.matchAll(/(['"])([\w .-]+)\1\s*:\s*(['"])((?:(?!\3).)*)\3/g)]
  return new Map(pairs.map((pair) => [(pair[2] ?? '').toLowerCase(), pair[4] ?? '']))
}
