import { z } from 'zod'
import { FIELDS, type FieldId } from './fields'
import { IDENTITY_MODES } from './mapping'
import { FILE_KINDS } from './table'

const heading = z.string().min(1).max(2_000)
const field = z.enum([...new Set(Object.values(FIELDS).flat())] as [FieldId, ...FieldId[]])
const separator = z.string().max(20)
const split = z.strictObject({
  separator: separator.min(1),
  part: z
    .int()
    .min(-100)
    .max(100)
    .refine((part) => part !== 0)
    .exactOptional(),
})

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), column: heading, split: split.exactOptional() }),
  z.strictObject({ kind: z.literal('join'), columns: z.array(heading).min(1).max(20), separator }),
  z.strictObject({ kind: z.literal('constant'), text: z.string().min(1).max(10_000) }),
])

/** A mapping as it is kept: columns by their headings, so that it fits other files too. */
export const namedMappingSchema = z
  .strictObject({
    kind: z.enum(FILE_KINDS),
    columns: z
      .array(z.strictObject({ header: heading, field: field.nullable(), split: split.exactOptional() }))
      .max(2_000),
    extras: z.array(z.strictObject({ field, source })).max(200).exactOptional(),
    identity: z.enum(IDENTITY_MODES).exactOptional(),
    emptyMeansEmpty: z.boolean().exactOptional(),
  })
  .refine(({ kind, columns, extras }) => {
    const known: ReadonlySet<string> = new Set(FIELDS[kind])
    return [...columns, ...(extras ?? [])].every((each) => each.field === null || known.has(each.field))
  }, 'A field that this kind of list has not')

export type NamedMapping = z.infer<typeof namedMappingSchema>

/** A mapping file: one mapping per list it is for. */
export const mappingSchema = z.strictObject({
  format: z.literal('toolscape-mapping'),
  version: z.literal(1),
  mappings: z.array(namedMappingSchema).min(1).max(100),
})

/** What the app remembers: the newest first. `workspace`: the only one it is offered in. */
export const mappingMemorySchema = z.strictObject({
  version: z.literal(1),
  entries: z.array(
    z.strictObject({
      fingerprint: z.string().max(40),
      workspace: z.string().max(100).exactOptional(),
      mapping: namedMappingSchema,
    }),
  ),
})

export type MappingMemory = z.infer<typeof mappingMemorySchema>
