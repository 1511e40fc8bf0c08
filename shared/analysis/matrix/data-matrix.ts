import type { Inventory } from '../../inventory/inventory'
import type { DataObjectId, Flow, FlowId, ToolId } from '../../inventory/nouns'
import { finish, inSteps, type Steps } from './steps'

/** What a tool does with a data object: it holds the master, it sends it on, it gets it. */
export interface DataUse {
  readonly master: boolean
  readonly sends: readonly FlowId[]
  readonly gets: readonly FlowId[]
}

export interface DataRow {
  readonly dataObject: DataObjectId
  readonly uses: ReadonlyMap<ToolId, DataUse>
  /** Tools that send it on without ever getting it: each of them writes it. More than one of them contest the master. */
  readonly writers: readonly ToolId[]
  readonly master?: ToolId
  readonly contested: boolean
}

/**
 * Data object × tool. A tool writes an object when it is the master, or when it sends it on without getting it from
 * anywhere. An object is contested when two or more tools write it. Retired flows are left out; a flow both ways sends
 * and gets at either end; one whose direction isn't known makes nobody a writer.
 */
export function dataMatrix(inventory: Inventory): readonly DataRow[] {
  return finish(dataMatrixSteps(inventory))
}

/** `dataMatrix` in short steps. */
export function* dataMatrixSteps({ dataObjects, flows }: Inventory): Steps<readonly DataRow[]> {
  interface Tally {
    master: boolean
    readonly sends: FlowId[]
    readonly gets: FlowId[]
    /** A flow of unknown direction: it may get the object. */
    maybe: boolean
  }
  const rows = new Map<DataObjectId, Map<ToolId, Tally>>()
  const use = (id: DataObjectId, tool: ToolId): Tally => {
    const row = rows.get(id) ?? new Map<ToolId, Tally>()
    rows.set(id, row)
    const known = row.get(tool) ?? { master: false, sends: [], gets: [], maybe: false }
    row.set(tool, known)
    return known
  }
  for (const { id, master } of dataObjects.values()) if (master !== undefined) use(id, master).master = true
  const count = (flow: Flow) => {
    if (flow.status === 'retired') return
    for (const id of new Set(flow.dataObjects)) {
      if (!dataObjects.has(id)) continue
      const [from, to] = [use(id, flow.source), use(id, flow.target)]
      from.sends.push(flow.id)
      to.gets.push(flow.id)
      if (flow.bothWays === true) {
        from.gets.push(flow.id)
        to.sends.push(flow.id)
      }
      if (flow.directionKnown === false) {
        from.maybe = true
        to.maybe = true
      }
    }
  }
  yield* inSteps(flows.values(), count)
  const found: DataRow[] = []
  yield* inSteps(dataObjects.values(), ({ id, master }) => {
    const uses = rows.get(id) ?? new Map<ToolId, Tally>()
    const writers = [...uses].flatMap(([tool, each]) =>
      each.master || (each.sends.length > 0 && each.gets.length === 0 && !each.maybe) ? [tool] : [],
    )
    found.push({
      dataObject: id,
      uses: new Map([...uses].map(([tool, { maybe: _, ...rest }]) => [tool, rest])),
      writers,
      ...(master === undefined ? {} : { master }),
      contested: writers.length > 1,
    })
  })
  return found
}
