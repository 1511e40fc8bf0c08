import type { Findings } from '../../../shared/analysis/findings'
import type { Inventory } from '../../../shared/inventory/inventory'
import { normaliseName } from '../../../shared/inventory/normalise'
import type { FunctionId, Tool, ToolId } from '../../../shared/inventory/nouns'

/** A function that the catalogue proposes for a tool and nobody has accepted yet. */
export interface Proposal {
  readonly key: string
  readonly name: { readonly de: string; readonly en: string }
  readonly catalogueId?: string
  readonly domain?: string
}

/** One row of the table: a tool with the names of what it refers to. */
export interface ToolRow {
  readonly tool: Tool
  readonly owner?: string
  readonly functions: readonly string[]
  readonly proposals: readonly Proposal[]
}

const NONE: readonly never[] = []

/** What is proposed, by tool. */
export function proposalsOf(findings: Findings | undefined): ReadonlyMap<ToolId, readonly Proposal[]> {
  const byTool = new Map<ToolId, readonly Proposal[]>()
  if (findings === undefined) return byTool
  for (const { tool, functionKey, state } of findings.assigned.assignments) {
    const known = state === 'proposed' ? findings.assigned.functions.get(functionKey) : undefined
    if (known !== undefined) byTool.set(tool, [...(byTool.get(tool) ?? []), known])
  }
  return byTool
}

/**
 * Makes the rows of an inventory. The maker it gives back remembers the rows it made last: a row in which nothing
 * changed stays the same object, so that only what changed is drawn again.
 */
export function rowMaker(): (
  inventory: Inventory,
  proposals: ReadonlyMap<ToolId, readonly Proposal[]>,
) => readonly ToolRow[] {
  let last = new Map<ToolId, ToolRow>()
  return ({ tools, departments, functions }, proposals) => {
    const next = new Map<ToolId, ToolRow>()
    const nameOf = (id: FunctionId) => functions.get(id)?.name ?? NONE
    for (const tool of tools.values()) {
      const owner = tool.owner === undefined ? undefined : departments.get(tool.owner)?.name
      const row: ToolRow = {
        tool,
        ...(owner === undefined ? {} : { owner }),
        functions: tool.functions.length === 0 ? NONE : tool.functions.flatMap(nameOf),
        // Findings lag a moment behind: what was just accepted is not proposed any more.
        proposals: tool.functions.length > 0 ? NONE : (proposals.get(tool.id) ?? NONE),
      }
      const old = last.get(tool.id)
      next.set(tool.id, old !== undefined && sameRow(old, row) ? old : row)
    }
    last = next
    return [...next.values()]
  }
}

function sameRow(a: ToolRow, b: ToolRow): boolean {
  return (
    a.tool === b.tool &&
    a.owner === b.owner &&
    sameList(a.functions, b.functions, (x, y) => x === y) &&
    sameList(a.proposals, b.proposals, (x, y) => x.key === y.key && x.name.de === y.name.de && x.name.en === y.name.en)
  )
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => same(each, b[index] as T)))
}

const texts = new WeakMap<ToolRow, string>()

/** Whether the row has every word of the query somewhere: in name, vendor, department, functions, people, notes, tags. */
export function matcher(query: string): (row: ToolRow) => boolean {
  const words = query.trim() === '' ? [] : normaliseName(query).split(' ')
  return (row) => {
    let text = texts.get(row)
    if (text === undefined) {
      text = searchText(row)
      texts.set(row, text)
    }
    return words.every((word) => text.includes(word))
  }
}

function searchText({ tool, owner, functions, proposals }: ToolRow): string {
  return normaliseName(
    [
      tool.name,
      tool.partOf,
      tool.vendor,
      owner,
      ...functions,
      ...proposals.flatMap(({ name }) => [name.de, name.en]),
      tool.businessOwner,
      tool.technicalOwner,
      ...(tool.tags ?? []),
      tool.description,
      tool.notes,
    ].join(' '),
  )
}
