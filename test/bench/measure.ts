/** Something to be timed. What it gives back is kept from being optimised away. */
export interface Case {
  readonly name: string
  run(): unknown
}

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Milliseconds. `cpu` is what all threads of the process used, the garbage collector's included. */
export interface Timing {
  readonly name: string
  readonly wall: Spread
  readonly cpu: Spread
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

/** The value at a share of the sorted values, 0–1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

const collect = (globalThis as { gc?: () => void }).gc

/** Times the cases in turn, round by round, each round beginning with another one, so that a busy spell hits all. */
export async function inTurn(cases: readonly Case[], rounds: number, warmups: number): Promise<readonly Timing[]> {
  const walls = cases.map((): number[] => [])
  const cpus = cases.map((): number[] => [])
  for (let round = -warmups; round < rounds; round += 1) {
    for (let step = 0; step < cases.length; step += 1) {
      const at = (step + Math.max(0, round)) % cases.length
      collect?.()
      const cpu = process.cpuUsage()
      const start = performance.now()
      kept = await cases[at]?.run()
      const wall = performance.now() - start
      const { user, system } = process.cpuUsage(cpu)
      if (round < 0) continue
      walls[at]?.push(wall)
      cpus[at]?.push((user + system) / 1000)
    }
  }
  return cases.map(({ name }, i) => ({ name, wall: spreadOf(walls[i] ?? []), cpu: spreadOf(cpus[i] ?? []) }))
}

/** The last result, so that no run is for nothing. */
export let kept: unknown
