import type { Inventory } from '../../inventory/inventory'
import type { Tool, ToolId } from '../../inventory/nouns'
import { addMonths, isDate } from './dates'

/** The landscape at a date, against today's. */
export interface LandscapeAt {
  readonly present: ReadonlySet<ToolId>
  /** Present then, not today. */
  readonly arrived: ReadonlySet<ToolId>
  /** Present today, not then. */
  readonly gone: ReadonlySet<ToolId>
  /** Planned, or phasing out, without a date to come that says when: they stay as they are today. */
  readonly undated: number
}

/**
 * Which tools are in use at a date. Today's landscape is what the list says: every tool but planned and retired ones.
 * Later dates change it only where a date between says so: a planned tool comes on its `plannedFrom`, a tool goes on its
 * `retiredFrom`, and one that is phasing out, without that, the day after its contract ends. Earlier dates likewise: a
 * tool wasn't there before its `plannedFrom`, a retired one still was before its `retiredFrom`. A plan whose date has
 * passed has slipped: it says nothing any more.
 * @param date an ISO date
 * @param today an ISO date
 */
export function landscapeAt({ tools }: Pick<Inventory, 'tools'>, date: string, today: string): LandscapeAt {
  const present = new Set<ToolId>()
  const arrived = new Set<ToolId>()
  const gone = new Set<ToolId>()
  let undated = 0
  for (const tool of tools.values()) {
    const [now, then] = [isThere(tool), isThereAt(tool, date, today)]
    if (then) present.add(tool.id)
    if (then && !now) arrived.add(tool.id)
    if (now && !then) gone.add(tool.id)
    const waits = tool.status === 'planned' || tool.status === 'phasing-out'
    if (waits && !changesOf(tool).some((change) => change > today)) undated += 1
  }
  return { present, arrived, gone, undated }
}

/** The first days on which a tool is there, or no longer there, by what the list says; ISO dates in no order. */
export function changesOf(tool: Tool): readonly string[] {
  const { status, plannedFrom } = tool
  const end = firstDayWithout(tool)
  return [
    ...(isDate(plannedFrom) ? [plannedFrom] : []),
    ...(end !== undefined && (status !== 'planned' || isDate(plannedFrom)) ? [end] : []),
  ]
}

/** How many stops a slider has at most when it goes by months; longer spans go by quarters. */
const MOST_MONTHS = 36

/**
 * The dates at which a slider stops: the first of each month (each quarter when there would be more than 36) from before
 * the first to after the last change, and today. Empty when no tool has a date.
 */
export function dateStops({ tools }: Pick<Inventory, 'tools'>, today: string): readonly string[] {
  const dates = [...tools.values()].flatMap(changesOf)
  if (dates.length === 0) return []
  let [first, last] = [today, today]
  for (const date of dates) {
    if (date < first) first = date
    if (date > last) last = date
  }
  const by = monthsFrom(first, last) > MOST_MONTHS ? 3 : 1
  const stops = [startOf(first, by)]
  for (let stop = stops[0] as string; stop < last; stops.push(stop)) stop = addMonths(stop, by)
  return [...new Set([...stops, today])].sort()
}

function isThere({ status }: Tool): boolean {
  return status !== 'planned' && status !== 'retired'
}

function isThereAt(tool: Tool, date: string, today: string): boolean {
  const from = isDate(tool.plannedFrom) ? tool.plannedFrom : undefined
  const end = firstDayWithout(tool)
  if (tool.status === 'planned') {
    return from !== undefined && from > today && date >= from && !(end !== undefined && end > from && date >= end)
  }
  if (tool.status === 'retired') {
    const was = end !== undefined && end <= today && date < end
    return was && !(from !== undefined && date < from)
  }
  if (date < today) return from === undefined || from > today || date >= from
  return !(end !== undefined && end > today && date >= end)
}

function firstDayWithout({ status, retiredFrom, contractEnd }: Tool): string | undefined {
  if (isDate(retiredFrom)) return retiredFrom
  return status === 'phasing-out' && isDate(contractEnd) ? dayAfter(contractEnd) : undefined
}

function dayAfter(date: string): string {
  const next = `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}`
  return isDate(next) ? next : `${addMonths(`${date.slice(0, 8)}01`, 1)}`
}

function startOf(date: string, months: number): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months + 1
  return `${date.slice(0, 5)}${String(month).padStart(2, '0')}-01`
}

function monthsFrom(first: string, last: string): number {
  return (
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7))
  )
}
