import { MAX_CELLS, Refused } from '../../shared/import/refused'
import { headerIndex, shapeTable } from '../../shared/import/shape-table'
import { readXml, type XmlAttributes } from '../../shared/import/sources/xml'
import type { DecodedFile } from '../../shared/import/table'
import type { DecodeOverrides } from './decode-messages'
import { meaningOf, type NumberMeaning, valueText } from './xlsx-values'
import { type Archive, openZip, ZIP_LIMITS } from './zip'

interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

interface Workbook {
  readonly archive: Archive
  readonly sheets: readonly SheetInfo[]
  readonly from1904: boolean
  readonly meanings: readonly NumberMeaning[]
  readonly strings: readonly string[]
}

/** More sheets than a workbook of lists has; each is a table of its own on the screen. */
const MAX_SHEETS = 200
/** How many rows a sheet can have. */
const SHEET_ROWS = 1_048_576
const RELATION_ID = /^(?:.*:)?id$/

/** Goes through one XML part of the workbook, in UTF-8 or UTF-16 as its first bytes say. */
function readPart(archive: Archive, path: string, handler: Partial<Parameters<typeof readXml>[1]>): boolean {
  const bytes = archive.read(path)
  if (bytes === undefined) return false
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const ignore = () => undefined
  readXml(
    new TextDecoder(wide).decode(bytes),
    { open: handler.open ?? ignore, text: handler.text ?? ignore, close: handler.close ?? ignore },
    ZIP_LIMITS.bytes,
  )
  return true
}

const inFolder = (path: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts = path.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** Where the relations of a part lead: id → path, and the paths by the last word of their type. */
function relationsOf(archive: Archive, path: string): { byId: Map<string, string>; byType: Map<string, string> } {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  readPart(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return
      const target = inFolder(path, Target)
      if (Id !== undefined) byId.set(Id, target)
      const type = Type?.split('/').pop() ?? ''
      if (!byType.has(type)) byType.set(type, target)
    },
  })
  return { byId, byType }
}

function readStrings(archive: Archive, path: string): readonly string[] {
  const strings: string[] = []
  let text: string | undefined
  let inText = false
  let phonetic = 0
  readPart(archive, path, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else inText = name === 't'
    },
    text(piece) {
      if (inText && phonetic === 0 && text !== undefined) text += piece
    },
    close(name) {
      inText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'si' && text !== undefined) {
        strings.push(unescapeCodes(text))
        text = undefined
      }
    },
  })
  return strings
}

/** Characters that XML can't hold stand in workbooks as `_x000D_`. */
function unescapeCodes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readMeanings(archive: Archive, path: string): readonly NumberMeaning[] {
  const codes = new Map<number, string>()
  const meanings: NumberMeaning[] = []
  let inCells = false
  readPart(archive, path, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) meanings.push(meaningOf(Number(numFmtId ?? 0), codes.get(Number(numFmtId))))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return meanings
}

function openWorkbook(bytes: Uint8Array): Workbook {
  const archive = openZip(bytes)
  const path = relationsOf(archive, '').byType.get('officeDocument') ?? 'xl/workbook.xml'
  if (!path.endsWith('.xml') || !archive.has(path)) throw new Refused('not-readable-format')
  const { byId, byType } = relationsOf(archive, path)
  const sheets: SheetInfo[] = []
  let from1904 = false
  let isWorkbook = false
  readPart(archive, path, {
    open(name, attributes, depth) {
      if (depth === 0) isWorkbook = name === 'workbook'
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/i.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => RELATION_ID.test(key) && key !== 'sheetId')?.[1]
      const target = byId.get(id ?? '')
      // Sheets of charts have no cells.
      if (target === undefined || /chartsheets|dialogsheets|macrosheets/.test(target)) return
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', path: target })
    },
  })
  if (!isWorkbook) throw new Refused('not-readable-format')
  if (sheets.length > MAX_SHEETS) throw new Refused('unsafe-archive', MAX_SHEETS)
  const strings = byType.get('sharedStrings')
  const styles = byType.get('styles')
  return {
    archive,
    sheets,
    from1904,
    meanings: styles === undefined ? [] : readMeanings(archive, styles),
    strings: strings === undefined ? [] : readStrings(archive, strings),
  }
}

/** "AB12" as a place counted from 0; undefined when it is none. */
function placeOf(address: string | undefined): { row: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address ?? '')
  if (parts === null) return undefined
  const column = [...(parts[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(parts[2]) - 1, column }
}

interface Span {
  readonly top: number
  readonly bottom: number
  readonly column: number
}

/** The cells of a sheet as records, and the cells that are merged downwards. */
function readSheet({ archive, strings, meanings, from1904 }: Workbook, path: string): [string[][], Span[]] {
  const records: string[][] = []
  const spans: Span[] = []
  let row = -1
  let column = -1
  let cells = 0
  let cell: XmlAttributes | undefined
  let value = ''
  let taking = false
  const put = (text: string) => {
    if (text === '') return
    cells += 1
    if (row >= SHEET_ROWS) throw new Refused('damaged-file')
    if (cells > MAX_CELLS) throw new Refused('too-many-cells', MAX_CELLS)
    while (records.length <= row) records.push([])
    const record = records[row] as string[]
    while (record.length < column) record.push('')
    record[column] = text
  }
  readPart(archive, path, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.r)
        row = number >= 1 ? Math.floor(number) - 1 : row + 1
        column = -1
      } else if (name === 'c') {
        const place = placeOf(attributes.r)
        row = place?.row ?? row
        column = place?.column ?? column + 1
        cell = attributes
        value = ''
      } else if (name === 'v' || name === 't') taking = cell !== undefined
      else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(placeOf)
        if (from && to && to.row > from.row) spans.push({ top: from.row, bottom: to.row, column: from.column })
      }
    },
    text(piece) {
      if (taking) value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c' && cell !== undefined) {
        put(cellText(cell, value))
        cell = undefined
      }
    },
  })
  function cellText({ t, s }: XmlAttributes, text: string): string {
    if (t === 's') return strings[Number(text)] ?? ''
    if (t === 'str' || t === 'inlineStr') return unescapeCodes(text)
    if (t === 'b') return text.trim() === '1' ? 'true' : text.trim() === '' ? '' : 'false'
    if (t === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
    const number = text.trim() === '' || t === 'e' ? Number.NaN : Number(text)
    return Number.isNaN(number) ? text : valueText(number, meanings[Number(s ?? 0)] ?? { kind: 'number' }, from1904)
  }
  return [records, spans]
}

/** A value that stands once beside several rows belongs to each of them. In and above the header it stays alone. */
function fillDown(records: string[][], spans: readonly Span[], header: number): void {
  for (const { top, bottom, column } of spans) {
    const text = records[top]?.[column] ?? ''
    if (top <= header || text === '') continue
    for (let row = top + 1; row <= Math.min(bottom, records.length - 1); row += 1) {
      const record = records[row] as string[]
      // A row with nothing else in it is no row.
      if (record.every((cell) => cell === '')) continue
      while (record.length <= column) record.push('')
      if (record[column] === '') record[column] = text
    }
  }
}

/**
 * Reads the bytes of an .xlsx or .xlsm workbook: a table per sheet that has any cells, hidden sheets marked. Numbers,
 * dates and percentages become text that can be read one way only. Throws `Refused`, and nothing else, for any bytes.
 */
export function decodeXlsx(name: string, bytes: Uint8Array, overrides: DecodeOverrides = {}): readonly DecodedFile[] {
  const workbook = openWorkbook(bytes)
  const wanted = workbook.sheets.filter((sheet) => overrides.part === undefined || sheet.name === overrides.part)
  return wanted.flatMap((sheet): readonly DecodedFile[] => {
    const [records, spans] = readSheet(workbook, sheet.path)
    if (records.length === 0) return []
    const headerRow = overrides.part === undefined && wanted.length > 1 ? undefined : overrides.headerRow
    fillDown(records, spans, headerRow === undefined ? headerIndex(records) : headerRow - 1)
    const { table, damaged, ...header } = shapeTable(records.map(padded(records)), headerRow)
    const read = {
      name,
      format: 'xlsx',
      part: sheet.name,
      encoding: 'xlsx',
      delimiter: 'xlsx',
      table,
      ...header,
    } as const
    const problems = damaged.filter(({ code }) => code !== 'missing-cells')
    return [
      { ...read, ...(sheet.hidden ? { hidden: true } : {}), ...(problems.length === 0 ? {} : { damaged: problems }) },
    ]
  })
}

/** Cells at a row's end that are empty aren't stored; nothing is missing there. */
function padded(records: readonly (readonly string[])[]): (record: string[]) => string[] {
  const width = records.slice(0, 200).reduce((widest, record) => Math.max(widest, record.length), 0)
  return (record) => {
    if (record.length === 0) return record
    while (record.length < Math.min(width, 1_000)) record.push('')
    return record
  }
}
