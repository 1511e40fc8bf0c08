import fc from 'fast-check'
import { DELIMITERS, ENCODINGS, FILE_KINDS } from '../../shared/import/table'
import type { FuzzInput } from './input'
import {
  BYTE_OPS,
  type ByteOp,
  MODEST_TEXT_OPS,
  type Mutation,
  mutateBytes,
  mutateText,
  TEXT_OPS,
  type TextOp,
} from './mutate'
import { ENCODERS, encode, FILE_NAMES, HEADERS, SNIPPETS } from './noise'

/** A real list to start from. */
export interface Seed {
  readonly name: string
  readonly text: string
}

const at = fc.nat(999_999)
const size = fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(60) })
const mutation = <T extends TextOp | ByteOp>(ops: { readonly [Op in T]?: unknown }) =>
  fc.record({ op: fc.constantFrom(...(Object.keys(ops) as T[])), at, size, pick: fc.nat(9_999) })

const some = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
const rarely = <T>(arbitrary: fc.Arbitrary<T>, freq = 9) =>
  fc
    .option(arbitrary, { nil: undefined, freq: 1 })
    .chain((value) =>
      value === undefined ? fc.constant(undefined) : fc.nat(freq).map((n) => (n === freq ? value : undefined)),
    )

/** Some of a list's lines: its first, and as many as wanted from anywhere. Whole lists are rare, they take long. */
function windowOf({ text }: Seed, from: number, count: number): string {
  const lines = text.split('\n')
  const start = 1 + Math.floor((from / 1_000_000) * Math.max(1, lines.length - 1))
  return [lines[0], ...lines.slice(start, start + count)].join('\n')
}

const lineCount = fc.oneof({ weight: 30, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(400) })

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SNIPPETS.filter((text) => text.length < 60)) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(...SNIPPETS) },
)

/** A table with headings that mean something and cells that seldom do; some quoted properly, some not at all. */
const builtText: fc.Arbitrary<string> = fc
  .record({
    header: fc.array(fc.constantFrom(...HEADERS), { minLength: 1, maxLength: 9 }),
    rows: fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 14 }),
    delimiter: fc.constantFrom(...DELIMITERS),
    quoted: fc.boolean(),
  })
  .map(({ header, rows, delimiter, quoted }) =>
    [header, ...rows]
      .map((row) =>
        row
          .map((text) => (quoted && /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
          .join(delimiter),
      )
      .join('\n'),
  )

/** Inputs of every kind: mutated real lists, built tables, and bytes of no sense at all. */
export function arbInput(seeds: readonly Seed[], huge = true): fc.Arbitrary<FuzzInput> {
  const fromSeed = fc
    .record({ seed: fc.constantFrom(...seeds), from: at, count: lineCount })
    .map(({ seed, from, count }) => ({ name: seed.name, text: windowOf(seed, from, count) }))
  const built = fc.record({ name: fc.constantFrom(...FILE_NAMES), text: builtText })
  const options = {
    overrides: rarely(
      fc.record({
        encoding: fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined }),
        delimiter: fc.option(fc.constantFrom(...DELIMITERS), { nil: undefined }),
        headerRow: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      }),
      5,
    ),
    kind: rarely(fc.constantFrom(...FILE_KINDS), 3),
    onto: fc.constantFrom('nothing' as const, 'company' as const),
  }
  const mutated = fc
    .record({
      source: fc.oneof({ weight: 3, arbitrary: fromSeed }, { weight: 2, arbitrary: built }),
      encoder: fc.constantFrom(...ENCODERS),
      onText: fc.array(mutation(huge ? TEXT_OPS : MODEST_TEXT_OPS), { maxLength: 6 }),
      onBytes: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Mutation[]>([]) },
        { weight: 1, arbitrary: fc.array(mutation(BYTE_OPS), { maxLength: 4 }) },
      ),
      ...options,
    })
    .map(({ source, encoder, onText, onBytes, ...rest }) => ({
      name: source.name,
      bytes: mutateBytes(encode(mutateText(source.text, onText), encoder), onBytes),
      ...rest,
    }))
  const senseless = fc.record({
    name: fc.constantFrom(...FILE_NAMES),
    bytes: fc.uint8Array({ maxLength: 3_000 }),
    ...options,
  })
  return fc
    .oneof({ weight: 12, arbitrary: mutated }, { weight: 1, arbitrary: senseless })
    .map(({ overrides, ...rest }) =>
      some({ ...rest, overrides: overrides === undefined ? undefined : some(overrides) }),
    ) as fc.Arbitrary<FuzzInput>
}
