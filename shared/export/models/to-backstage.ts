import type { Inventory } from '../../inventory/inventory'
import type { Tool, ToolStatus } from '../../inventory/nouns'
import { toToolsTable } from '../to-tables'
import { slug } from './slug'

const LIFECYCLE: Readonly<Record<ToolStatus, string>> = {
  planned: 'experimental',
  active: 'production',
  'phasing-out': 'deprecated',
  retired: 'deprecated',
}

/** Fields that Backstage has a place of its own for. */
const OWN_PLACE: ReadonlySet<string> = new Set([
  'ID',
  'Name',
  'Description',
  'Department',
  'Status',
  'Tags',
  'URL',
  'Part of',
])

/**
 * The inventory as one Backstage `catalog-info.yaml` with several documents: departments are groups, tools components
 * that depend on the tools they get data from. A name that Backstage doesn't allow becomes one that it does, the real
 * one stands in `title`. Every other field is an annotation under `toolscape/`. Texts are written as quoted scalars.
 */
export function toBackstage(inventory: Inventory): string {
  const nameOf = entityNames(inventory)
  const sources = new Map<string, Set<string>>()
  for (const { source, target, bothWays } of inventory.flows.values()) {
    for (const [from, to] of bothWays === true
      ? [
          [source, target],
          [target, source],
        ]
      : [[source, target]]) {
      if (from === undefined || to === undefined || from === to) continue
      sources.set(to, (sources.get(to) ?? new Set()).add(from))
    }
  }
  const groups = [...inventory.departments.values()].map(({ id, name, parent }) =>
    entity(
      'Group',
      nameOf(id),
      name,
      [],
      [
        '  type: department',
        ...(parent === undefined || !inventory.departments.has(parent) ? [] : [`  parent: ${nameOf(parent)}`]),
        '  children: []',
      ],
    ),
  )
  const table = toToolsTable(inventory, { language: 'en' })
  const components = [...inventory.tools.values()].map((tool, row) => {
    const facts = (table.rows[row] ?? []).flatMap((cell, i): readonly (readonly [string, string])[] => {
      const header = table.header[i] ?? ''
      return cell === null || cell === '' || OWN_PLACE.has(header) ? [] : [[header, String(cell)]]
    })
    const depends = [...(sources.get(tool.id) ?? [])].filter((id) => inventory.tools.has(id as never))
    return entity('Component', nameOf(tool.id), tool.name, metadata(tool, facts), [
      '  type: service',
      `  lifecycle: ${LIFECYCLE[tool.status ?? 'active']}`,
      `  owner: ${tool.owner === undefined ? 'unknown' : nameOf(tool.owner)}`,
      ...(depends.length === 0
        ? []
        : ['  dependsOn:', ...depends.map((id) => `    - component:default/${nameOf(id)}`)]),
    ])
  })
  return [...groups, ...components].join('---\n')
}

function entity(
  kind: string,
  name: string,
  title: string,
  metadata: readonly string[],
  spec: readonly string[],
): string {
  const lines = [
    'apiVersion: backstage.io/v1alpha1',
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    `  title: ${quoted(title)}`,
    ...metadata,
    'spec:',
    ...spec,
  ]
  return `${lines.join('\n')}\n`
}

function metadata(
  { description, tags = [], url }: Tool,
  facts: readonly (readonly [string, string])[],
): readonly string[] {
  const allowed = [...new Set(tags.map(tagOf).filter((tag) => tag !== ''))]
  const annotations = new Map<string, string>()
  for (const [header, value] of facts) {
    const key = `toolscape/${slug(header)}`
    if (!annotations.has(key)) annotations.set(key, value)
  }
  return [
    ...(description === undefined ? [] : [`  description: ${quoted(description)}`]),
    ...(annotations.size === 0
      ? []
      : ['  annotations:', ...[...annotations].map(([key, value]) => `    ${key}: ${quoted(value)}`)]),
    ...(allowed.length === 0 ? [] : ['  tags:', ...allowed.map((tag) => `    - ${tag}`)]),
    ...(url === undefined ? [] : ['  links:', `    - url: ${quoted(url)}`]),
  ]
}

/** A text as a double-quoted scalar: every JSON string is one in YAML 1.2. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Backstage's tags: lower case letters, digits and `+#:-`. */
function tagOf(tag: string): string {
  return slug(tag)
}

/** A name for every entity that Backstage takes, unique within its kind (compared without case, as Backstage does). */
function entityNames({ departments, tools }: Inventory): (id: string) => string {
  const names = new Map<string, string>()
  for (const table of [departments, tools] as readonly ReadonlyMap<
    string,
    { readonly id: string; readonly name: string }
  >[]) {
    const taken = new Set<string>()
    for (const { id, name } of table.values()) {
      const base = slug(name) || 'unnamed'
      let unique = base
      for (let n = 2; taken.has(unique); n += 1) unique = `${base}-${n}`
      taken.add(unique)
      names.set(id, unique)
    }
  }
  return (id) => names.get(id) ?? 'unknown'
}
