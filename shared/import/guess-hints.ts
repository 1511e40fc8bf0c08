import { departmentKey, nameKey } from './normalise'

/** What guessing may know besides the file: names that exist already, and words the catalogue has. */
export interface GuessHints {
  /** Names of the inventory's tools, as `nameKey`. */
  readonly tools?: ReadonlySet<string>
  /** Names of its departments, as `departmentKey`. */
  readonly departments?: ReadonlySet<string>
  /** True for a word that means a function of the catalogue. */
  readonly isFunction?: (word: string) => boolean
  /** True for the name of a product of the catalogue. */
  readonly isProduct?: (name: string) => boolean
}

export type Known = 'tools' | 'products' | 'departments' | 'functions'

const MOST_LOOKED_AT = 100
const partsOf = (cell: string): readonly string[] =>
  cell
    .split(/[;,|\n]|\s\/\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The share of the values in these cells that are known, 0–1; 0 when nothing is known at all. */
export function knownShare(cells: readonly string[], what: Known, hints: GuessHints): number {
  const isKnown = askFor(what, hints)
  if (isKnown === undefined || cells.length === 0) return 0
  const some = cells.slice(0, MOST_LOOKED_AT)
  // The whole cell first: "Research, Design" may be one department.
  const fits = some.filter((cell) => isKnown(cell) || shareOf(partsOf(cell), isKnown) > 0.5)
  return fits.length / some.length
}

function askFor(what: Known, hints: GuessHints): ((text: string) => boolean) | undefined {
  const { tools, departments } = hints
  if (what === 'tools') return tools?.size ? (text) => tools.has(nameKey(text)) : undefined
  if (what === 'departments') return departments?.size ? (text) => departments.has(departmentKey(text)) : undefined
  return what === 'functions' ? hints.isFunction : hints.isProduct
}

function shareOf(parts: readonly string[], fits: (part: string) => boolean): number {
  return parts.length === 0 ? 0 : parts.filter(fits).length / parts.length
}
