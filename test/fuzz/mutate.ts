import { HUGE, SNIPPETS } from './noise'

/** One change to a text or its bytes. `at`, `size` and `pick` mean something else for each. */
export interface Mutation {
  readonly op: TextOp | ByteOp
  /** 0–999,999: the place as a share of the length. */
  readonly at: number
  readonly size: number
  readonly pick: number
}

export type TextOp = keyof typeof TEXT_OPS
export type ByteOp = keyof typeof BYTE_OPS

interface Spot {
  readonly at: (length: number) => number
  readonly size: number
  readonly pick: number
}

const splice = (text: string, at: number, cut: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + cut)
const snippet = ({ pick }: Spot): string => SNIPPETS[pick % SNIPPETS.length] ?? ''
const separators = [',', ';', '\t', '|'] as const
const separator = (pick: number): string => separators[pick % separators.length] ?? ';'

/** The delimiter that a text has most of in its first line. */
function mainSeparator(text: string): string {
  const head = text.slice(0, 2_000)
  return [...separators].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';'
}

function withLines(text: string, change: (lines: string[]) => string[]): string {
  return change(text.split('\n')).join('\n')
}

/** Puts a text into one cell of a line, by naive cutting: quotes may be torn apart, which is the point. */
function withCell(line: string, by: string, column: number, put: string): string {
  const cells = line.split(by)
  cells[column % cells.length] = put
  return cells.join(by)
}

export const TEXT_OPS = {
  insert: (text: string, spot: Spot) => splice(text, spot.at(text.length), 0, snippet(spot)),
  overwrite: (text: string, spot: Spot) => splice(text, spot.at(text.length), spot.size, snippet(spot)),
  cut: (text: string, { at }: Spot) => text.slice(0, at(text.length)),
  behead: (text: string, { at }: Spot) => text.slice(at(text.length)),
  double: (text: string) => text + text,
  repeatLines: (text: string, { at, size }: Spot) =>
    withLines(text, (lines) => {
      const from = at(lines.length)
      return [...lines.slice(0, from + size), ...lines.slice(from, from + size), ...lines.slice(from + size)]
    }),
  dropLines: (text: string, { at, size }: Spot) =>
    withLines(text, (lines) => lines.filter((_, i) => i < at(lines.length) || i >= at(lines.length) + size)),
  swapLines: (text: string, { at, pick }: Spot) =>
    withLines(text, (lines) => {
      const [a, b] = [at(lines.length), pick % lines.length]
      return lines.map((line, i) => (i === a ? (lines[b] ?? line) : i === b ? (lines[a] ?? line) : line))
    }),
  blankLines: (text: string, { at, size }: Spot) =>
    withLines(text, (lines) => lines.toSpliced(at(lines.length), 0, ...Array<string>(size).fill(''))),
  titleLines: (text: string, spot: Spot) => `${`${snippet(spot)}\n`.repeat(1 + (spot.size % 40))}${text}`,
  changeCell: (text: string, spot: Spot) =>
    withLines(text, (lines) =>
      lines.with(
        spot.at(lines.length),
        withCell(lines[spot.at(lines.length)] ?? '', mainSeparator(text), spot.size, snippet(spot)),
      ),
    ),
  changeHeader: (text: string, spot: Spot) =>
    withLines(text, (lines) =>
      lines.with(0, withCell(lines[0] ?? '', mainSeparator(text), spot.at(60), snippet(spot))),
    ),
  changeColumn: (text: string, spot: Spot) =>
    withLines(text, (lines) =>
      lines.map((line, i) => (i === 0 ? line : withCell(line, mainSeparator(text), spot.size, snippet(spot)))),
    ),
  sameName: (text: string, { at, pick }: Spot) =>
    withLines(text, (lines) => {
      const line = lines[at(lines.length)] ?? ''
      const spelt = [line, line.toUpperCase(), ` ${line}`, line.replace(/[aeiou]/, ''), `${line} `][pick % 5] ?? ''
      return [...lines, spelt]
    }),
  otherDelimiter: (text: string, { pick }: Spot) => text.replaceAll(mainSeparator(text), separator(pick)),
  delimiterNoise: (text: string, { at, size, pick }: Spot) => {
    let out = text
    for (let i = 0; i < size; i += 1)
      out = splice(out, (at(text.length) + i * 997) % (out.length + 1), 0, separator(pick))
    return out
  },
  trailing: (text: string, { size }: Spot) =>
    withLines(text, (lines) => lines.map((line) => line + ';'.repeat(size % 8))),
  noQuotes: (text: string) => text.replaceAll('"', ''),
  allQuotes: (text: string) =>
    withLines(text, (lines) =>
      lines.map((line) =>
        line
          .split(mainSeparator(text))
          .map((cell) => `"${cell}"`)
          .join(mainSeparator(text)),
      ),
    ),
  lineEnds: (text: string, { pick }: Spot) => text.replace(/\r?\n/g, ['\r\n', '\r', '\n\r', '\n\n'][pick % 4] ?? '\n'),
  repeatColumn: (text: string) => withLines(text, (lines) => lines.map((line) => line + mainSeparator(text) + line)),
  transpose: (text: string) => {
    const by = mainSeparator(text)
    const cells = text
      .split('\n')
      .slice(0, 30)
      .map((line) => line.split(by))
    return (cells[0] ?? []).map((_, i) => cells.map((row) => row[i] ?? '').join(by)).join('\n')
  },
  hugeCell: (text: string, { at, size, pick }: Spot) =>
    splice(text, at(text.length), 0, (HUGE[pick % HUGE.length] ?? '').repeat(2_000 * (1 + (size % 20)))),
  upper: (text: string) => text.toUpperCase(),
} satisfies Record<string, (text: string, spot: Spot) => string>

export const BYTE_OPS = {
  flip: (bytes: Uint8Array, { at, pick }: Spot) => bytes.with(Math.min(at(bytes.length), bytes.length - 1), pick & 255),
  insertBytes: (bytes: Uint8Array, { at, size, pick }: Spot) => {
    const put = Array.from({ length: size }, (_, i) => (pick * (i + 1) * 31) & 255)
    return Uint8Array.from([...bytes.subarray(0, at(bytes.length)), ...put, ...bytes.subarray(at(bytes.length))])
  },
  nulls: (bytes: Uint8Array, { at, size }: Spot) =>
    Uint8Array.from(bytes, (byte, i) => (i >= at(bytes.length) && i < at(bytes.length) + size ? 0 : byte)),
  cutBytes: (bytes: Uint8Array, { at }: Spot) => bytes.slice(0, at(bytes.length)),
  dropByte: (bytes: Uint8Array, { at }: Spot) => Uint8Array.from(bytes).filter((_, i) => i !== at(bytes.length)),
  bom: (bytes: Uint8Array, { pick }: Spot) =>
    Uint8Array.from([
      ...([
        [0xef, 0xbb, 0xbf],
        [0xff, 0xfe],
        [0xfe, 0xff],
      ][pick % 3] ?? []),
      ...bytes,
    ]),
  highBits: (bytes: Uint8Array, { at, size }: Spot) =>
    Uint8Array.from(bytes, (byte, i) => (i >= at(bytes.length) && i < at(bytes.length) + size ? byte | 128 : byte)),
} satisfies Record<string, (bytes: Uint8Array, spot: Spot) => Uint8Array>

const spotOf = ({ at, size, pick }: Mutation): Spot => ({
  at: (length) => Math.min(length, Math.floor((at / 1_000_000) * length)),
  size,
  pick,
})

/** Without what makes cells huge: for runs that look for other faults while one that huge cells hit is still open. */
export const MODEST_TEXT_OPS = Object.fromEntries(
  Object.entries(TEXT_OPS).filter(([op]) => op !== 'hugeCell'),
) as Partial<typeof TEXT_OPS>

const LIMIT = 2_000_000

export function mutateText(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((now, each) => {
    const op = (TEXT_OPS as Record<string, (text: string, spot: Spot) => string>)[each.op]
    return op === undefined || now.length > LIMIT ? now : op(now, spotOf(each))
  }, text)
}

export function mutateBytes(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  return mutations.reduce((now, each) => {
    const op = (BYTE_OPS as Record<string, (bytes: Uint8Array, spot: Spot) => Uint8Array>)[each.op]
    return op === undefined || now.length === 0 || now.length > 2 * LIMIT ? now : op(now, spotOf(each))
  }, bytes)
}
