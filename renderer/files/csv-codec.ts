import Papa from 'papaparse'
import { withGuard } from '../../shared/import/formula-guard'
import { MAX_ROWS, Refused } from '../../shared/import/refused'
import { shapeTable } from '../../shared/import/shape-table'
import {
  type Damage,
  DELIMITERS,
  type DecodedFile,
  type Delimiter,
  type Encoding,
  type Quote,
} from '../../shared/import/table'
import type { DecodeOverrides } from './decode-messages'
import { decodeText, doubtful, sniffEncoding } from './text-encoding'

/** How a CSV file is written. German Excel wants `;`, a BOM, CRLF and the decimal comma. */
export interface CsvFlavour {
  readonly delimiter: Delimiter
  readonly bom: boolean
  readonly newline: '\r\n' | '\n'
  readonly decimalComma: boolean
}

const SAMPLE_RECORDS = 200
const SAMPLE_CHARACTERS = 400_000
const QUOTE_REPAIRS = 20
/** Reading stops where a list is too long anyway. */
const ENOUGH_RECORDS = MAX_ROWS + 1_000

/** Every line break outside quotes as `\n`; those inside cells stay as they are. */
function uniformNewlines(text: string, delimiter: Delimiter, quote: Quote): string {
  if (!text.includes('\r')) return text
  if (quote === '' || !text.includes(quote)) return text.replace(/\r\n?/g, '\n')
  const pieces: string[] = []
  let from = 0
  let quoted = false
  let fieldStart = true
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign !== quote) continue
      if (text[at + 1] === quote) at += 1
      else {
        let next = at + 1
        while (text[next] === ' ') next += 1
        const after = text[next]
        quoted = !(after === undefined || after === delimiter || after === '\n' || after === '\r')
      }
    } else if (sign === quote && fieldStart) {
      quoted = true
      fieldStart = false
    } else if (sign === '\r') {
      pieces.push(text.slice(from, at), '\n')
      if (text[at + 1] === '\n') at += 1
      from = at + 1
      fieldStart = true
    } else fieldStart = sign === delimiter || sign === '\n'
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

function parse(text: string, delimiter: Delimiter, quote: Quote, preview = 0): Papa.ParseResult<string[]> {
  // A sign that no text has quotes nothing.
  const quoteChar = quote === '' ? '\0' : quote
  return Papa.parse<string[]>(text, {
    ...{ delimiter, quoteChar, newline: '\n', header: false, skipEmptyLines: false, preview },
  })
}

const FEWEST_QUOTED = 4

/** Single quotes where half of the first cells begin or end with one and none begins with a double one; else double. */
function sniffQuote(text: string, delimiter: Delimiter): Quote {
  const cells = text
    .slice(0, SAMPLE_CHARACTERS)
    .split(/\r\n?|\n/, SAMPLE_RECORDS)
    .flatMap((line) => line.split(delimiter))
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  const single = cells.filter((cell) => cell.length > 1 && (cell.startsWith("'") || cell.endsWith("'"))).length
  const isSingle = single >= FEWEST_QUOTED && single * 2 >= cells.length && !cells.some((cell) => cell.startsWith('"'))
  return isSingle ? "'" : '"'
}

/**
 * How well a delimiter explains the first records, 0 when it doesn't: the header must have it, and the more records
 * agree with the header, the better. A column of decimal commas under a header without a comma therefore scores 0.
 */
function delimiterScore(sample: string, delimiter: Delimiter): number {
  const quote = sniffQuote(sample, delimiter)
  const counts = parse(uniformNewlines(sample, delimiter, quote), delimiter, quote, SAMPLE_RECORDS)
    .data.filter((record) => record.some((cell) => cell.trim() !== ''))
    .map((record) => ({ width: record.length, filled: record.filter((cell) => cell.trim() !== '').length, record }))
  const widest = Math.max(0, ...counts.map(({ filled }) => filled))
  const header = counts.find(({ filled }) => filled >= Math.max(2, widest / 2))
  if (header === undefined || header.filled < 2) return 0
  const rest = counts.slice(counts.indexOf(header))
  const numeric = header.record.filter((cell) => /^\s*[-+]?[\d.,%€$\s]+$/.test(cell)).length
  if (numeric * 2 > header.filled) return 0
  const others = rest.slice(1)
  const agreeing = others.filter(({ width }) => width === header.width).length
  const agreement = others.length === 0 ? 1 : agreeing / others.length
  // Lines above the header are titles; that they are must be clear, or else a list of one column looks like it.
  if (rest.length < counts.length && agreement < 0.8) return 0
  return (0.1 + agreement) * (rest.length / counts.length) * Math.log2(1 + header.width)
}

function sniffDelimiter(text: string): Delimiter {
  const sample = text.length > SAMPLE_CHARACTERS ? text.slice(0, text.lastIndexOf('\n', SAMPLE_CHARACTERS) + 1) : text
  let best: Delimiter | undefined
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = delimiterScore(sample || text, delimiter)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  if (best !== undefined) return best
  // One column: a delimiter that doesn't cut it.
  const uncut = DELIMITERS.filter((delimiter) => {
    const { data } = parse(uniformNewlines(sample, delimiter, '"'), delimiter, '"', SAMPLE_RECORDS)
    return data.every((record) => record.length <= 1)
  })
  return uncut[0] ?? ';'
}

/** Parses, and reads every quote that is never closed as a plain character instead of swallowing the rest of the file. */
function parseRepaired(text: string, delimiter: Delimiter, quote: Quote): { records: string[][]; damaged: Damage[] } {
  const damaged: Damage[] = []
  let source = uniformNewlines(text, delimiter, quote)
  let stand = ''
  for (let code = 0xe000; stand === ''; code += 1) {
    if (!source.includes(String.fromCharCode(code))) stand = String.fromCharCode(code)
  }
  let result = parse(source, delimiter, quote, ENOUGH_RECORDS)
  if (result.data.length >= ENOUGH_RECORDS) throw new Refused('too-many-rows', MAX_ROWS)
  for (let repairs = 0; repairs < QUOTE_REPAIRS; repairs += 1) {
    const open = result.errors.find(({ code }) => code === 'MissingQuotes')
    if (open?.index === undefined) break
    const at = source[open.index - 1] === quote ? open.index - 1 : source.lastIndexOf(quote, open.index)
    if (at < 0) break
    damaged.push({ code: 'unclosed-quote', row: (open.row ?? 0) + 1 })
    source = uniformNewlines(source.slice(0, at) + stand + source.slice(at + 1), delimiter, quote)
    result = parse(source, delimiter, quote, ENOUGH_RECORDS)
  }
  const stray = new Set(result.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1))
  for (const row of stray) damaged.push({ code: 'stray-quote', row })
  const records = result.data
  if (damaged.some(({ code }) => code === 'unclosed-quote')) {
    return { records: records.map((record) => record.map((cell) => cell.replaceAll(stand, quote))), damaged }
  }
  return { records, damaged }
}

/**
 * Reads the bytes of a CSV file. Encoding: byte order mark, else UTF-16 by its zeros, else strict UTF-8, else
 * windows-1252 or Mac OS Roman by its umlauts; delimiter: a `sep=` line, else the one of `, ; tab |` that explains the first 200 records best.
 * Cells are quoted doubly unless most of them stand in single quotes. Overrides win. What is wrong is listed in `damaged`, ordered by row; throws `Refused` where a list is too long and
 * nothing else for any bytes.
 */
export function decodeCsv(
  name: string,
  bytes: Uint8Array,
  overrides: DecodeOverrides = {},
  onProgress?: (share: number) => void,
): DecodedFile {
  const encoding = overrides.encoding ?? sniffEncoding(bytes)
  return decodeDelimited(name, decodeText(bytes, encoding).replace(/^\ufeff/, ''), encoding, overrides, onProgress)
}

/** Shares of the time that reading takes, measured at 100,000 rows: the text is there, then the cells. */
const TEXT_SHARE = 0.25
const CELLS_SHARE = 0.75

/** The same for text that is no longer bytes, such as what was on the clipboard. */
export function decodeDelimited(
  name: string,
  decoded: string,
  encoding: Encoding,
  overrides: DecodeOverrides = {},
  onProgress: (share: number) => void = () => undefined,
): DecodedFile {
  onProgress(TEXT_SHARE)
  const sep = /^"?sep=([,;\t|])"?[ \t,;|]*(?:\r\n|\r|\n|$)/i.exec(decoded)
  const text = sep === null ? decoded : decoded.slice(sep[0].length)
  const delimiter = overrides.delimiter ?? (sep?.[1] as Delimiter | undefined) ?? sniffDelimiter(text)
  const quote = overrides.quote ?? sniffQuote(text, delimiter)
  const { records, damaged } = parseRepaired(text, delimiter, quote)
  onProgress(CELLS_SHARE)
  const { table, damaged: misfits, ...header } = shapeTable(records, overrides.headerRow)
  const doubt = doubtful(encoding)
  const unreadable = doubt.test(text)
    ? records.flatMap((record, i): Damage[] =>
        record.some((cell) => doubt.test(cell)) ? [{ code: 'unreadable-characters', row: i + 1 }] : [],
      )
    : []
  const problems = [...damaged, ...misfits, ...unreadable].sort((a, b) => a.row - b.row)
  const read: DecodedFile = { name, format: 'csv', encoding, delimiter, quote, table, ...header }
  return problems.length === 0 ? read : { ...read, damaged: problems }
}

const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$/

function encodeCell(cell: string | number | null, flavour: CsvFlavour): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return ''
  if (typeof cell === 'number') {
    const digits = flavour.decimalComma ? String(cell).replace('.', ',') : String(cell)
    return digits.includes(flavour.delimiter) ? `"${digits}"` : digits
  }
  const safe = withGuard(cell)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Writes rows as CSV text, the header being the first of them. Texts that a spreadsheet program might run as a formula
 * get one leading quote; numbers stay numbers. `decodeCsv` reads every text back exactly as it was.
 */
export function encodeCsv(rows: readonly (readonly (string | number | null)[])[], flavour: CsvFlavour): string {
  const lines = rows.map((row) => {
    const line = row.map((cell) => encodeCell(cell, flavour)).join(flavour.delimiter)
    return line === '' ? '""' : line
  })
  return (flavour.bom ? '\ufeff' : '') + lines.map((line) => line + flavour.newline).join('')
}
