/** Several names in one cell: with "; " between them; what would be cut or trimmed stands in double quotes. */
export function joinList(names: readonly string[]): string {
  return names.map((name) => (/[;\n\r"]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join('; ')
}

const PART = /\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n\r]|$)|([^;\n\r]*))(?:[;\n\r]|$)/y

/** The names in one cell, without blanks. `splitList(joinList(names))` gives the names back. */
export function splitList(text: string): readonly string[] {
  const names: string[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text)
    if (found === null) break
    const name = found[1] === undefined ? (found[2] ?? '').trim() : found[1].replaceAll('""', '"')
    if (name.trim() !== '') names.push(name)
  }
  return names
}
