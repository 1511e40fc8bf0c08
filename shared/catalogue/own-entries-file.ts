import { z } from 'zod'
import { fail, ok, type Result } from '../result'
import type { OwnEntry } from './own-entries'

const FORMAT = 'toolscape-own-products'

const text = z.string().trim().min(1).max(500)
const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  products: z
    .array(
      z.strictObject({
        name: text,
        aliases: z.array(text).max(100).exactOptional(),
        product: text.exactOptional(),
        functions: z.array(z.string().max(100)).max(100),
      }),
    )
    .max(10_000),
})

/** What people said about names, as the text of a file: JSON, in the order given. */
export function ownEntriesToText(entries: Iterable<OwnEntry>): string {
  const products = [...entries].map(({ name, aliases, product, functions }) => ({
    name,
    ...(aliases === undefined ? {} : { aliases }),
    ...(product === undefined ? {} : { product }),
    functions,
  }))
  return `${JSON.stringify({ format: FORMAT, version: 1, products }, null, 2)}\n`
}

/** `not-json`: it can't be read. `not-own-products`: it is something else; `where` and `why` it isn't. */
export type OwnEntriesError =
  | { readonly code: 'not-json' }
  | { readonly code: 'not-own-products'; readonly where: string; readonly why: string }

/** The entries in a text that `ownEntriesToText` made, or people by hand. */
export function ownEntriesFromText(content: string): Result<readonly OwnEntry[], OwnEntriesError> {
  let json: unknown
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''))
  } catch {
    return fail({ code: 'not-json' })
  }
  const read = schema.safeParse(json)
  if (read.success) return ok(read.data.products)
  const [issue] = read.error.issues
  return fail({ code: 'not-own-products', where: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}
