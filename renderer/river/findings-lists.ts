import type {
  Assignment,
  Bundle,
  Findings,
  FunctionInfo,
  Overlap,
  OverlapGroup,
  OverlapRange,
  PlatformArea,
  Standing,
  Target,
} from '../../shared/analysis/findings'
import type { ToolId } from '../../shared/inventory/nouns'
import { type ListKind, type ListKinds, type Lists, mapOf } from './delta'
import { type OverlapPack, packOverlaps, unpackOverlaps } from './overlap-pack'

const overlaps: ListKind<Overlap> = {
  keyOf: ({ tools }) => tools.join(' '),
  encode: packOverlaps,
  decode: (wire) => unpackOverlaps(wire as OverlapPack),
  perPart: 2_000,
}

const byFirst = { keyOf: ([key]: readonly [string, unknown]) => key }

export const FINDINGS_LISTS = {
  assignments: { keyOf: ({ tool, functionKey, state }: Assignment) => `${tool} ${functionKey} ${state}` },
  functions: byFirst,
  overlaps,
  overlapRange: { keyOf: ({ extent }: OverlapRange) => extent },
  bundles: { keyOf: ({ functionKey }: Bundle) => functionKey },
  overlapCount: byFirst,
  groups: { keyOf: ({ key }: OverlapGroup) => key },
  sensitivity: byFirst,
  targets: byFirst,
  areas: { keyOf: ({ area }: PlatformArea) => area },
} as unknown as ListKinds

/** What the analysis concludes as lists. */
export function findingsLists(findings: Findings): Lists {
  const { assigned, overlaps, overlapRange, bundles, overlapCount, groups, sensitivity, targets, areas } = findings
  return {
    assignments: assigned.assignments,
    functions: [...assigned.functions],
    overlaps,
    overlapRange: [overlapRange],
    bundles,
    overlapCount: [...overlapCount],
    groups,
    sensitivity: [...sensitivity],
    targets: [...targets],
    areas,
  }
}

/** The findings of these lists; what did not change since `before` is the same object. */
export async function findingsOf(lists: Lists, before: Findings | undefined): Promise<Findings> {
  const { assignments, functions, overlaps, overlapRange, bundles, overlapCount, groups, sensitivity, targets, areas } =
    lists as {
      readonly assignments: readonly Assignment[]
      readonly functions: readonly (readonly [string, FunctionInfo])[]
      readonly overlaps: readonly Overlap[]
      readonly overlapRange: readonly [OverlapRange]
      readonly bundles: readonly Bundle[]
      readonly overlapCount: readonly (readonly [ToolId, number])[]
      readonly groups: readonly OverlapGroup[]
      readonly sensitivity: readonly (readonly [string, Standing])[]
      readonly targets: readonly (readonly [string, Target])[]
      readonly areas: readonly PlatformArea[]
    }
  const infos = await mapOf(functions)
  const known = before?.assigned
  const assigned =
    known?.assignments === assignments && known.functions === infos ? known : { assignments, functions: infos }
  return {
    assigned,
    overlaps,
    overlapRange: overlapRange[0],
    groups,
    bundles,
    sensitivity: await mapOf(sensitivity),
    targets: await mapOf(targets),
    areas,
    overlapCount: await mapOf(overlapCount),
  }
}
