import type { Assigned, Findings } from '../../../shared/analysis/findings'
import { rememberedDifference } from '../../../shared/inventory/change'
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

const proposed = new WeakMap<Assigned, ReadonlyMap<ToolId, readonly Proposal[]>>()
const NOTHING_PROPOSED: ReadonlyMap<ToolId, readonly Proposal[]> = new Map()

/** What is proposed, by tool; the same map as long as the assignments are the same. */
export function proposalsOf(findings: Findings | undefined): ReadonlyMap<ToolId, readonly Proposal[]> {
  if (findings === undefined) return NOTHING_PROPOSED
  const { assigned } = findings
  const known = proposed.get(assigned)
  if (known !== undefined) return known
  const byTool = new Map<ToolId, Proposal[]>()
  for (const { tool, functionKey, state } of assigned.assignments) {
    const info = state === 'proposed' ? assigned.functions.get(functionKey) : undefined
    if (info === undefined) continue
    const found = byTool.get(tool)
    if (found === undefined) byTool.set(tool, [info])
    else found.push(info)
  }
  proposed.set(assigned, byTool)
  return byTool
}

type Proposals = ReadonlyMap<ToolId, readonly Proposal[]>

interface Made {
  readonly inventory: Inventory
  readonly proposals: Proposals
  readonly rows: readonly ToolRow[]
  /** Where each tool's row is. */
  readonly places: ReadonlyMap<ToolId, number>
}

/**
 * Makes the rows of an inventory. The maker it gives back remembers the rows it made last: a row in which nothing
 * changed stays the same object, so that only what changed is drawn again.
 */
export function rowMaker(): (inventory: Inventory, proposals: Proposals) => readonly ToolRow[] {
  let last: Made | undefined
  return (inventory, proposals) => {
    const rows = last === undefined ? undefined : edited(last, inventory, proposals)
    if (last !== undefined && rows !== undefined) {
      last = { ...last, inventory, rows }
      return rows
    }
    const before = last
    const all = [...inventory.tools.values()].map((tool) => {
      const row = rowOf(tool, inventory, proposals)
      const old = before?.rows[before.places.get(tool.id) ?? -1]
      return old !== undefined && sameRow(old, row) ? old : row
    })
    last = { inventory, proposals, rows: all, places: new Map(all.map(({ tool }, at) => [tool.id, at])) }
    return all
  }
}

/** The rows after edits of single tools; undefined when more than that has changed. */
function edited(last: Made, inventory: Inventory, proposals: Proposals): readonly ToolRow[] | undefined {
  const { tools, departments, functions } = last.inventory
  const same = inventory.departments === departments && inventory.functions === functions
  if (!same || proposals !== last.proposals) return undefined
  if (inventory.tools === tools) return last.rows
  const changes = rememberedDifference(last.inventory, inventory)?.filter(({ table }) => table === 'tools')
  if (changes?.every(({ before, after }) => before !== undefined && after !== undefined) !== true) return undefined
  const rows = [...last.rows]
  for (const { id } of changes) {
    const tool = inventory.tools.get(id as ToolId)
    const place = last.places.get(id as ToolId)
    if (tool === undefined || place === undefined) return undefined
    rows[place] = rowOf(tool, inventory, proposals)
  }
  return rows
}

function rowOf(tool: Tool, { departments, functions }: Inventory, proposals: Proposals): ToolRow {
  const owner = tool.owner === undefined ? undefined : departments.get(tool.owner)?.name
  const nameOf = (id: FunctionId) => functions.get(id)?.name ?? NONE
  return {
    tool,
    ...(owner === undefined ? {} : { owner }),
    functions: tool.functions.length === 0 ? NONE : tool.functions.flatMap(nameOf),
    // Findings lag a moment behind: what was just accepted is not proposed any more.
    proposals: tool.functions.length > 0 ? NONE : (proposals.get(tool.id) ?? NONE),
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
  // Without a query nothing has to be found: the texts of fifty thousand rows would be made for nothing.
  if (query.trim() === '') return () => true
  const words = normaliseName(query).split(' ')
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
