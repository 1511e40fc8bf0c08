import type { HeadlessJob } from '../../shared/bridge'
import { fittingMapping, mappingFromText, type NamedMapping } from '../../shared/import/mapping-file'
import { titleOf } from '../../shared/import/table'
import { fail, ok, type Result } from '../../shared/result'
import type { PreparedFile } from './import-files'

/** A mapping file of the command line, understood. */
export interface GivenMappings {
  readonly name: string
  readonly mappings: readonly NamedMapping[]
}

/** The mapping files of a headless job, or one line about the first that is none. */
export function readMappings(
  job: HeadlessJob,
): Result<readonly GivenMappings[], { readonly code: 'unreadable'; readonly message: string }> {
  const given: GivenMappings[] = []
  for (const { name, text } of job.mappings ?? []) {
    const read = mappingFromText(text)
    if (!read.ok) {
      const why = read.error.code === 'not-json' ? "it isn't JSON" : `${read.error.where}: ${read.error.why}`
      return fail({ code: 'unreadable', message: `${name} is no mapping file: ${why}` })
    }
    given.push({ name, mappings: read.value })
  }
  return ok(given)
}

/** True when one of these mappings is the one that a file with these columns takes. */
export function isMappedBy({ decoded, mapping }: PreparedFile, mappings: readonly NamedMapping[]): boolean {
  return isFromFile(mapping) && fittingMapping(mappings, decoded.table.header) !== undefined
}

const isFromFile = ({ reasons }: PreparedFile['mapping']): boolean =>
  reasons?.some((reason) => reason?.code === 'file') ?? false

/** That a mapping file fits none of the lists, and what it misses in them. */
export function noFit({ name, mappings }: GivenMappings, files: readonly PreparedFile[]): string {
  const wanted = mappings.flatMap(({ columns }) =>
    columns.flatMap(({ header, field }) => (field === null ? [] : [header])),
  )
  const there = new Set(files.flatMap(({ decoded }) => decoded.table.header))
  const missing = [...new Set(wanted)].filter((header) => !there.has(header))
  const which = missing.length === 0 ? '' : `; not found: ${missing.slice(0, 10).join(', ')}`
  return `The mapping file ${name} fits none of the imported lists${which}`
}

/** That a list was mapped by guess although mappings were given; nothing for the others. */
export function guessedRemark({ decoded, mapping }: PreparedFile): readonly string[] {
  return isFromFile(mapping) ? [] : [`No given mapping fits the columns of ${titleOf(decoded)}; they were guessed`]
}
