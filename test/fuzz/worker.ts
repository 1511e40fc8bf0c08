import type { FuzzInput, Violation } from './input'
import { brokenLaw } from './laws'

/** What comes back for one input: the first law it broke, and the processor time that it took. */
export interface Answer {
  readonly violation?: Violation
  readonly ms: number
}

/** One input in, one answer out. A process of its own: only so is its processor time its own. */
process.on('message', (input: FuzzInput) => {
  const before = process.cpuUsage()
  const violation = brokenLaw({ ...input, bytes: Uint8Array.from(input.bytes) })
  const { user, system } = process.cpuUsage(before)
  const answer: Answer = { ms: (user + system) / 1_000, ...(violation === undefined ? {} : { violation }) }
  process.send?.(answer)
})
