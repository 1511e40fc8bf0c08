import { strToU8, type Zippable, zipSync } from 'fflate'
import { columnLetters, type FormulaCell, formulaText } from '../../shared/export/formula'
import type { Cell } from '../../shared/export/to-tables'
import type { WorkbookSheet } from '../../shared/export/to-workbook-tables'
import { withGuard, withoutGuard } from '../../shared/import/formula-guard'

/** What a cell can hold in every spreadsheet program, in UTF-16 code units; programs refuse a file with more. */
const MOST_CHARACTERS = 32_767
const MOST_NAME = 31
const WIDTH = { least: 8, most: 60, rows: 200 } as const

/** Places in `cellXfs` of the styles below. */
const STYLE = { header: 1, date: 2, quoted: 3, reckoned: 4 } as const

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The same bytes for the same sheets, whenever they are written. */
const WRITTEN = new Date(2000, 0, 1)

/**
 * The bytes of an .xlsx workbook. No text is ever a formula: texts are written in place, and those that look like one are
 * marked so that they stay texts when somebody edits them; only a `FormulaCell`, which can hold no text, reckons. What is
 * too long for a cell is cut and ends in "…".
 */
export function encodeXlsx(sheets: readonly WorkbookSheet[]): Uint8Array {
  const names = sheetNames(sheets)
  const parts: Zippable = {}
  const put = (path: string, xml: string) => {
    parts[path] = strToU8(HEAD + xml)
  }
  put('[Content_Types].xml', contentTypes(sheets.length))
  put('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]))
  put('xl/workbook.xml', workbookXml(sheets, names))
  put(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  )
  put('xl/styles.xml', STYLES)
  const nameOf = (wanted: string): string => {
    const name = names[sheets.findIndex((sheet) => sheet.name === wanted)]
    if (name === undefined) throw new Error(`A formula names a sheet that is not there: ${wanted}`)
    return name
  }
  for (const [i, sheet] of sheets.entries()) put(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, i === 0, nameOf))
  return zipSync(parts, { level: 6, mtime: WRITTEN })
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${SPREADSHEET}.${type}+xml"/>`
  const lists = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${lists}</Types>`
  )
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

function workbookXml(sheets: readonly WorkbookSheet[], names: readonly string[]): string {
  const all = sheets.map(({ hidden }, i) => {
    const state = hidden === true ? ' state="hidden"' : ''
    return `<sheet name="${escaped(names[i] ?? '')}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
  })
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all.join('')}</sheets></workbook>`
}

const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '</styleSheet>'

function sheetXml(
  { table: { header, rows }, dateColumns = [], hidden }: WorkbookSheet,
  first: boolean,
  nameOf: (sheet: string) => string,
): string {
  const dates = new Set(dateColumns)
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const selected = first ? ' tabSelected="1"' : ''
  const view = `<sheetViews><sheetView${selected} workbookViewId="0">${hidden === true ? '' : pane}</sheetView></sheetViews>`
  const columns = header.map((name, i) => {
    const width = widthOf(name, rows, i)
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  })
  const lines = [header, ...rows].map((row, r) => {
    const cells = row.map((cell, c) => {
      const address = `${columnLetters(c)}${r + 1}`
      return isReckoned(cell) ? reckonedXml(cell, address, nameOf) : cellXml(cell, address, r === 0, dates.has(c))
    })
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  return `<worksheet xmlns="${MAIN}">${view}${cols}<sheetData>${lines.join('')}</sheetData></worksheet>`
}

function isReckoned(cell: Cell | FormulaCell): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null
}

/** The value stands beside the formula, for programs that don't reckon; without one they reckon when they open it. */
function reckonedXml({ formula, value }: FormulaCell, address: string, nameOf: (sheet: string) => string): string {
  const known = Number.isFinite(value) ? `<v>${value}</v>` : ''
  return `<c r="${address}" s="${STYLE.reckoned}"><f>${escaped(formulaText(formula, nameOf))}</f>${known}</c>`
}

function cellXml(cell: Cell, address: string, isHeader: boolean, isDate: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${address}"><v>${cell}</v></c>` : ''
  const serial = isDate && !isHeader ? serialOf(cell) : undefined
  if (serial !== undefined) return `<c r="${address}" s="${STYLE.date}"><v>${serial}</v></c>`
  // The import takes one guarding quote off, so a text that would lose its own gets one more.
  const text = withoutGuard(cell) === cell ? cell : withGuard(cell)
  const style = isHeader ? STYLE.header : withGuard(cell) === cell ? 0 : STYLE.quoted
  const shown = text.length > MOST_CHARACTERS ? `${cutAt(text, MOST_CHARACTERS - 1)}…` : text
  return `<c r="${address}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`
}

/** The days since 1900 by which spreadsheet programs count an ISO date; undefined for what is none, or before March 1900. */
function serialOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined
  const serial = time / 86_400_000 + 25_569
  return serial >= 61 ? serial : undefined
}

/** Text for XML; what XML can't hold stands as `_x0001_`, as spreadsheet programs write it. */
function escaped(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML can't hold or keep
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
        return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
      })
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/** The text up to a length, no pair of surrogates cut in two. */
function cutAt(text: string, length: number): string {
  const cut = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

function widthOf(name: string, rows: WorkbookSheet['table']['rows'], column: number): number {
  const shown = (cell: Cell | FormulaCell | undefined): string =>
    cell === undefined ? '' : isReckoned(cell) ? cell.value.toFixed(2) : String(cell ?? '')
  const texts = [name, ...rows.slice(0, WIDTH.rows).map((row) => shown(row[column]))]
  const longest = Math.max(...texts.map((text) => Math.max(...text.split('\n').map(({ length }) => length))))
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2))
}

/** Names that every program accepts for sheets: without the signs it forbids, short enough, none twice. */
function sheetNames(sheets: readonly WorkbookSheet[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let unique = cutAt(clean, MOST_NAME)
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      const end = ` (${count})`
      unique = cutAt(clean, MOST_NAME - end.length) + end
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}
