/**
 * What a cell of a workbook reckons. Made of numbers, cells and the four operations only: nothing that the inventory
 * holds can become a part of it, so no text can ever be run.
 */
export type Formula =
  | { readonly of: 'number'; readonly value: number }
  /** Row and column count from 0, the header not included. Without a sheet: the one the formula stands in. */
  | { readonly of: 'cell'; readonly sheet?: string; readonly column: number; readonly row: number }
  /** Every cell of the rectangle added up; cells without a number count as nothing. */
  | {
      readonly of: 'sum'
      readonly sheet?: string
      readonly from: { readonly column: number; readonly row: number }
      readonly to: { readonly column: number; readonly row: number }
    }
  | { readonly of: 'operation'; readonly sign: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula }

/** A cell that reckons, with the value that it gave when the file was written. */
export interface FormulaCell {
  readonly formula: Formula
  readonly value: number
}

/** The cell at a place of the same sheet. */
export const cellAt = (column: number, row: number): Formula => ({ of: 'cell', column, row })

export const operation = (left: Formula, sign: '+' | '-' | '*' | '/', right: Formula): Formula => {
  return { of: 'operation', sign, left, right }
}

/**
 * The formula as spreadsheet programs write it, without the equals sign ("B2*C2/(C2+D2)").
 * @param nameOf the name under which a sheet is written
 */
export function formulaText(formula: Formula, nameOf: (sheet: string) => string): string {
  const prefix = (sheet: string | undefined) => (sheet === undefined ? '' : `'${nameOf(sheet).replaceAll("'", "''")}'!`)
  const address = ({ column, row }: { readonly column: number; readonly row: number }) => {
    if (!Number.isInteger(column) || !Number.isInteger(row) || column < 0 || row < 0) throw new Error('No such cell')
    return `${columnLetters(column)}${row + 2}`
  }
  const text = (part: Formula): string => {
    switch (part.of) {
      case 'number':
        if (!Number.isFinite(part.value)) throw new Error('Not a number')
        return part.value < 0 ? `(${part.value})` : String(part.value)
      case 'cell':
        return prefix(part.sheet) + address(part)
      case 'sum':
        return `SUM(${prefix(part.sheet)}${address(part.from)}:${address(part.to)})`
      case 'operation':
        return `${bracketed(part.left)}${part.sign}${bracketed(part.right)}`
    }
  }
  const bracketed = (part: Formula) => (part.of === 'operation' ? `(${text(part)})` : text(part))
  return text(formula)
}

/** The letters over a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
