/**
 * A value as it stands in a cell of several: in double quotes, quotes inside doubled, when the import might take it for
 * several or for a part of its neighbours; otherwise as it is.
 */
export function quoted(value: string): string {
  return needsQuotes(value) ? `"${value.replaceAll('"', '""')}"` : value
}

function needsQuotes(value: string): boolean {
  if (/[;|,/[\]\r\n]|^"/.test(value)) return true
  let depth = 0
  for (const sign of value) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth < 0) return true
  }
  return depth !== 0
}
