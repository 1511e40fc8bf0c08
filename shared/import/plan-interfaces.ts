import type { ToolId } from '../inventory/nouns'
import { toolFinder } from './find-tools'
import { push } from './match-rows'
import type { PlanContext, PlannedTool } from './plan-context'
import type { KindPlan } from './row-outcomes'

/** What the interface cells of a list brought: new partners by tool, and tools that only they named. */
export interface PlannedInterfaces {
  readonly added: ReadonlyMap<ToolId, readonly string[]>
  readonly mentionedOnly: readonly string[]
}

const pairKey = (a: ToolId, b: ToolId): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * Writes a flow of unknown direction for every partner an interface cell names, unless there is a flow between the two
 * already, in whichever direction. A tool that names itself gets a notice.
 */
export function planInterfaces(
  planned: readonly PlannedTool[],
  context: PlanContext,
  plan: KindPlan,
): PlannedInterfaces {
  const { writer, ids, fileName } = context
  const added = new Map<ToolId, string[]>()
  const naming = planned.filter(({ merged }) => merged.draft.interfaces !== undefined)
  if (naming.length === 0) return { added, mentionedOnly: [] }
  const finder = toolFinder(
    context,
    naming.flatMap(({ merged }) => merged.draft.interfaces ?? []),
  )
  const connected = new Set(writer.all('flows').map(({ source, target }) => pairKey(source, target)))
  for (const { merged, id } of naming) {
    const { draft, rows } = merged
    const row = rows.find(({ gave }) => gave.has('interfaces'))?.row ?? draft.row
    const origin = { file: fileName, row }
    for (const { name, method } of draft.interfaces ?? []) {
      const partner = finder.findOrCreate({ name }, origin)
      // What is still named isn't missing from the file.
      plan.matched.add(partner)
      if (partner === id) {
        plan.notices.push({ code: 'own-interface', row, column: draft.columns?.interfaces ?? 'interfaces', text: name })
        continue
      }
      const pair = pairKey(id, partner)
      if (connected.has(pair)) continue
      connected.add(pair)
      const flow = {
        id: ids('flows'),
        source: id,
        target: partner,
        dataObjects: [],
        method: method ?? 'unknown',
        directionKnown: false,
        origin,
      } as const
      writer.put('flows', flow)
      push(added, id, name)
    }
  }
  return { added, mentionedOnly: finder.created }
}
