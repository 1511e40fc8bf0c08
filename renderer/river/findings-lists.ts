import type { Assignment, Bundle, Findings, FunctionInfo, Overlap } from '../../shared/analysis/findings'
import type { ToolId } from '../../shared/inventory/nouns'
import { type ListKinds, type Lists, mapOf } from './delta'

const byFirst = { keyOf: ([key]: readonly [string, unknown]) => key }

export const FINDINGS_LISTS = {
  assignments: { keyOf: ({ tool, functionKey, state }: Assignment) => `${tool} ${functionKey} ${state}` },
  functions: byFirst,
  overlaps: { keyOf: ({ tools }: Overlap) => tools.join(' ') },
  bundles: { keyOf: ({ functionKey }: Bundle) => functionKey },
  overlapCount: byFirst,
} as unknown as ListKinds

/** What the analysis concludes as lists. */
export function findingsLists({ assigned, overlaps, bundles, overlapCount }: Findings): Lists {
  return {
    assignments: assigned.assignments,
    functions: [...assigned.functions],
    overlaps,
    bundles,
    overlapCount: [...overlapCount],
  }
}

/** The findings of these lists; what did not change since `before` is the same object. */
export async function findingsOf(lists: Lists, before: Findings | undefined): Promise<Findings> {
  const { assignments, functions, overlaps, bundles, overlapCount } = lists as {
    readonly assignments: readonly Assignment[]
    readonly functions: readonly (readonly [string, FunctionInfo])[]
    readonly overlaps: readonly Overlap[]
    readonly bundles: readonly Bundle[]
    readonly overlapCount: readonly (readonly [ToolId, number])[]
  }
  const infos = await mapOf(functions)
  const known = before?.assigned
  const assigned =
    known?.assignments === assignments && known.functions === infos ? known : { assignments, functions: infos }
  return { assigned, overlaps, bundles, overlapCount: await mapOf(overlapCount) }
}
