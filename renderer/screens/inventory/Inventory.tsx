import { useEffect, useMemo, useRef, useState } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { answer } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { openTool, revealOnMap, setQuery, setToolOrder, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { BottomBar } from './BottomBar'
import { CellContext, type CellTools } from './cells/cell-context'
import { EmptyInventory } from './EmptyInventory'
import { deleteTools, duplicate } from './edits'
import { FilterChips } from './FilterChips'
import { Grid } from './Grid'
import { survivor } from './grid-state'
import css from './Inventory.module.css'
import { sayDeleted } from './say-deleted'
import { Toolbar } from './Toolbar'
import { clearFilters } from './table-settings'
import { useInventoryGrid } from './use-inventory-grid'

/** The inventory screen: every tool in a row, to be searched, sorted and edited in place. */
export function Inventory() {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const total = useWorkspace((state) => state.inventory.tools.size)
  const tools = useMemo<CellTools>(() => ({ t, formats, language, writable }), [t, formats, language, writable])
  const model = useInventoryGrid()
  const { ids, state, dispatch, grid } = model
  const [adding, setAdding] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const selected = useMemo(
    () => (state.selected.size === 0 ? [] : model.rows.filter(({ tool }) => state.selected.has(tool.id))),
    [model.rows, state.selected],
  )
  const focus = () => grid.current?.focus({ preventScroll: true })

  const add = () => {
    if (writable) setAdding(true)
  }
  const added = (id: ToolId | undefined) => {
    setAdding(false)
    focus()
    if (id === undefined) return
    // A search or a filter that the new tool doesn't match would hide it at once.
    setQuery('')
    clearFilters()
    setNewest(id)
  }
  const [newest, setNewest] = useState<ToolId>()
  useEffect(() => {
    if (newest === undefined || !ids.includes(newest)) return
    dispatch({ do: 'point', cell: { id: newest, column: model.columns[1] ?? 'name' }, how: 'only' })
    setNewest(undefined)
  }, [newest, ids, dispatch, model.columns])

  const remove = () => {
    const gone = new Set(selected.map(({ tool }) => tool.id))
    const from = state.cursor?.id ?? selected[0]?.tool.id
    if (gone.size === 0 || from === undefined) return
    const next = survivor(ids, gone, from)
    const deletion = deleteTools(gone)
    if (deletion === undefined) return
    if (next === undefined) dispatch({ do: 'select-none' })
    else dispatch({ do: 'point', cell: { id: next, column: state.cursor?.column ?? 'name' }, how: 'none' })
    sayDeleted(t, deletion, focus)
    focus()
  }

  const copy = () => {
    const copies = duplicate(
      selected.map(({ tool }) => tool.id),
      tools,
    )
    const first = copies[0]
    if (first !== undefined) setNewest(first)
    focus()
  }

  // Previous and next on a tool's own page follow the table.
  useEffect(() => setToolOrder(model.rows.map(({ tool }) => tool.id)), [model.rows])

  const handlers = useRef({ add, remove })
  handlers.current = { add, remove }
  useEffect(() => {
    const ends = [
      answer('new-tool', () => handlers.current.add()),
      answer('delete', () => handlers.current.remove()),
      answer('find', () => search.current?.select()),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [])

  const only = selected.length === 1 ? selected[0]?.tool.id : undefined
  return (
    <CellContext value={tools}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the table's, which bubble up to here */}
      <div
        className={css.screen}
        onKeyDown={(event) => {
          const id = state.cursor?.id
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
          if (model.rows.some(({ tool }) => tool.id === id)) openTool(String(id))
        }}
      >
        {total === 0 && !adding ? (
          <EmptyInventory />
        ) : (
          <>
            <Toolbar
              shown={model.rows.length}
              total={total}
              columns={model.columns}
              extras={model.extras}
              groups={model.groups}
              search={search}
              onLeaveSearch={focus}
            />
            <FilterChips />
            <Grid model={model} adding={adding} onAdded={added} onDelete={remove} onDuplicate={copy} />
            <BottomBar
              selected={selected}
              extras={model.extras}
              onAdd={add}
              onDelete={remove}
              onDuplicate={copy}
              onOpen={only === undefined ? undefined : () => openTool(only)}
              onShowOnMap={only === undefined ? undefined : () => revealOnMap({ kind: 'tool', id: only })}
              onDone={focus}
            />
          </>
        )}
      </div>
    </CellContext>
  )
}
