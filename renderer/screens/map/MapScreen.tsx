import { useCallback, useEffect, useMemo, useRef } from 'react'
import { pinAt } from '../../../shared/graph/pins-of'
import type { ToolId } from '../../../shared/inventory/nouns'
import { Canvas, type CanvasView, type Moved } from '../../canvas/Canvas'
import { answer } from '../../commands'
import { canWrite, commit } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { pinRows, useFindings, useMapGraph, useRoutes } from '../../river/landscape'
import { bundlePins } from '../../river/leave'
import { openTool, select, useLanguage, useSelection, useUi } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { Arrange } from './Arrange'
import { Caption } from './Caption'
import { describeContainer, describeEdge, describeTool } from './describe'
import { Filters } from './Filters'
import { Legend } from './Legend'
import { useLook } from './look-state'
import css from './MapScreen.module.css'
import { usePresentation } from './presentation'
import { relatedTo, ringedTools } from './related'
import { SidePanel } from './SidePanel'
import { useArranging } from './use-arranging'
import { useLens } from './use-lens'
import views from './Views.module.css'

const NOTHING: ReadonlySet<string> = new Set()
const NO_ROUTES = new Map()

/** The map with its filters, its legend, and the panel that says the same in words. */
export function MapScreen() {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const findings = useFindings()
  const selection = useSelection()
  const fitRequest = useUi((state) => state.fitRequest)
  const focusRequest = useUi((state) => state.focusRequest)
  const look = useLook()
  const all = useMapGraph(language)
  const lens = useLens(all, look)
  const { placed, hidden, landscape } = lens
  const routes = useRoutes() ?? NO_ROUTES
  const canvas = useRef<CanvasView>(null)
  const presenting = usePresentation(({ view }) => view !== undefined)
  const empty = useWorkspace((state) => state.phase !== 'opening' && state.inventory.tools.size === 0)

  const { arrange, tidy, tidying, partly, news } = useArranging(look, selection)
  useEscape()

  const extras = useMemo(
    () => ({
      news,
      ranks: findings === undefined ? new Map<string, number>() : bundlePins(findings),
      describeContainer: describeContainer(t, hidden),
      describeTool: describeTool(t, hidden, landscape),
    }),
    [findings, t, hidden, landscape, news],
  )
  const names = useMemo(() => new Map(all?.graph.tools.map(({ id, name }) => [id as string, name])), [all])
  const describeFlow = useMemo(() => describeEdge(t, formats, names), [t, formats, names])
  const related = useMemo(
    () => (placed === undefined ? undefined : relatedTo(selection, placed.graph, findings)),
    [selection, placed, findings],
  )
  const emphasis = useMemo(
    () => ({
      selected: selection?.id,
      related,
      ringed: look.overlaps && findings !== undefined ? ringedTools(findings, selection) : NOTHING,
    }),
    [selection, related, findings, look.overlaps],
  )
  const move = useCallback(
    (moved: readonly Moved[]) => {
      const first = moved[0]
      if (all === undefined || first === undefined || !canWrite()) return
      const { inventory } = useWorkspace.getState()
      const pins = moved.map(({ id, x, y }) => pinAt(all, id, { x, y }))
      commit({
        label:
          moved.length === 1
            ? { code: 'moveNode', values: { name: nameOf(first.id) } }
            : { code: 'moveNodes', values: { count: moved.length } },
        cause: { kind: 'edit' },
        rows: pinRows(inventory, pins),
      })
    },
    [all],
  )
  const open = useCallback(
    (id: string) => {
      if (names.has(id) && !presenting) openTool(id)
    },
    [names, presenting],
  )

  if (empty) return <EmptyInventory />
  return (
    <div className={css.screen}>
      <div className={presenting ? `${css.left} ${views.stage}` : css.left}>
        {!presenting && (
          <Arrange
            arrangement={look.arrangement}
            onChange={arrange}
            tool={selection?.kind === 'tool' ? (selection.id as ToolId) : undefined}
            onTidy={tidy}
            partly={partly}
          />
        )}
        {presenting ? <Caption canvas={canvas} /> : <Filters look={look} lens={lens} canvas={canvas} />}
        {placed === undefined ? (
          <div className={css.waiting} role="status">
            {t('shell:computing')}
          </div>
        ) : (
          <Canvas
            placed={placed}
            routes={routes}
            extras={extras}
            describeEdge={describeFlow}
            emphasis={emphasis}
            lens={lens.canvas}
            onSelect={select}
            view={canvas}
            onOpen={open}
            onMove={move}
            fitRequest={fitRequest}
            focusRequest={focusRequest}
            tidying={tidying}
            label={t('shell:screen.map')}
            flowsLabel={t('common:noun.flows')}
          >
            <Legend lens={lens} look={look} ringed={emphasis.ringed} />
          </Canvas>
        )}
      </div>
      <SidePanel graph={all?.graph} />
    </div>
  )
}

function nameOf(id: string): string {
  const { tools, departments } = useWorkspace.getState().inventory
  for (const table of [tools, departments] as readonly ReadonlyMap<string, { readonly name: string }>[]) {
    const row = table.get(id)
    if (row !== undefined) return row.name
  }
  return ''
}

/** Escape steps back: it lets go of what is selected. Enter opens the card that has the focus. */
function useEscape(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (event.key === 'Escape') select(undefined)
      if (event.key !== 'Enter' || !(event.target instanceof Element)) return
      const id = event.target.closest<HTMLElement>('.react-flow__node-card')?.dataset.id
      if (id !== undefined) openTool(id)
    }
    window.addEventListener('keydown', press)
    const stop = answer('find', () => document.querySelector<HTMLButtonElement>('[data-search]')?.click())
    return () => {
      window.removeEventListener('keydown', press)
      stop()
    }
  }, [])
}
