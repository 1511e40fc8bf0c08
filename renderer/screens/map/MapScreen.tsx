import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ContainerKind } from '../../../shared/graph/graph'
import type { ToolId } from '../../../shared/inventory/nouns'
import { Canvas } from '../../canvas/Canvas'
import type { CanvasEdits } from '../../canvas/edits'
import { prepareDesk } from '../../canvas/paint-desk'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { LARGE } from '../../canvas/use-large-map'
import { answer } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings, useMapGraph, useRoutes } from '../../river/landscape'
import { bundlePins } from '../../river/leave'
import { leaveMap, openTool, select, useLanguage, useSelection, useUi } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { Announce } from './Announce'
import { Arrange } from './Arrange'
import { Caption } from './Caption'
import { describeContainer, describeEdge, describeTool } from './describe'
import { Filters } from './Filters'
import { Legend } from './Legend'
import { showAsList, useListShown } from './list-shown'
import { useLook } from './look-state'
import over from './MapEdit.module.css'
import { MapList } from './MapList'
import css from './MapScreen.module.css'
import {
  alignMarked,
  drawFlow,
  dropCards,
  focusMap,
  moveNodes,
  nodeName,
  removeSelected,
  renameNode,
  takesTools,
} from './map-edits'
import { usePresentation } from './presentation'
import { relatedTo, ringedTools } from './related'
import { SearchBar } from './SearchBar'
import { SelectionBar } from './SelectionBar'
import { ShownBar } from './ShownBar'
import { SidePanel } from './SidePanel'
import { useArranging } from './use-arranging'
import { useLens } from './use-lens'
import { useMapSearch } from './use-map-search'
import { useStepBack } from './use-step-back'
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

  // The painter's worker loads while the places are being worked out.
  const many = useWorkspace((state) => state.inventory.tools.size > LARGE)
  useEffect(() => {
    if (many) prepareDesk()
  }, [many])
  const { arrange, tidy, tidying, partly, news } = useArranging(look, selection)
  const [chosen, setMarked] = useState(NOTHING)
  /** Those of the chosen cards that the map shows. */
  const marked = useMemo(() => {
    if (chosen.size === 0 || placed === undefined) return NOTHING
    return new Set<string>(placed.graph.tools.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))
  }, [chosen, placed])
  const begin = useUi((state) => state.mapView)
  const viewing = { view: canvas, fitRequest, focusRequest, begin, onLeave: leaveMap }
  const asList = useListShown((state) => state.asList)
  const search = useMapSearch(all, placed)
  useStepBack(selection, all?.graph, marked, () => setMarked(NOTHING))

  const extras = useMemo(
    () => ({
      news,
      ranks: findings === undefined ? new Map<string, number>() : bundlePins(findings),
      describeContainer: describeContainer(t, hidden),
      describeTool: describeTool(t, hidden, landscape),
      kindWord: (kind: ContainerKind | 'tool') => t(`mapCanvas:kind.${kind}`),
    }),
    [findings, t, hidden, landscape, news],
  )
  const names = useMemo(() => new Map(all?.graph.tools.map(({ id, name }) => [id as string, name])), [all])
  const describeFlow = useMemo(() => describeEdge(t, formats, names), [t, formats, names])
  const related = useMemo(
    () => (placed === undefined ? undefined : relatedTo(selection, placed, findings)),
    [selection, placed, findings],
  )
  const emphasis = useMemo(
    () => ({
      selected: selection?.id,
      related: search.found ?? related,
      bundled: search.found === undefined && (selection?.kind === 'department' || selection?.kind === 'flows'),
      marked,
      ringed: look.overlaps && findings !== undefined ? ringedTools(findings, selection) : NOTHING,
    }),
    [selection, related, search.found, marked, findings, look.overlaps],
  )
  const writable = useWorkspace((state) => state.phase === 'ready')
  const byDepartment = look.arrangement.by === 'department'
  const latest = useRef({ selection, marked, placed })
  latest.current = { selection, marked, placed }
  const edits = useMemo<CanvasEdits | undefined>(() => {
    if (all === undefined || presenting || !writable) return undefined
    return {
      move: (moved) => moveNodes(all, moved),
      dropsOn: (container) => byDepartment && takesTools(container),
      drop: (cards, container) => dropCards(all, cards, container),
      draw: drawFlow,
      nameOf: nodeName,
      rename: renameNode,
      remove: () => {
        const { selection, marked, placed } = latest.current
        if (placed !== undefined && removeSelected(placed, selection, marked)) setMarked(NOTHING)
      },
    }
  }, [all, presenting, writable, byDepartment])
  useEffect(() => (edits === undefined ? undefined : answer('delete', edits.remove)), [edits])
  useEffect(() => {
    const ends = [
      answer('zoom-in', () => canvas.current?.zoomIn()),
      answer('zoom-out', () => canvas.current?.zoomOut()),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [])
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
        {presenting ? (
          <Caption canvas={canvas} />
        ) : (
          <div className={css.tools} role="toolbar" aria-label={t('mapScreen:filters')}>
            <Arrange
              arrangement={look.arrangement}
              onChange={arrange}
              tool={selection?.kind === 'tool' ? (selection.id as ToolId) : undefined}
              onTidy={tidy}
              partly={partly}
              asList={asList}
              onList={showAsList}
            />
            <Filters look={look} lens={lens} canvas={canvas} />
          </div>
        )}
        {placed === undefined ? (
          <div className={css.waiting} role="status">
            {t('shell:computing')}
          </div>
        ) : (
          <div className={over.stage}>
            {asList && !presenting && (
              <div className={css.listed}>
                <ShownBar look={look} lens={lens} />
              </div>
            )}
            {asList && !presenting ? (
              <MapList
                placed={placed}
                lens={lens}
                ranks={extras.ranks}
                describeTool={extras.describeTool}
                selection={selection}
                marked={marked}
                onMark={setMarked}
                onOpen={open}
                onRemove={() => edits?.remove()}
              />
            ) : (
              <Canvas
                placed={placed}
                routes={routes}
                extras={extras}
                describeEdge={describeFlow}
                emphasis={emphasis}
                lens={lens.canvas}
                onSelect={select}
                onMark={setMarked}
                viewing={viewing}
                onOpen={open}
                edits={edits}
                tidying={tidying}
                label={t('shell:screen.map')}
                hint={t('mapEdit:hint')}
                flowsLabel={t('common:noun.flows')}
              >
                <Legend lens={lens} look={look} ringed={emphasis.ringed} />
              </Canvas>
            )}
            <div className={over.over}>
              {!presenting && !asList && <ShownBar look={look} lens={lens} />}
              {!presenting && <SearchBar search={search} />}
              {marked.size > 0 && edits !== undefined && (
                <SelectionBar
                  count={marked.size}
                  onAlign={(how) => {
                    if (all !== undefined) alignMarked(all, marked, how)
                    focusMap()
                  }}
                  onDelete={edits.remove}
                  onClear={() => {
                    setMarked(NOTHING)
                    focusMap()
                  }}
                />
              )}
            </div>
            {/* The list says its own rows. */}
            {!asList && (
              <Announce
                placed={placed}
                selection={selection}
                marked={marked}
                describeTool={extras.describeTool}
                describeContainer={extras.describeContainer}
                describeEdge={describeFlow}
              />
            )}
          </div>
        )}
      </div>
      <SidePanel graph={all?.graph} shown={placed} />
    </div>
  )
}
