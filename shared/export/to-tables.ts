import { majorUnits } from '../analysis/money'
import type { FieldId } from '../import/fields'
import { listValue } from '../import/list-value'
import {
  DEPARTMENT_HEADERS,
  FLOW_HEADERS,
  type Language,
  MENTIONED_ONLY,
  TOOL_HEADERS,
  type Word,
} from '../import/own-headers'
import type { Inventory } from '../inventory/inventory'
import type { DepartmentId, Flow, Tool, ToolId } from '../inventory/nouns'
import * as words from './table-words'
import { toolRefs } from './tool-refs'

export type Cell = string | number | null

/** A header and its rows, ready for a CSV or a worksheet. `null`: not known. */
export interface ExportTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface TableOptions {
  readonly language: Language
}

type Cells = Partial<Record<FieldId, Cell>>
export interface Row {
  readonly cells: Cells
  readonly extra: Readonly<Record<string, string>>
}

/**
 * Every tool with everything its list can say; importing the table gives the same tools. Retired ones and those that
 * are only mentioned are in it, see Status. Several values stand in one cell with "; " between; one that itself holds
 * a sign that separates, or a bracket without its partner, stands in double quotes, quotes inside doubled. Money is a number in
 * major units with its currency beside it, dates are ISO, closed fields are words that the import reads in either
 * language. Extra columns follow under their own headers. Users per department, attachments and flows are not in it.
 */
export function toToolsTable(inventory: Inventory, { language }: TableOptions): ExportTable {
  const usedBy = new Map<ToolId, DepartmentId[]>()
  for (const { tool, department } of inventory.usages.values()) {
    if (department !== inventory.tools.get(tool)?.owner) usedBy.set(tool, [...(usedBy.get(tool) ?? []), department])
  }
  const rows = [...inventory.tools.values()].map((tool): Row => {
    const cells = toolCells(tool, usedBy.get(tool.id) ?? [], inventory, language)
    return { cells, extra: tool.extra ?? {} }
  })
  return tableOf(TOOL_HEADERS, rows, language)
}

/** Every department with the one above it and its size, in the same manner. */
export function toDepartmentsTable(inventory: Inventory, { language }: TableOptions): ExportTable {
  const rows = [...inventory.departments.values()].map(({ name, parent, headcount, externalId, extra = {} }): Row => {
    const above = parent === undefined ? undefined : inventory.departments.get(parent)?.name
    return { cells: { id: externalId ?? null, name, parent: above ?? null, headcount: headcount ?? null }, extra }
  })
  return tableOf(DEPARTMENT_HEADERS, rows, language)
}

/** Every data flow by the names of its tools, in the same manner. Hours are rounded to two decimals. */
export function toFlowsTable(inventory: Inventory, { language }: TableOptions): ExportTable {
  const refOf = toolRefs(inventory)
  const rows = [...inventory.flows.values()].map((flow): Row => {
    return { cells: flowCells(flow, inventory, refOf, language), extra: flow.extra ?? {} }
  })
  return tableOf(FLOW_HEADERS, rows, language)
}

function toolCells(tool: Tool, usedBy: readonly DepartmentId[], inventory: Inventory, language: Language): Cells {
  const say = sayIn(language)
  const mentioned = tool.mentionedOnly === true ? MENTIONED_ONLY[language] : null
  return {
    id: tool.externalId ?? null,
    name: tool.name,
    partOf: tool.partOf ?? null,
    vendor: tool.vendor ?? null,
    description: tool.description ?? null,
    functions: joined(namesOf(tool.functions, inventory.functions)),
    owner: tool.owner === undefined ? null : joined(namesOf([tool.owner], inventory.departments)),
    usedBy: joined(namesOf(usedBy, inventory.departments)),
    businessOwner: tool.businessOwner ?? null,
    technicalOwner: tool.technicalOwner ?? null,
    status: say(words.STATUS, tool.status) ?? mentioned,
    hosting: say(words.HOSTING, tool.hosting),
    users: tool.users ?? null,
    annualCost: tool.annualCost === undefined ? null : majorUnits(tool.annualCost),
    currency: tool.annualCost?.currency ?? null,
    contractEnd: tool.contractEnd ?? null,
    noticeMonths: tool.noticeMonths ?? null,
    plannedFrom: tool.plannedFrom ?? null,
    retiredFrom: tool.retiredFrom ?? null,
    criticality: say(words.CRITICALITY, tool.criticality),
    functionalFit: say(words.FUNCTIONAL_FIT, tool.functionalFit),
    technicalFit: say(words.TECHNICAL_FIT, tool.technicalFit),
    dataClass: say(words.DATA_CLASS, tool.dataClass),
    personalData: say(words.YES_NO, tool.personalData),
    ai: say(words.AI, tool.ai),
    tags: joined(tool.tags ?? []),
    url: tool.url ?? null,
    notes: tool.notes ?? null,
  }
}

function flowCells(flow: Flow, inventory: Inventory, refOf: ReturnType<typeof toolRefs>, language: Language): Cells {
  const say = sayIn(language)
  const [source, target] = [refOf(flow.source), refOf(flow.target)]
  const known = flow.bothWays === undefined ? undefined : flow.bothWays ? 'both' : 'one'
  const direction = flow.directionKnown === false ? 'unknown' : known
  return {
    id: flow.externalId ?? null,
    name: flow.name ?? null,
    source: source?.name ?? null,
    sourcePartOf: source?.partOf ?? null,
    target: target?.name ?? null,
    targetPartOf: target?.partOf ?? null,
    dataObjects: joined(namesOf(flow.dataObjects, inventory.dataObjects)),
    method: say(words.METHOD, flow.method),
    direction: say(words.DIRECTION, direction),
    frequency: say(words.FREQUENCY, flow.frequency),
    hoursPerMonth: flow.hoursPerMonth === undefined ? null : Math.round(flow.hoursPerMonth * 100) / 100,
    status: say(words.STATUS, flow.status),
    notes: flow.notes ?? null,
  }
}

/**
 * Puts the fields' columns side by side and the extra columns behind them, in the order they first occur. A cell that
 * an import could not understand is kept under its column's header: where that is one of our own headers, it goes back
 * into it if the field is unknown, otherwise into a column of its own.
 */
export function tableOf(
  headers: readonly (readonly [FieldId, Word])[],
  rows: readonly Row[],
  language: Language,
): ExportTable {
  const fieldOf = new Map(headers.map(([field, header]) => [header[language], field]))
  const extraHeaders = new Set<string>()
  const filled = rows.map(({ cells, extra }) => {
    const own: Cells = { ...cells }
    const others = new Map<string, string>()
    for (const [header, text] of Object.entries(extra)) {
      const field = fieldOf.get(header)
      if (field === undefined) others.set(header, text)
      else if (own[field] === null || own[field] === undefined) own[field] = text
      else others.set(`${header} *`, text)
    }
    for (const header of others.keys()) extraHeaders.add(header)
    return { own, others }
  })
  return {
    header: [...headers.map(([, header]) => header[language]), ...extraHeaders],
    rows: filled.map(({ own, others }) => [
      ...headers.map(([field]) => own[field] ?? null),
      ...[...extraHeaders].map((header) => others.get(header) ?? null),
    ]),
  }
}

function sayIn(language: Language) {
  return <K extends string | number>(vocabulary: Readonly<Record<K, Word>>, key: K | undefined): string | null =>
    key === undefined ? null : vocabulary[key][language]
}

function namesOf<I>(ids: readonly I[], rows: ReadonlyMap<I, { readonly name: string }>): readonly string[] {
  return ids.map((id) => rows.get(id)?.name).filter((name) => name !== undefined)
}

/** Several values in one cell, as the import reads them; `null` for none. */
export function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map(listValue).join('; ')
}
