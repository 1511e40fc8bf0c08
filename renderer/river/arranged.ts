import type { Findings } from '../../shared/analysis/findings'
import type { Language } from '../../shared/bridge'
import type { ContainerNode, PlacedGraph, ToolNode } from '../../shared/graph/graph'
import type { ToolJob } from '../../shared/graph/group-tools'
import type { Inventory } from '../../shared/inventory/inventory'
import { pinIdOf, type ToolId } from '../../shared/inventory/nouns'
import { domainNames } from './catalogue'

type Assigned = Findings['assigned']
const known = new WeakMap<Assigned, ReadonlyMap<ToolId, ToolJob>>()

/**
 * Each tool's first function with its domain. A name is the longer one of both languages: a container is as wide as its
 * name needs, and must not change its size with the language.
 */
export function jobsOf({ assigned }: Findings): ReadonlyMap<ToolId, ToolJob> {
  const old = known.get(assigned)
  if (old !== undefined) return old
  const [german, english] = [domainNames('de'), domainNames('en')]
  const jobs = new Map<ToolId, ToolJob>()
  for (const { tool, functionKey: key } of assigned.assignments) {
    const info = assigned.functions.get(key)
    if (info === undefined || jobs.has(tool)) continue
    const { domain } = info
    const name = longer(info.name.de, info.name.en)
    const domainName = domain === undefined ? '' : longer(german.get(domain) ?? domain, english.get(domain) ?? domain)
    jobs.set(tool, { key, name, ...(domain === undefined ? {} : { domain, domainName }) })
  }
  known.set(assigned, jobs)
  return jobs
}

function longer(a: string, b: string): string {
  return a.length < b.length ? b : a
}

/** The containers with the names of functions and domains in this language. */
export function namedIn(
  containers: readonly ContainerNode[],
  findings: Findings | undefined,
  language: Language,
): readonly ContainerNode[] {
  if (findings === undefined || !containers.some(({ kind }) => kind === 'function')) return containers
  const domains = domainNames(language)
  const named = (node: ContainerNode): string => {
    const key = node.id.slice(node.id.indexOf(':') + 1)
    if (node.kind === 'domain') return domains.get(key) ?? key
    return node.kind === 'function' ? (findings.assigned.functions.get(key)?.name[language] ?? node.name) : node.name
  }
  const names = new Map(containers.map((node) => [node.id, named(node)]))
  return containers.map((node) => {
    const path = node.parent === undefined ? node.path : [names.get(node.parent) ?? '']
    return { ...node, name: names.get(node.id) ?? node.name, path }
  })
}

/** The tools that came to a map that was there before; none when all are new or only some were moved. */
export function newcomers({ graph: { tools }, placedNow }: PlacedGraph, inventory: Inventory): readonly string[] {
  const home = new Map<string, ToolNode>(tools.map((tool) => [tool.id, tool]))
  const found = placedNow.filter((id) => {
    const tool = home.get(id)
    return tool !== undefined && !inventory.pins.has(pinIdOf(id, tool.container))
  })
  return found.length === tools.length ? [] : found
}
