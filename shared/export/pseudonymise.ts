import type { Inventory } from '../inventory/inventory'
import type { Tool } from '../inventory/nouns'
import type { Pilot } from '../inventory/scenario'

/** What is taken out of a copy that leaves the house. */
export const HIDDEN_KINDS = ['people', 'vendors', 'costs', 'hosts', 'texts'] as const
export type HiddenKind = (typeof HIDDEN_KINDS)[number]

/** Words that stand in for what is hidden, each followed by a number. */
export interface PseudonymWords {
  readonly person: string
  readonly vendor: string
  readonly host: string
}

export interface Pseudonymised {
  readonly inventory: Inventory
  /** How many different values of each kind were replaced or left out. */
  readonly hidden: Readonly<Record<HiddenKind, number>>
  /** What can still be read, in the order of the inventory: names nobody asked to hide. */
  readonly left: {
    readonly tools: readonly string[]
    readonly departments: readonly string[]
    readonly functions: readonly string[]
  }
}

/**
 * A copy of the inventory that can be shown to others. People and vendors become numbered stand-ins, the same one
 * wherever they occur; e-mail addresses, host names and IP addresses inside names become numbered hosts; addresses,
 * costs, descriptions, notes, concerns, reasons, unmapped columns and file names are left out, as unknown, because a
 * rounded cost or a shortened text still tells. Names of tools, departments and functions stay, except where a vendor
 * or a person that is known occurs in them.
 */
export function pseudonymise(inventory: Inventory, words: PseudonymWords): Pseudonymised {
  const people = numbered(words.person)
  const vendors = numbered(words.vendor)
  const hosts = numbered(words.host)
  const costs = new Set<string>()
  const texts = new Set<string>()
  for (const tool of inventory.tools.values()) {
    for (const name of [tool.businessOwner, tool.technicalOwner]) if (name !== undefined) people.of(name)
    if (tool.vendor !== undefined) vendors.of(tool.vendor)
  }
  for (const { pilot } of inventory.scenarios.values()) if (pilot?.owner !== undefined) people.of(pilot.owner)

  const known = replacer([...people.known(), ...vendors.known()])
  const clean = (name: string): string => known(name).replace(HOST, (host) => hosts.of(host))
  const drop = (text: string | undefined) => {
    if (text !== undefined && text !== '') texts.add(text)
  }
  const dropAll = (row: { readonly extra?: Readonly<Record<string, string>>; readonly notes?: string }) => {
    drop(row.notes)
    for (const text of Object.values(row.extra ?? {})) drop(text)
  }

  const hideTool = (tool: Tool): Tool => {
    const {
      description,
      annualCost,
      url,
      vendor,
      businessOwner,
      technicalOwner,
      aliases,
      partOf,
      externalId,
      ...rest
    } = tool
    drop(description)
    dropAll(tool)
    if (annualCost !== undefined) costs.add(`${annualCost.minor} ${annualCost.currency}`)
    if (url !== undefined) hosts.of(url)
    const { notes: _, extra: __, origin: ___, ...plain } = rest
    return {
      ...plain,
      name: clean(tool.name),
      ...(partOf === undefined ? {} : { partOf: clean(partOf) }),
      ...(aliases === undefined ? {} : { aliases: aliases.map(clean) }),
      ...(vendor === undefined ? {} : { vendor: vendors.of(vendor) }),
      ...(businessOwner === undefined ? {} : { businessOwner: people.of(businessOwner) }),
      ...(technicalOwner === undefined ? {} : { technicalOwner: people.of(technicalOwner) }),
    }
  }
  const tools = mapped(inventory.tools, hideTool)
  const departments = mapped(inventory.departments, (row) => {
    dropAll(row)
    const { extra: _, origin: __, externalId: ___, ...rest } = row
    return { ...rest, name: clean(row.name), ...(row.aliases === undefined ? {} : { aliases: row.aliases.map(clean) }) }
  })
  const flows = mapped(inventory.flows, (row) => {
    dropAll(row)
    drop(row.name)
    const { notes: _, extra: __, origin: ___, name: ____, externalId: _____, ...rest } = row
    return rest
  })
  const usages = mapped(inventory.usages, (row) => {
    dropAll(row)
    drop(row.concern)
    const { concern: _, extra: __, ...rest } = row
    return rest
  })
  const verdicts = mapped(inventory.verdicts, (row) => {
    drop(row.reason)
    const { reason: _, ...rest } = row
    return rest
  })
  const hidePilot = ({ measure, unit, scalingTrigger, stopTrigger, owner, ...rest }: Pilot): Pilot => {
    for (const text of [measure, unit, scalingTrigger, stopTrigger]) drop(text)
    return { ...rest, ...(owner === undefined ? {} : { owner: people.of(owner) }) }
  }
  const scenarios = mapped(inventory.scenarios, ({ note, pilot, bundles, ...rest }) => {
    drop(note)
    return {
      ...rest,
      name: clean(rest.name),
      bundles: bundles.map(({ targetCost, oneOffCost, target, ...taken }) => {
        for (const cost of [targetCost, oneOffCost]) if (cost !== undefined) costs.add(`${cost.minor} ${cost.currency}`)
        return { ...taken, target: 'tool' in target ? target : { newPlatform: clean(target.newPlatform) } }
      }),
      ...(pilot === undefined ? {} : { pilot: hidePilot(pilot) }),
    }
  })
  const views = mapped(inventory.views, ({ note, look, ...rest }) => {
    drop(note)
    // A filter by a hidden field names what it looks for.
    const filters = look.filters.filter(({ attribute }) => !TELLING.has(attribute) && !attribute.startsWith('extra:'))
    return { ...rest, look: { ...look, filters }, name: clean(rest.name) }
  })
  const functions = mapped(inventory.functions, (row) => {
    dropAll(row)
    const { extra: _, ...rest } = row
    return { ...rest, name: clean(row.name) }
  })
  const dataObjects = mapped(inventory.dataObjects, (row) => {
    dropAll(row)
    const { extra: _, ...rest } = row
    return { ...rest, name: clean(row.name) }
  })
  const names = (rows: ReadonlyMap<unknown, { readonly name: string }>) => [...rows.values()].map(({ name }) => name)
  return {
    inventory: {
      ...inventory,
      tools,
      departments,
      functions,
      dataObjects,
      flows,
      usages,
      verdicts,
      scenarios,
      views,
      answers: new Map(),
      ownProducts: new Map(),
      preferences: new Map(),
    },
    hidden: {
      people: people.size(),
      vendors: vendors.size(),
      costs: costs.size,
      hosts: hosts.size(),
      texts: texts.size,
    },
    left: { tools: names(tools), departments: names(departments), functions: names(functions) },
  }
}

/** Fields of a tool whose values are hidden. */
const TELLING: ReadonlySet<string> = new Set([
  'vendor',
  'description',
  'annualCost',
  'url',
  'businessOwner',
  'technicalOwner',
  'aliases',
  'partOf',
  'externalId',
  'name',
  'notes',
])

/** E-mail addresses, IP addresses, URLs and host names with at least two dots ("srv01.intern.example"). */
const HOST =
  /https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\\\\[\w.$\\-]+|\b[a-z][\w-]*(?:\.[a-z][\w-]*){2,}\b/gi

/** Values compared without case and spare spaces; each gets the word and the next number. */
function numbered(word: string) {
  const numbers = new Map<string, string>()
  const spellings = new Map<string, string>()
  const keyOf = (value: string) => value.trim().replace(/\s+/g, ' ').toLowerCase()
  return {
    of: (value: string): string => {
      const key = keyOf(value)
      let name = numbers.get(key)
      if (name === undefined) {
        name = `${word} ${numbers.size + 1}`
        numbers.set(key, name)
        spellings.set(value.trim(), name)
      }
      return name
    },
    known: (): readonly (readonly [string, string])[] => [...spellings],
    size: () => numbers.size,
  }
}

/** Replaces known names where they stand as whole words; the longest first, so that no part of one is left. */
function replacer(known: readonly (readonly [string, string])[]): (text: string) => string {
  const worth = known.filter(([name]) => name.length >= 3).sort((a, b) => b[0].length - a[0].length)
  if (worth.length === 0) return (text) => text
  const by = new Map(worth.map(([name, stand]) => [name.toLowerCase(), stand]))
  const either = worth.map(([name]) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => text.replace(whole, (found) => by.get(found.toLowerCase()) ?? found)
}

function mapped<K, V>(rows: ReadonlyMap<K, V>, change: (row: V) => V): ReadonlyMap<K, V> {
  return new Map([...rows].map(([id, row]) => [id, change(row)]))
}
