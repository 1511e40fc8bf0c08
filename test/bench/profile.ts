/** A CPU profile as Chromium's protocol gives it. Times are microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}

export interface ProfiledBlock {
  readonly ms: number
  /** The functions that at least this share of the block was spent in or below, outermost first. */
  readonly through: readonly string[]
  /** Where it was spent itself, most first. */
  readonly inside: readonly string[]
}

const IDLE = new Set(['(idle)', '(program)', '(root)'])
const SHARE = 0.25

/** The stretches without a pause that took longest, and what ran in them. */
export function blocksOf({ nodes, samples = [], timeDeltas = [] }: CpuProfile, least: number): ProfiledBlock[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parent = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)))
  const nameOf = (id: number) => {
    const { functionName, url, lineNumber } = byId.get(id)?.callFrame ?? { functionName: '?', url: '', lineNumber: 0 }
    return functionName || `anonymous ${url.split('/').at(-1)}:${lineNumber + 1}`
  }
  const blocks: { ms: number; self: Map<number, number> }[] = []
  let open: { ms: number; self: Map<number, number> } | undefined
  samples.forEach((id, at) => {
    // A sample stands for the time until the next one.
    const ms = (timeDeltas[at + 1] ?? 0) / 1000
    if (IDLE.has(nameOf(id))) {
      open = undefined
      return
    }
    if (open === undefined) {
      open = { ms: 0, self: new Map() }
      blocks.push(open)
    }
    open.ms += ms
    open.self.set(id, (open.self.get(id) ?? 0) + ms)
  })
  return blocks
    .filter(({ ms }) => ms >= least)
    .sort((a, b) => b.ms - a.ms)
    .map(({ ms, self }) => {
      const total = new Map<number, number>()
      const own = new Map<string, number>()
      for (const [id, spent] of self) {
        own.set(nameOf(id), (own.get(nameOf(id)) ?? 0) + spent)
        for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
          total.set(at, (total.get(at) ?? 0) + spent)
        }
      }
      const through = [...total]
        .filter(([id, spent]) => spent >= ms * SHARE && !IDLE.has(nameOf(id)))
        .sort((a, b) => b[1] - a[1])
        .map(([id, spent]) => `${nameOf(id)} ${Math.round(spent)}`)
      const inside = [...own].sort((a, b) => b[1] - a[1]).map(([name, spent]) => `${name} ${Math.round(spent)}`)
      return { ms, through, inside: inside.slice(0, 10) }
    })
}
