import { fail, ok, type Result } from '../result'
import { isUsable, type Mapping } from './mapping'
import { type Fit, fitMapping, toNamed } from './mapping-names'
import { mappingSchema, type NamedMapping } from './mapping-schema'

export type { NamedMapping } from './mapping-schema'

/** The columns of one file and how they are understood. */
export interface MappedHeader {
  readonly header: readonly string[]
  readonly mapping: Mapping
}

/** Mappings as the text of a file: JSON, columns by their headings, one mapping per list. */
export function mappingToText(files: readonly MappedHeader[]): string {
  const mappings = files.map(({ header, mapping }) => toNamed(header, mapping))
  return `${JSON.stringify({ format: 'toolscape-mapping', version: 1, mappings }, null, 2)}\n`
}

/** The mappings in a text. `not-json`: it can't be read. `not-a-mapping`: it is something else; `where` and `why` it isn't one. */
export type MappingFileError =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-a-mapping'; readonly where: string; readonly why: string }

export function mappingFromText(text: string): Result<readonly NamedMapping[], MappingFileError> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return fail({ code: 'not-json' })
  }
  const read = mappingSchema.safeParse(json)
  if (read.success) return ok(read.data.mappings)
  const [issue] = read.error.issues
  return fail({ code: 'not-a-mapping', where: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}

/** How much of what feeds a field must be in a file for a mapping to be meant for it. */
const ENOUGH = 0.8

/**
 * The mapping of a file that fits this header best: rows can be taken with it, and at least 80 % of the columns that it
 * uses are there. Columns that it doesn't name are kept verbatim.
 */
export function fittingMapping(mappings: readonly NamedMapping[], header: readonly string[]): Fit | undefined {
  let best: { fit: Fit; score: number } | undefined
  for (const named of mappings) {
    const found = fitMapping(named, header, { code: 'file', confidence: 1 })
    const used = usedHeadings(named)
    const share = used === 0 ? 0 : 1 - found.missing.length / used
    const score = share + found.share / 100
    if (isUsable(found.mapping) && share >= ENOUGH && score > (best?.score ?? 0)) best = { fit: found, score }
  }
  return best?.fit
}

function usedHeadings({ columns, extras }: NamedMapping): number {
  const used = new Set(columns.flatMap(({ header, field }) => (field === null ? [] : [header])))
  for (const { source } of extras ?? []) {
    if (source.kind === 'column') used.add(source.column)
    else if (source.kind === 'join') for (const column of source.columns) used.add(column)
  }
  return used.size
}
