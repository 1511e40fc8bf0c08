import type { Rect } from '../../graph/graph'
import { xml } from '../svg-text'
import { emu, type Ink, paragraphsXml, solidFill, transform } from './drawing-xml'
import { type Colour, fitBlock, LINE_HEIGHT, NEARLY_EVEN } from './text-block'

export interface DeckCell {
  readonly text: string
  readonly bold?: boolean
  readonly colour?: Colour
  readonly fill?: Colour
}

export interface DeckColumn {
  readonly header: string
  /** Share of the table's width; shares are scaled to it. */
  readonly share: number
  readonly align?: 'right'
}

export interface DeckTable {
  readonly name: string
  readonly columns: readonly DeckColumn[]
  readonly rows: readonly (readonly (string | DeckCell)[])[]
  readonly size: number
  /** Lines that a cell may take; longer text is shortened. */
  readonly lines?: number
  /** Height of a row in points, where it should be more than its text needs. */
  readonly rowHeight?: number
  /** Without a row of headers. */
  readonly bare?: boolean
}

const SIDE = 5
/** Behind numbers, so that they keep away from the words of the next column. */
const BEHIND = 14
const ABOVE = 2.5

/** Height of a table's rows in points. */
export function rowHeight({ size, lines = 1, rowHeight: least = 0 }: Pick<DeckTable, 'size' | 'lines' | 'rowHeight'>) {
  return Math.max(least, lines * size * LINE_HEIGHT + 2 * ABOVE + 1)
}

/** Height of a whole table in points. */
export function tableHeight(table: DeckTable): number {
  return table.rows.length * rowHeight(table) + (table.bare === true ? 0 : headerHeight(table))
}

function headerHeight({ size }: DeckTable): number {
  return rowHeight({ size })
}

/** A native table (`a:tbl`) in its frame. No cell's text is higher than its row. */
export function tableXml(id: number, table: DeckTable, at: Rect, ink: Ink): string {
  const { columns, rows, size, lines = 1, bare } = table
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => emu((at.width * share) / shares))
  const height = rowHeight(table)
  const cellXml = (cell: string | DeckCell, column: number, most: number, heading: boolean, band: boolean): string => {
    const { text, bold, colour, fill } = typeof cell === 'string' ? { text: cell } : cell
    const behind = columns[column]?.align === 'right' && column < columns.length - 1 ? BEHIND : SIDE
    const width = (widths[column] ?? 0) / 12_700 - SIDE - behind
    const line = {
      text,
      size,
      colour: colour ?? (heading ? ('onAccent' as const) : ('ink' as const)),
      ...(bold === true || heading ? { bold: true } : {}),
      ...(columns[column]?.align === 'right' ? { align: 'right' as const } : {}),
    }
    const fitted = text === '' ? [] : fitBlock([line], width, most * size * LINE_HEIGHT, NEARLY_EVEN)
    const body = `<a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(fitted, ink)}</a:txBody>`
    const margins = `marL="${emu(SIDE)}" marR="${emu(behind)}" marT="${emu(ABOVE)}" marB="${emu(ABOVE)}" anchor="ctr"`
    const none = (side: string) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`
    const under = `<a:lnB w="${emu(0.75)}">${solidFill('hairline', ink)}</a:lnB>`
    const back = solidFill(fill ?? (heading ? 'accent' : band ? 'canvas' : 'panel'), ink)
    return `<a:tc>${body}<a:tcPr ${margins}>${none('L')}${none('R')}${none('T')}${under}${back}</a:tcPr></a:tc>`
  }
  const rowXml = (
    cells: readonly (string | DeckCell)[],
    points: number,
    most: number,
    heading: boolean,
    band: boolean,
  ) =>
    `<a:tr h="${emu(points)}">${columns.map((_, i) => cellXml(cells[i] ?? '', i, most, heading, band)).join('')}</a:tr>`
  const head =
    bare === true
      ? ''
      : rowXml(
          columns.map(({ header }) => header),
          headerHeight(table),
          1,
          true,
          false,
        )
  const grid = widths.map((width) => `<a:gridCol w="${width}"/>`).join('')
  const body = rows.map((row, i) => rowXml(row, height, lines, false, i % 2 === 1)).join('')
  const frame = transform({ ...at, height: tableHeight(table) }, 'p:xfrm')
  const first = bare === true ? '' : ' firstRow="1"'
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${xml(table.name)}"/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `${frame}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
    `<a:tbl><a:tblPr${first} bandRow="1"/><a:tblGrid>${grid}</a:tblGrid>${head}${body}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  )
}
