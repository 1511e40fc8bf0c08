/** What React has done on the page: how often it drew, and which of the map's nodes it drew again. */
export interface Drawn {
  readonly commits: number
  /** Nodes that were there before and were drawn again, over all commits. */
  readonly nodes: number
  /** The most of them in one commit. */
  readonly mostNodes: number
}

interface Fiber {
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly flags: number
  readonly memoizedProps: { readonly data?: { readonly tool?: unknown; readonly container?: unknown } } | null
}

interface Watched {
  reactDrawn?: { commits: number; nodes: number; mostNodes: number }
  __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown
}

/** Put into a page before its scripts run: React reports every commit to what it takes for its browser tools. */
export function installReactWatch(): void {
  const page = window as unknown as Watched
  const drawn = { commits: 0, nodes: 0, mostNodes: 0 }
  page.reactDrawn = drawn
  const PERFORMED_WORK = 1
  const visit = (fiber: Fiber | null): number => {
    let count = 0
    for (let each = fiber; each !== null; each = each.sibling) {
      const before = each.alternate
      // What has just come isn't drawn again, and what wasn't touched has the children it had.
      if (before === null) continue
      const isNode = each.memoizedProps?.data?.tool !== undefined || each.memoizedProps?.data?.container !== undefined
      if (isNode && (each.flags & PERFORMED_WORK) !== 0) count += 1
      if (each.child !== before.child) count += visit(each.child)
    }
    return count
  }
  page.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => undefined,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_: unknown, root: { readonly current: Fiber }) => {
      const nodes = visit(root.current.child)
      drawn.commits += 1
      drawn.nodes += nodes
      drawn.mostNodes = Math.max(drawn.mostNodes, nodes)
    },
  }
}

/** What was drawn since this was asked for the last time. Sent into the page. */
export function drawnSince(): Drawn {
  const drawn = (window as unknown as Watched).reactDrawn
  if (drawn === undefined) throw new Error('React is not being watched')
  const since = { ...drawn }
  Object.assign(drawn, { commits: 0, nodes: 0, mostNodes: 0 })
  return since
}
