import type { Overlap } from '../../analysis/findings'
import type { FlowEdge, PlacedGraph, Rect } from '../../graph/graph'
import { domainColour, LINE_STYLES, PALETTES } from '../../graph/palette'
import type { Inventory } from '../../inventory/inventory'
import type { ToolId } from '../../inventory/nouns'
import { px, xml, xmlId } from '../svg-text'
import type { ExportTable } from '../to-tables'
import { toToolsTable } from '../to-tables'
import { slug } from './slug'

export interface DrawioOptions {
  readonly title: string
  readonly language: 'de' | 'en'
  /** Names of the layers, and of the container for tools without a department. */
  readonly words: {
    readonly departments: string
    readonly flows: string
    readonly overlaps: string
    readonly noDepartment: string
  }
  readonly overlaps: readonly Overlap[]
  /** Colours of the tools' frames instead of those of their domains. */
  readonly colours?: ReadonlyMap<ToolId, string>
}

const PALETTE = PALETTES.light

/**
 * The placed map as an editable draw.io file: departments are containers, tools shapes inside them with every known
 * field as a property of the shape, flows connectors that stay attached, overlaps a layer of their own. Every node of
 * the graph is in it, at the place where the map has it. Labels are plain text: draw.io is told to read no HTML in them.
 */
export function toDrawio(placed: PlacedGraph, inventory: Inventory, options: DrawioOptions): string {
  const { graph, at } = placed
  const { words } = options
  const fields = propertiesByTool(inventory, options.language)
  const inside = new Map<string, string>(graph.tools.map(({ id, container }) => [id, container]))
  const layer = (id: string, name: string) => `<mxCell id="${id}" value="${xml(name)}" parent="0"/>`
  const containers = graph.containers.map((node) => {
    const parent = 'parent' in node && typeof node.parent === 'string' ? node.parent : undefined
    const label = node.name === '' ? words.noDepartment : node.name
    const style = `swimlane;html=0;startSize=28;rounded=1;arcSize=4;fontStyle=1;align=left;spacingLeft=8;fillColor=${PALETTE.panel};swimlaneFillColor=${PALETTE.canvas};strokeColor=${PALETTE.hairline};fontColor=${PALETTE.ink};`
    return cell(node.id, label, style, parent ?? 'layer-departments', within(at, node.id, parent))
  })
  const tools = graph.tools.map((tool) => {
    const style = `rounded=1;html=0;whiteSpace=wrap;align=left;spacingLeft=10;fillColor=${PALETTE.panel};strokeColor=${options.colours?.get(tool.id) ?? domainColour(tool.domain, 'light')};strokeWidth=2;fontColor=${PALETTE.ink};${tool.status === 'retired' || tool.mentionedOnly ? 'dashed=1;' : ''}`
    const box = within(at, tool.id, tool.container)
    const data = (fields.get(tool.id) ?? []).map(([key, value]) => `${key}="${xml(value)}"`).join(' ')
    return `<object id="${xmlId(tool.id)}" label="${xml(tool.name)}" ${data}><mxCell style="${style}" vertex="1" parent="${xmlId(tool.container)}">${geometry(box)}</mxCell></object>`
  })
  const flows = graph.edges.map((edge) => flowCell(edge))
  const overlaps = options.overlaps
    .filter(({ tools: [a, b] }) => inside.has(a) && inside.has(b))
    .map(({ tools: [a, b], score }) => {
      const style = `endArrow=none;html=0;dashed=1;dashPattern=1 3;strokeWidth=2;strokeColor=${PALETTE.overlap};fontColor=${PALETTE.overlap};`
      return connector(`overlap-${a}-${b}`, `${Math.round(score * 100)} %`, style, 'layer-overlaps', a, b)
    })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Toolscape" type="device">',
    `<diagram name="${xml(options.title)}" id="map"><mxGraphModel dx="0" dy="0" grid="1" gridSize="8" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" math="0" shadow="0"><root>`,
    '<mxCell id="0"/>',
    layer('layer-departments', words.departments),
    layer('layer-flows', words.flows),
    layer('layer-overlaps', words.overlaps),
    ...containers,
    ...tools,
    ...flows,
    ...overlaps,
    '</root></mxGraphModel></diagram></mxfile>',
    '',
  ].join('\n')
}

function flowCell({ id, source, target, method, bothWays, dataObjects }: FlowEdge): string {
  const { kind, width, dash } = LINE_STYLES[method]
  const dashed = dash.length === 0 ? '' : `dashed=1;dashPattern=${dash.map((each) => Math.max(1, each)).join(' ')};`
  const style = `endArrow=classic;${bothWays ? 'startArrow=classic;' : ''}html=0;edgeStyle=orthogonalEdgeStyle;rounded=1;strokeColor=${PALETTE[kind]};fontColor=${PALETTE.ink};strokeWidth=${width};${dashed}`
  return connector(`flow-${id}`, dataObjects.join(', '), style, 'layer-flows', source, target)
}

function connector(id: string, label: string, style: string, layer: string, source: string, target: string): string {
  return `<mxCell id="${xmlId(id)}" value="${xml(label)}" style="${style}" edge="1" parent="${layer}" source="${xmlId(source)}" target="${xmlId(target)}"><mxGeometry relative="1" as="geometry"/></mxCell>`
}

function cell(id: string, label: string, style: string, parent: string, box: Rect): string {
  return `<mxCell id="${xmlId(id)}" value="${xml(label)}" style="${style}" vertex="1" parent="${xmlId(parent)}">${geometry(box)}</mxCell>`
}

function geometry({ x, y, width, height }: Rect): string {
  return `<mxGeometry x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" as="geometry"/>`
}

/** A rectangle as seen from the container it lies in. */
function within(at: PlacedGraph['at'], id: string, container: string | undefined): Rect {
  const box = at.get(id) ?? { x: 0, y: 0, width: 160, height: 60 }
  const around = container === undefined ? undefined : at.get(container)
  return around === undefined ? box : { ...box, x: box.x - around.x, y: box.y - around.y }
}

/** What draw.io keeps for itself on a shape. */
const RESERVED: ReadonlySet<string> = new Set(['id', 'label', 'placeholders', 'tooltip', 'link', 'style', 'parent'])

/** Every known field of each tool, under names that XML allows: "Annual cost" becomes annual_cost. */
function propertiesByTool(inventory: Inventory, language: 'de' | 'en') {
  const table: ExportTable = toToolsTable(inventory, { language })
  const used = new Set(RESERVED)
  const keys = table.header.map((header) => {
    const words = slug(header).replaceAll('-', '_')
    const base = /^[a-z]/.test(words) ? words : `field_${words}`
    let key = base
    for (let n = 2; used.has(key); n += 1) key = `${base}_${n}`
    used.add(key)
    return key
  })
  const rows = [...inventory.tools.keys()].map((id, row) => {
    const cells = table.rows[row] ?? []
    return [
      id,
      cells.flatMap((value, i) => (value === null || value === '' ? [] : [[keys[i] ?? '', String(value)] as const])),
    ] as const
  })
  return new Map<string, readonly (readonly [string, string])[]>(rows)
}
