import { type Alignment, alignCards } from '../../../shared/graph/align'
import { makeCompanyWide } from '../../../shared/graph/company-wide'
import { containerName } from '../../../shared/graph/container-name'
import { pinsWhereDropped } from '../../../shared/graph/drop-cards'
import { COMPANY_WIDE, NO_DEPARTMENT, type PlacedGraph } from '../../../shared/graph/graph'
import { pinAt } from '../../../shared/graph/pins-of'
import { setToolField } from '../../../shared/inventory/edit'
import { removeDepartments, setDepartment } from '../../../shared/inventory/edit-department'
import { removeFlows } from '../../../shared/inventory/edit-flow'
import { setOwner } from '../../../shared/inventory/edit-owner'
import type { DepartmentId, ToolId } from '../../../shared/inventory/nouns'
import type { Moved } from '../../canvas/edits'
import { canWrite, commit, nextIds } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { translate } from '../../i18n'
import { notify } from '../../notify'
import { pinRows } from '../../river/landscape'
import { type Selection, select } from '../../ui-state'
import { arrowOf, write, writeNewFlow } from '../detail/writes'
import { deleteTools } from '../inventory/edits'
import { sayDeleted } from '../inventory/say-deleted'
import { sayUndoable } from '../lists/say-undoable'
import { tieWords } from '../lists/tie-words'

const inventoryNow = () => useWorkspace.getState().inventory

/** Remembers where nodes were dropped. `all` is the whole map, filters or not. Says whether it could. */
export function moveNodes(all: PlacedGraph, moved: readonly Moved[]): boolean {
  const first = moved[0]
  if (first === undefined || !canWrite()) return false
  commit({
    label:
      moved.length === 1
        ? { code: 'moveNode', values: { name: nodeName(first.id) ?? '' } }
        : { code: 'moveNodes', values: { count: moved.length } },
    cause: { kind: 'edit' },
    rows: pinRows(
      inventoryNow(),
      moved.map(({ id, x, y }) => pinAt(all, id, { x, y })),
    ),
  })
  return true
}

/** Whether tools can be given to what this container stands for: a department, the whole company, or none. */
export function takesTools(container: string): boolean {
  return (
    container === NO_DEPARTMENT ||
    container === COMPANY_WIDE ||
    inventoryNow().departments.has(container as DepartmentId)
  )
}

/** Gives tools to the department that their cards were dropped on; they lie there where they were dropped. */
export function dropCards(all: PlacedGraph, moved: readonly Moved[], container: string): boolean {
  const node = all.graph.containers.find(({ id }) => id === container)
  if (node === undefined || !canWrite()) return false
  const inventory = inventoryNow()
  const cards = moved.flatMap(({ id, x, y }) => (inventory.tools.has(id as ToolId) ? [{ id: id as ToolId, x, y }] : []))
  const ids = cards.map(({ id }) => id)
  const toAll = container === COMPANY_WIDE ? makeCompanyWide(inventory, ids, nextIds()) : undefined
  const owner = toAll !== undefined || container === NO_DEPARTMENT ? undefined : (container as DepartmentId)
  const owned = toAll?.rows ?? setOwner(inventory, ids, owner)
  const homes = new Map<string, string>(all.graph.tools.map((tool) => [tool.id, tool.container]))
  const newcomers = cards.filter(({ id }) => homes.get(id) !== container)
  // What too few departments use to be company-wide doesn't come to lie where it was dropped.
  const arriving = newcomers.filter(({ id }) => toAll?.wide.has(id) !== false)
  const change = commit({
    label: {
      code: 'dropOwner',
      values: {
        count: newcomers.length,
        name: nodeName(newcomers[0]?.id ?? '') ?? '',
        department: containerName(node, translate),
      },
    },
    cause: { kind: 'edit' },
    rows: owned.length === 0 ? [] : [...owned, ...pinRows(inventory, pinsWhereDropped(all, arriving, container))],
  })
  if (change === undefined) {
    // It belongs to no department already; that alone makes nothing company-wide.
    if (toAll !== undefined && arriving.length < newcomers.length) notify(translate('mapCanvas:drop.tooFew'))
    return false
  }
  const what =
    newcomers.length === 1 && newcomers[0] !== undefined
      ? (nodeName(newcomers[0].id) ?? '')
      : translate('common:count.tools', { count: newcomers.length })
  sayUndoable(droppedWords(what, owner === undefined ? undefined : node.name, toAll, newcomers.length), change.sequence)
  return true
}

/** What became of tools that were dropped on a department, on none, or on the whole company. */
function droppedWords(
  what: string,
  department: string | undefined,
  toAll: { readonly wide: ReadonlySet<ToolId> } | undefined,
  count: number,
): string {
  if (department !== undefined) return translate('mapEdit:dropped', { what, name: department })
  if (toAll === undefined) return translate('mapEdit:droppedNowhere', { what })
  if (toAll.wide.size > 0 || count === 0) return translate('mapCanvas:drop.companyWide', { what })
  return `${translate('mapEdit:droppedNowhere', { what })} ${translate('mapCanvas:drop.tooFew')}`
}

/** A new flow between two tools; says so and offers to take it back. */
export function drawFlow(source: ToolId, target: ToolId): void {
  const made = writeNewFlow(source, target)
  if (made === undefined) return
  sayUndoable(translate('mapEdit:drawn', { name: arrowOf({ source, target }) }), useWorkspace.getState().sequence)
}

/** What a tool or department is called; nothing for a container that is no department. */
export function nodeName(id: string): string | undefined {
  const { tools, departments } = inventoryNow()
  return tools.get(id as ToolId)?.name ?? departments.get(id as DepartmentId)?.name
}

/** Renames a tool or a department; gives back what is wrong with the name. */
export function renameNode(id: string, text: string): string | undefined {
  const name = text.trim()
  if (name === '') return translate('mapEdit:nameMissing')
  const { tools, departments } = inventoryNow()
  const tool = tools.get(id as ToolId)
  const values = { field: 'name', name: nodeName(id) ?? '' }
  if (tool !== undefined) write('setDetail', values, (now, ids) => setToolField(now, tool.id, 'name', name, ids))
  else if (departments.has(id as DepartmentId)) {
    write('setDepartment', values, (now) => setDepartment(now, id as DepartmentId, { name }))
  }
  return undefined
}

/** Deletes the marked tools, or the tool, the department or all flows of the line that is selected; says what went with it. */
export function removeSelected(
  { graph }: PlacedGraph,
  selection: Selection | undefined,
  marked: ReadonlySet<string>,
): boolean {
  const { tools, departments } = inventoryNow()
  const line = selection?.kind === 'flow' ? graph.edges.find(({ id }) => id === selection.id) : undefined
  if (marked.size === 0 && line !== undefined) {
    const name = arrowOf(line)
    const values = { name, count: line.flows.length }
    const code = line.flows.length === 1 ? 'deleteFlow' : 'deleteFlows'
    const change = write(code, values, (now) => removeFlows(now, line.flows))
    if (change === undefined) return false
    select({ kind: 'tool', id: line.source })
    const words = translate(`inventory:history.${code}`, values)
    sayUndoable(translate('mapEdit:deleted', { what: line.flows.length === 1 ? name : words }), change.sequence)
    return true
  }
  const department = selection?.kind === 'department' ? departments.get(selection.id as DepartmentId) : undefined
  if (marked.size === 0 && department !== undefined) {
    const { id, name, parent } = department
    const what = tieWords(translate, inventoryNow(), id, 'tie')
    const change = write('deleteDepartment', { name }, (now) => removeDepartments(now, [id]))
    if (change === undefined) return false
    select(parent === undefined ? undefined : { kind: 'department', id: parent })
    sayUndoable([translate('lists:deleted', { name }), what].join(' '), change.sequence, focusMap)
    return true
  }
  const wanted = marked.size > 0 ? marked : new Set(selection?.kind === 'tool' ? [selection.id] : [])
  const gone = [...wanted].flatMap((id) => (tools.has(id as ToolId) ? [id as ToolId] : []))
  const deletion = gone.length === 0 ? undefined : deleteTools(gone)
  if (deletion === undefined) return false
  select(undefined)
  sayDeleted(translate, deletion, focusMap)
  return true
}

/** Aligns the marked cards, as one Change; only places change. */
export function alignMarked(all: PlacedGraph, marked: ReadonlySet<string>, how: Alignment): void {
  if (!canWrite()) return
  const moved = alignCards(all, marked, how)
  if (moved.length === 0) {
    notify(translate('mapEdit:nothingToAlign'))
    return
  }
  commit({
    label: { code: 'alignNodes', values: { count: moved.length } },
    cause: { kind: 'edit' },
    rows: pinRows(
      inventoryNow(),
      moved.map(({ id, x, y }) => pinAt(all, id, { x, y })),
    ),
  })
}

/** Gives the map, or the list in its place, the focus, so that its keys work. */
export function focusMap(): void {
  document
    .querySelector<HTMLElement>('[data-testid=map] .react-flow, [data-testid=map-list]')
    ?.focus({ preventScroll: true })
}
