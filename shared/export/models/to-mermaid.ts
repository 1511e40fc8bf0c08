import type { FlowEdge, Graph } from '../../graph/graph'
import type { FlowMethod } from '../../inventory/nouns'

/** Arrows by what carries the data: interface, file, by hand; unknown has a plain line. */
const ARROWS: Readonly<Record<FlowMethod, string>> = {
  api: '-->',
  middleware: '-->',
  database: '-->',
  file: '-.->',
  'e-mail': '-.->',
  'by-hand': '==>',
  unknown: '---',
}

/**
 * The graph as a Mermaid flowchart: departments as subgraphs, tools as boxes, flows as arrows with what moves on them.
 * Names are quoted and their special signs written as entity codes, so no name can end its text or begin a command.
 * @param noDepartment name of the box of tools without a department
 * @param remarks lines for the head of the file (date, filters); comments in Mermaid
 */
export function toMermaid(
  { containers, tools, edges }: Graph,
  noDepartment: string,
  remarks: readonly string[],
): string {
  const number = new Map<string, string>()
  for (const [prefix, nodes] of [
    ['d', containers],
    ['t', tools],
  ] as const) {
    for (const { id } of nodes) number.set(id, `${prefix}${number.size + 1}`)
  }
  const lines = ['flowchart LR', ...remarks.map((remark) => `  %% ${plain(remark)}`)]
  for (const container of containers) {
    lines.push(`  subgraph ${number.get(container.id)}["${quoted(container.name || noDepartment)}"]`)
    for (const tool of tools) {
      if (tool.container === container.id) lines.push(`    ${number.get(tool.id)}["${quoted(tool.name)}"]`)
    }
    lines.push('  end')
  }
  for (const edge of edges) lines.push(`  ${arrow(edge, number)}`)
  return `${lines.join('\n')}\n`
}

function arrow(
  { source, target, method, bothWays, dataObjects }: FlowEdge,
  number: ReadonlyMap<string, string>,
): string {
  const sign = ARROWS[method]
  const both = bothWays && sign.endsWith('>') ? `<${sign}` : sign
  const label = dataObjects.length === 0 ? '' : `|"${quoted(dataObjects.join(', '))}"|`
  return `${number.get(source)} ${both}${label} ${number.get(target)}`
}

const CODES: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  '<': '#lt;',
  '>': '#gt;',
  '&': '#amp;',
  '`': '#96;',
  '|': '#124;',
  '[': '#91;',
  ']': '#93;',
  '{': '#123;',
  '}': '#125;',
  '%': '#37;',
  '\\': '#92;',
}

function quoted(text: string): string {
  return plain(text).replace(/["#<>&`|[\]{}%\\]/g, (sign) => CODES[sign] ?? sign)
}

/** One line without control characters. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
