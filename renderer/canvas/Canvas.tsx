import { useComputedColorScheme } from '@mantine/core'
import {
  applyNodeChanges,
  type NodeMouseHandler,
  type OnNodesChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Viewport,
  ViewportPortal,
} from '@xyflow/react'
import { type MouseEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { FlowEdge, PlacedGraph } from '../../shared/graph/graph'
import { useAriaLabels } from './aria-labels'
import css from './Canvas.module.css'
import { ContainerBox } from './ContainerBox'
import corner from './Corner.module.css'
import { DropHint } from './DropHint'
import { FAR, isBundled, NEAR } from './distance'
import type { CanvasEdits } from './edits'
import { type Emphasis, EmphasisContext } from './emphasis'
import farCss from './Far.module.css'
import { FarNames } from './FarNames'
import { FlowLine } from './FlowLine'
import { LinkHandle } from './LinkHandle'
import { type CanvasLens, LensContext } from './lens'
import { Painter } from './Painter'
import { Pins } from './Pins'
import { RenameField } from './RenameField'
import { RubberBand } from './RubberBand'
import { ToolCard } from './ToolCard'
import { type FlowExtras, keepNodes, type MapNode, markNodes, nodeMaker, onlyEdges, toLines } from './to-flow'
import { UsageLines } from './UsageLines'
import { useCanvasView, type Viewing } from './use-canvas-view'
import { useCardDrag } from './use-card-drag'
import { useLargeMap } from './use-large-map'
import { type MapSelection, toggled, useMapKeys } from './use-map-keys'

const NODE_TYPES = { container: ContainerBox, card: ToolCard }
const NO_EDGES: never[] = []
/** The library's own link says its name in English only and leads out of the app; the name stays. */
const PRO = { hideAttribution: true }
/** So many departments stay elements wherever they are. */
const MOST_CONTAINERS = 200
/** Lines of a selection that are drawn as elements on a large map; the painter shows the others. */
const ACTIVE_LINES = 200

const NONE: ReadonlySet<string> = new Set()

interface Props {
  readonly placed: PlacedGraph
  /** The lines' ways, planned for these places. */
  readonly routes: ReadonlyMap<string, EdgeRoute>
  readonly extras: FlowExtras
  readonly describeEdge: (edge: FlowEdge) => string
  readonly emphasis: Emphasis
  readonly lens: CanvasLens
  readonly onSelect: (selected: MapSelection | undefined) => void
  /** Several cards are selected together, or none any more. */
  readonly onMark: (ids: ReadonlySet<string>) => void
  readonly onOpen: (id: string) => void
  /** Absent: the map can be looked at only. */
  readonly edits?: CanvasEdits | undefined
  /** Which part of it is on the screen. */
  readonly viewing: Omit<Viewing, 'frame' | 'placed' | 'selected'>
  /** Things are on their way to their new places. */
  readonly tidying: boolean
  readonly label: string
  /** How the keys work, for screen readers. */
  readonly hint: string
  readonly flowsLabel: string
  readonly children?: ReactNode
}

/** The map: departments as containers, tools as cards, flows as lines. Knows nothing of the database. */
export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({
  placed,
  routes,
  extras,
  describeEdge,
  emphasis,
  lens,
  onSelect,
  onMark,
  edits,
  viewing,
  ...rest
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const flow = useReactFlow<MapNode>()
  const { large, cards, mounted, follow } = useLargeMap(placed, NEAR)
  const nodesWith = useMemo(() => nodeMaker(placed, extras), [placed, extras])
  const wanted = useMemo(() => nodesWith(large ? mounted : undefined), [nodesWith, large, mounted])
  const [nodes, setNodes] = useState<MapNode[]>(() => [...wanted])
  const [labels, setLabels] = useState<Element | null>(null)
  const [notes, setNotes] = useState<Element | null>(null)
  const theme = useComputedColorScheme('light')
  const { related, ringed, marked, bundled } = emphasis
  const [renaming, setRenaming] = useState<string>()
  const hintId = useId()
  const ariaLabels = useAriaLabels(rest.hint)
  const scene = useMemo(
    () => ({ placed, routes, theme, related, bundled, ringed, marked, lens }),
    [placed, routes, theme, related, bundled, ringed, marked, lens],
  )
  /** On a large map only the lines that the selection touches are elements; the painter has all of them. */
  const active = useMemo(
    () => toLines(large ? onlyEdges(placed, related, ACTIVE_LINES) : placed, routes),
    [large, placed, routes, related],
  )

  useEffect(() => {
    setNodes((shown) => markNodes(keepNodes(shown, wanted), marked))
  }, [wanted, marked])

  // The cards of another map: which of them are on the screen has to be found out anew.
  useEffect(() => follow(flow.getViewport(), true), [follow, flow])

  const restore = useCallback(() => setNodes((shown) => keepNodes(shown, wanted)), [wanted])
  const { target, cancelled, ...drag } = useCardDrag({ placed, edits, marked, restore })
  const changeNodes = useCallback<OnNodesChange<MapNode>>(
    (changes) => {
      // What is selected is the screen's business, and a drag that was given up goes on until the button is let go.
      const kept = changes.filter(({ type }) => type !== 'select' && !(type === 'position' && cancelled.current))
      if (kept.length > 0) setNodes((shown) => applyNodeChanges(kept, shown))
    },
    [cancelled],
  )

  /** The distance is a matter of style only: no component is drawn again while the map is moved or zoomed. */
  const showDistance = useCallback(
    (_: unknown, viewport: Viewport) => {
      const { current } = frame
      const { zoom } = viewport
      if (current === null) return
      current.style.setProperty('--inverse-zoom', String(1 / zoom))
      current.dataset.distance = zoom >= NEAR ? 'near' : zoom >= FAR ? 'middle' : 'far'
      follow(viewport)
    },
    [follow],
  )

  const selected = emphasis.selected
  const { showAll, showFirst } = useCanvasView({ frame, placed, selected, ...viewing })

  const rename = (id: string) => {
    if (edits?.nameOf(id) === undefined) return
    reveal(id, true)
    setRenaming(id)
  }
  const { onKeyDown, reveal } = useMapKeys({
    placed,
    large,
    emphasis,
    onSelect,
    onMark,
    onOpen: rest.onOpen,
    onRename: rename,
    onRemove: () => edits?.remove(),
    onShowAll: showAll,
  })
  const renamed = renaming === undefined ? undefined : edits?.nameOf(renaming)
  const focusMap = useCallback(
    () => frame.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true }),
    [],
  )

  const selectNode = useCallback<NodeMouseHandler<MapNode>>(
    (event, node) => {
      focusMap()
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      // A painted card takes no click of its own; its department does.
      const card = node.type === 'container' && large ? cards.at(point.x, point.y)?.id : undefined
      const tool = card ?? (node.type === 'card' ? node.id : undefined)
      const several = event.shiftKey || event.ctrlKey || event.metaKey
      if (several && tool !== undefined) {
        const isCard = selected !== undefined && placed.graph.tools.some(({ id }) => id === selected)
        onMark(toggled(marked.size === 0 && isCard && selected !== tool ? new Set([selected]) : marked, tool))
      } else if (marked.size > 0) onMark(NONE)
      onSelect(tool === undefined ? { kind: 'department', id: node.id } : { kind: 'tool', id: tool })
    },
    [onSelect, onMark, focusMap, flow, cards, large, marked, selected, placed],
  )
  const openNode = useCallback<NodeMouseHandler<MapNode>>(
    (event, { id }) => {
      const onName = event.target instanceof Element && event.target.closest('[data-name]') !== null
      // Only near by is the name no more than a part of its card.
      if (onName && flow.getZoom() >= NEAR && edits?.nameOf(id) !== undefined) setRenaming(id)
      else rest.onOpen(id)
    },
    [flow, edits, rest.onOpen],
  )
  const selectLine = useCallback((id: string) => onSelect({ kind: 'flow', id }), [onSelect])
  const selectFlows = useCallback(
    (id: string) => {
      focusMap()
      onMark(NONE)
      onSelect({ kind: 'flows', id })
    },
    [focusMap, onMark, onSelect],
  )
  const { onDragStart, onDrag, onDragStop } = drag
  /** Before a card is dragged that isn't marked, the others must no longer be: they would go along. */
  const unmark = ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const id = target instanceof Element ? target.closest<HTMLElement>('.react-flow__node')?.dataset.id : undefined
    const goesAlone = id !== undefined && !marked.has(id) && !shiftKey && !ctrlKey && !metaKey
    if (marked.size > 0 && goesAlone) onMark(NONE)
  }
  const setDragging = (on: boolean) => {
    if (frame.current !== null) frame.current.toggleAttribute('data-dragging', on)
  }

  return (
    <EmphasisContext.Provider value={emphasis}>
      <LensContext.Provider value={lens}>
        <div
          className={css.canvas}
          ref={frame}
          data-testid="map"
          data-distance="near"
          data-large={large || undefined}
          data-bundled={isBundled(placed.graph) || undefined}
          data-tidying={rest.tidying || undefined}
          onMouseDownCapture={unmark}
        >
          <ReactFlow<MapNode>
            nodes={nodes}
            edges={NO_EDGES}
            nodeTypes={NODE_TYPES}
            onNodesChange={changeNodes}
            onNodeClick={selectNode}
            onNodeDoubleClick={openNode}
            onPaneClick={() => {
              focusMap()
              onMark(NONE)
              onSelect(undefined)
            }}
            onNodeDragStart={() => {
              setDragging(true)
              onDragStart()
            }}
            onNodeDrag={onDrag}
            onNodeDragStop={(...stop) => {
              setDragging(false)
              onDragStop(...stop)
            }}
            onMove={showDistance}
            onInit={() => {
              showFirst()
              showDistance(undefined, flow.getViewport())
            }}
            minZoom={0.04}
            maxZoom={2.5}
            // On a large map the cards near the screen are the only ones, and departments that come and go cost more.
            onlyRenderVisibleElements={!large || placed.graph.containers.length > MOST_CONTAINERS}
            elevateNodesOnSelect={false}
            nodesConnectable={false}
            nodesDraggable={edits !== undefined}
            nodesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            tabIndex={0}
            onKeyDown={onKeyDown}
            aria-describedby={hintId}
            zoomOnDoubleClick={false}
            aria-label={rest.label}
            ariaLabelConfig={ariaLabels}
            proOptions={PRO}
          >
            {large && <Painter scene={scene} />}
            <ViewportPortal>
              {/* biome-ignore lint/a11y/useSemanticElements: a group of lines has no twin in HTML */}
              <svg className={css.lines} role="group" aria-label={rest.flowsLabel}>
                <UsageLines placed={placed} selected={selected} />
                {active.map((line) => (
                  <FlowLine
                    key={line.edge.id}
                    line={line}
                    label={describeEdge(line.edge)}
                    onSelect={selectLine}
                    labels={labels}
                  />
                ))}
              </svg>
              <div className={css.labels} ref={setLabels} />
              {edits !== undefined && renaming === undefined && (
                <LinkHandle frame={frame} placed={placed} cards={cards} selected={selected} onDraw={edits.draw} />
              )}
              {target !== undefined && <DropHint placed={placed} target={target} />}
              {edits !== undefined && renaming !== undefined && renamed !== undefined && (
                <RenameField
                  key={renaming}
                  id={renaming}
                  name={renamed}
                  placed={placed}
                  onRename={edits.rename}
                  onDone={() => {
                    setRenaming(undefined)
                    focusMap()
                  }}
                />
              )}
              {large && <Pins placed={placed} ranks={extras.ranks} mounted={mounted} />}
              <FarNames placed={placed} notes={notes} frame={frame} onSelect={selectFlows} />
            </ViewportPortal>
            <Panel position="bottom-right" className={corner.attribution ?? ''}>
              React Flow
            </Panel>
            <Panel position="bottom-left" className={corner.corner ?? ''} data-legend>
              <div className={farCss.notes} ref={setNotes} />
              {rest.children}
            </Panel>
          </ReactFlow>
          <RubberBand frame={frame} cards={cards} emphasis={emphasis} onMark={onMark} />
          <span id={hintId} hidden>
            {rest.hint}
          </span>
        </div>
      </LensContext.Provider>
    </EmphasisContext.Provider>
  )
}
