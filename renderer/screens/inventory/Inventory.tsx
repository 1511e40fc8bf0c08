import { useEffect, useMemo, useRef, useState } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { answer } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { revealOnMap, setQuery, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { CellContext, type CellTools } from './cells/cell-context'
import { EmptyInventory } from './EmptyInventory'
import { deleteTools } from './edits'
import { Grid } from './Grid'
import { survivor } from './grid-state'
import css from './Inventory.module.css'
import { sayDeleted } from './say-deleted'
import { Toolbar } from './Toolbar'
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
  const selected = useMemo(() => ids.filter((id) => state.selected.has(id)), [ids, state.selected])
  const focus = () => grid.current?.focus({ preventScroll: true })

  const add = () => {
    if (writable) setAdding(true)
  }
  const added = (id: ToolId | undefined) => {
    setAdding(false)
    focus()
    if (id === undefined) return
    // A search that the new tool doesn't match would hide it at once.
    setQuery('')
    setNewest(id)
  }
  const [newest, setNewest] = useState<ToolId>()
  useEffect(() => {
    if (newest === undefined || !ids.includes(newest)) return
    dispatch({ do: 'point', cell: { id: newest, column: 'vendor' }, how: 'only' })
    setNewest(undefined)
  }, [newest, ids, dispatch])

  const remove = () => {
    const gone = new Set(selected)
    const from = state.cursor?.id ?? selected[0]
    if (gone.size === 0 || from === undefined) return
    const next = survivor(ids, gone, from)
    const deletion = deleteTools(gone)
    if (deletion === undefined) return
    if (next === undefined) dispatch({ do: 'select-none' })
    else dispatch({ do: 'point', cell: { id: next, column: state.cursor?.column ?? 'name' }, how: 'none' })
    sayDeleted(t, deletion, focus)
    focus()
  }

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

  const only = selected.length === 1 ? selected[0] : undefined
  return (
    <CellContext value={tools}>
      <div className={css.screen}>
        {total === 0 && !adding ? (
          <EmptyInventory />
        ) : (
          <>
            <Toolbar
              shown={ids.length}
              total={total}
              selected={selected.length}
              search={search}
              onLeaveSearch={focus}
              onAdd={add}
              onDelete={remove}
              onShowOnMap={only === undefined ? undefined : () => revealOnMap({ kind: 'tool', id: only })}
            />
            <Grid model={model} adding={adding} onAdded={added} onDelete={remove} />
          </>
        )}
      </div>
    </CellContext>
  )
}
