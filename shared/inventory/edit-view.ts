import type { RowChange } from './change'
import { patched, rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { FIRST_LOOK, type MapLook } from './map-look'
import type { View, ViewId } from './remembered'
import { freeName, tidyName } from './workspace'

/** The saved views as presentations walk through them. */
export function viewsInOrder({ views }: Pick<Inventory, 'views'>): readonly View[] {
  return [...views.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** What a view says, besides its place. */
export type ViewSays = Omit<View, 'id' | 'order'>

/** A new view, after all others. A name that is taken gets a number behind it. No rows when the name is blank. */
export function addView(
  inventory: Inventory,
  { note, ...says }: ViewSays,
  ids: IdSource,
): { readonly id: ViewId; readonly rows: readonly RowChange[] } {
  const id = ids('views')
  if (tidyName(says.name) === '') return { id, rows: [] }
  const views = viewsInOrder(inventory)
  const name = freeName(
    says.name,
    views.map((view) => view.name),
  )
  const order = (views.at(-1)?.order ?? 0) + 1
  return { id, rows: [rowAdded('views', { id, ...says, name, ...noted(note), order })] }
}

/**
 * Changes what a view says; parts that are left out stay, `undefined` takes the note or the area away. A blank name is
 * passed over, a name that another view has gets a number behind it. No rows when nothing changes.
 */
export function setView(
  inventory: Inventory,
  id: ViewId,
  says: { readonly [K in keyof ViewSays]?: ViewSays[K] | undefined },
): readonly RowChange[] {
  const before = inventory.views.get(id)
  if (before === undefined) return []
  const { name = '', look, note, ...rest } = says
  const taken = viewsInOrder(inventory).flatMap((view) => (view.id === id ? [] : [view.name]))
  return rowChange(
    'views',
    before,
    patched(before, {
      ...rest,
      ...(tidyName(name) === '' ? {} : { name: freeName(name, taken) }),
      ...(look === undefined ? {} : { look }),
      ...('note' in says ? { note: noted(note).note } : {}),
    }),
  )
}

/** Moves a view so many places on (negative: back), never past an end. The others keep their order. */
export function moveView(inventory: Inventory, id: ViewId, by: number): readonly RowChange[] {
  const views = viewsInOrder(inventory)
  const from = views.findIndex((view) => view.id === id)
  const moved = views[from]
  if (moved === undefined) return []
  const to = Math.max(0, Math.min(views.length - 1, from + by))
  if (to === from) return []
  const rest = views.filter((view) => view !== moved)
  const next = [...rest.slice(0, to), moved, ...rest.slice(to)]
  return next.flatMap((view, index) => rowChange('views', view, { ...view, order: index + 1 }))
}

/** The rows that remove views. Unknown ids are passed over. */
export function removeViews(inventory: Inventory, ids: Iterable<ViewId>): readonly RowChange[] {
  return [...new Set(ids)].flatMap((id) => {
    const view = inventory.views.get(id)
    return view === undefined ? [] : [rowRemoved('views', view)]
  })
}

/** The look of a view as it can be shown now: what a newer or older version left out is as at first, and a tool that was deleted is no centre. */
export function lookOf({ look }: View, { tools }: Pick<Inventory, 'tools'>): MapLook {
  const whole: MapLook = { ...FIRST_LOOK, ...look }
  const { arrangement } = whole
  if (arrangement.by !== 'around' || tools.has(arrangement.tool)) return whole
  return { ...whole, arrangement: FIRST_LOOK.arrangement }
}

function noted(note: string | undefined): { readonly note?: string } {
  const text = note?.trim()
  return text === undefined || text === '' ? {} : { note: text }
}
