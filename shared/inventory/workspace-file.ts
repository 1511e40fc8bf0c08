import { z } from 'zod'
import { fail, ok, type Result } from '../result'
import type { Inventory } from './inventory'
import { ARRANGEMENT_KINDS, COLOUR_ATTRIBUTES } from './map-look'
import { AI_KINDS, DATA_CLASSES, FLOW_METHODS, FREQUENCIES, HOSTINGS, JUDGEMENTS, TOOL_STATUSES } from './nouns'
import { readSnapshot, type SnapshotError } from './validate'

/**
 * A workspace that somebody hands over as a file. Unlike our own snapshots, which only chance can damage, it may have
 * been made or changed by anybody: every field that the app relies on is checked, and the ends of every flow are there.
 */

export type WorkspaceFileError =
  | SnapshotError
  | { readonly code: 'too-many-rows'; readonly limit: number }
  /** A row says something that it can't say; the table and the row's id. */
  | { readonly code: 'broken-row'; readonly table: string; readonly id: string }

/** Rows of all tables together: ten times the largest company that the app is measured with. */
export const MOST_ROWS = 1_000_000
const MOST_TEXT = 100_000

const text = z.string().max(MOST_TEXT)
const id = z.string().min(1).max(200)
const count = z.number().min(0).max(1e15)
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const texts = z.array(text).max(10_000)
const ids = z.array(id).max(100_000)
const money = z.looseObject({ minor: z.number().int(), currency: z.string().regex(/^[A-Z]{3}$/) })
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}/)
const everywhere = {
  hand: texts.optional(),
  externalId: text.optional(),
  aliases: texts.optional(),
  notes: text.optional(),
  extra: z.record(z.string(), text).optional(),
  origin: z.looseObject({ file: text, row: z.number() }).optional(),
}
const byImport = { hand: texts.optional(), extra: z.record(z.string(), text).optional() }
const attributeFilter = z.looseObject({ attribute: text, values: texts, without: z.literal(true).optional() })
const look = z.looseObject({
  arrangement: z.looseObject({ by: z.enum(ARRANGEMENT_KINDS) }),
  colourBy: z.enum(COLOUR_ATTRIBUTES),
  filters: z.array(attributeFilter),
  methods: z.array(z.enum(FLOW_METHODS)).optional(),
  overlaps: z.boolean(),
})
const target = z.union([z.looseObject({ tool: id }), z.looseObject({ newPlatform: text })])

const ROWS = {
  departments: z.looseObject({ id, name: text, parent: id.optional(), headcount: count.optional(), ...everywhere }),
  functions: z.looseObject({ id, name: text, catalogueId: text.optional(), domain: text.optional() }),
  tools: z.looseObject({
    id,
    name: text,
    partOf: text.optional(),
    vendor: text.optional(),
    description: text.optional(),
    functions: ids,
    owner: id.optional(),
    businessOwner: text.optional(),
    technicalOwner: text.optional(),
    status: z.enum(TOOL_STATUSES).optional(),
    hosting: z.enum(HOSTINGS).optional(),
    users: count.optional(),
    annualCost: money.optional(),
    contractEnd: date.optional(),
    noticeMonths: count.optional(),
    criticality: level.optional(),
    functionalFit: level.optional(),
    technicalFit: level.optional(),
    dataClass: z.enum(DATA_CLASSES).optional(),
    personalData: z.enum(['yes', 'no', 'unknown']).optional(),
    ai: z.enum(AI_KINDS).optional(),
    tags: texts.optional(),
    url: text.optional(),
    mentionedOnly: z.boolean().optional(),
    ...everywhere,
  }),
  usages: z.looseObject({
    id,
    tool: id,
    department: id,
    users: count.optional(),
    attachment: level.optional(),
    concern: text.optional(),
    ...byImport,
  }),
  dataObjects: z.looseObject({ id, name: text, master: id.optional(), ...byImport }),
  flows: z.looseObject({
    id,
    source: id,
    target: id,
    name: text.optional(),
    dataObjects: ids,
    method: z.enum(FLOW_METHODS),
    bothWays: z.boolean().optional(),
    directionKnown: z.literal(false).optional(),
    frequency: z.enum(FREQUENCIES).optional(),
    hoursPerMonth: count.optional(),
    status: z.enum(TOOL_STATUSES).optional(),
    ...everywhere,
  }),
  verdicts: z.looseObject({ id, tools: ids, judgement: z.enum(JUDGEMENTS), reason: text.optional(), date: text }),
  pins: z.looseObject({ id: z.string().min(1).max(500), x: z.number(), y: z.number() }),
  views: z.looseObject({ id, name: text, note: text.optional(), order: z.number(), look }),
  scenarios: z.looseObject({
    id,
    name: text,
    bundles: z.array(
      z.looseObject({ functionKey: text, target, decisions: z.array(z.looseObject({ tool: id, move: z.string() })) }),
    ),
    pilot: z.looseObject({ status: z.string() }).optional(),
  }),
  ownProducts: z.looseObject({ id, name: text, functions: texts, aliases: texts.optional() }),
  answers: z.looseObject({ id, kind: z.enum(['tools', 'departments']), names: z.tuple([text, text]) }),
  preferences: z.looseObject({ id, values: z.record(z.string(), z.union([z.string(), z.number()])) }),
} satisfies { readonly [T in keyof Inventory]: z.ZodType }

/** What a file with a whole workspace holds, or why it is refused. Nothing of a refused file is used. */
export function readWorkspaceFile(
  content: string,
): Result<{ readonly inventory: Inventory; readonly sequence: number }, WorkspaceFileError> {
  const read = readSnapshot(content)
  if (!read.ok) return read
  const { inventory, sequence } = read.value
  const tables = Object.keys(ROWS) as (keyof Inventory)[]
  const rows = tables.reduce((sum, table) => sum + inventory[table].size, 0)
  if (rows > MOST_ROWS) return fail({ code: 'too-many-rows', limit: MOST_ROWS })
  for (const table of tables) {
    for (const [key, row] of inventory[table] as ReadonlyMap<string, unknown>) {
      if (!ROWS[table].safeParse(row).success) return fail({ code: 'broken-row', table, id: key })
    }
  }
  const dangling = firstDangling(inventory)
  if (dangling !== undefined) return fail({ code: 'broken-row', ...dangling })
  return ok({ inventory, sequence: Math.max(1, sequence, highestNumber(inventory)) })
}

/** The first row that hangs in the air: everything draws a tool in its department and a flow between its tools. */
function firstDangling({ tools, departments, flows, usages }: Inventory): { table: string; id: string } | undefined {
  for (const { id: own, owner } of tools.values()) {
    if (owner !== undefined && !departments.has(owner)) return { table: 'tools', id: own }
  }
  for (const { id: own, source, target: to } of flows.values()) {
    if (!tools.has(source) || !tools.has(to)) return { table: 'flows', id: own }
  }
  for (const { id: own, tool, department } of usages.values()) {
    if (!tools.has(tool) || !departments.has(department)) return { table: 'usages', id: own }
  }
  return undefined
}

/** Ids are made of the number of a Change (`t12.3`); the workspace must go on after the highest, or ids come twice. */
function highestNumber(inventory: Inventory): number {
  let highest = 0
  for (const table of Object.values(inventory)) {
    for (const key of table.keys()) {
      const number = Number(/^[a-z](\d{1,15})\.\d+$/.exec(key)?.[1] ?? 0)
      if (number > highest) highest = number
    }
  }
  return highest
}
