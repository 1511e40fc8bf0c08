/** How many rows at a table's end are looked at. */
const LOOK_AT = 6

const TOTAL =
  /^(?:(?:gesamt|zwischen|end|jahres)?summen?|gesamt(?:kosten|betrag|ergebnis|anzahl)?|insgesamt|(?:sub|grand )?totals?|sum|total g[ée]n[ée]ral|totaal|somme|Σ|∑)(?:[\s:=(].*)?$/iu
const NUMBER = /^[-+−(]?\s*(?:[€$£¥]|[A-Z]{3}\b)?\s*\d[\d.,'’\s]*\)?\s*(?:[€$£¥%]|[A-Z]{3}\b|k€|T€)?$/u
/** Characters; no amount is longer, and telling so of "1", a thousand spaces and a word would take their square. */
const LONGEST_NUMBER = 100

const isNumber = (cell: string): boolean => cell.length <= LONGEST_NUMBER && NUMBER.test(cell)

function isSummary(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numbers = filled.filter(isNumber).length
  const labels = filled.filter((cell) => !isNumber(cell))
  const [label] = labels
  // "Total Commander" in a list of tools has a vendor, a department, words; a line of totals has numbers.
  return label !== undefined && labels.length === 1 && TOTAL.test(label) && (numbers > 0 || /\d/.test(label))
}

/**
 * Places of the lines of totals at the end of a table ("Summe", "Total": one label, otherwise only numbers), and of
 * lone notes that follow them. Empty when there is no such line among the last few rows.
 */
export function summaryRows(rows: readonly (readonly string[])[]): readonly number[] {
  const from = Math.max(1, rows.length - LOOK_AT)
  for (let start = from; start < rows.length; start += 1) {
    const rest = rows.slice(start)
    const fits = rest.every((row) => isSummary(row) || row.filter((cell) => cell.trim() !== '').length <= 1)
    if (fits && isSummary(rest[0] ?? [])) return rest.map((_, i) => start + i)
  }
  return []
}
