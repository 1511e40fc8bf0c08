import { useComputedColorScheme } from '@mantine/core'
import {
  applyNodeChanges,
  type NodeMouseHandler,
  type OnNodeDrag,
  type OnNodesChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  type Viewport,
  ViewportPortal,
} from '@xyflow/react'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { EdgeRoute } from '../../shared/graph/edge-path'
import type { FlowEdge, PlacedGraph, Rect } from '../../shared/graph/graph'
import css from './Canvas.module.css'
import { ContainerBox } from './ContainerBox'
import { FAR, farStep, isBundled, NEAR } from './distance'
import { type Emphasis, EmphasisContext } from './emphasis'
import farCss from './Far.module.css'
import { FarNames } from './FarNames'
import { FlowLine } from './FlowLine'
import { type CanvasLens, LensContext } from './lens'
import { Painter } from './Painter'
import { sceneLines } from './paint'
import { ToolCard } from './ToolCard'
import { type FlowExtras, keepNodes, type MapNode, onlyEdges, toLines, toNodes } from './to-flow'
import { UsageLines } from './UsageLines'
import { useLargeMap } from './use-large-map'

const NODE_TYPES = { container: ContainerBox, card: ToolCard }
const NO_EDGES: never[] = []
const FIT = { padding: 0.06, maxZoom: 1.25, duration: 0 }
/** Pixels around the whole map when all of it is shown; below it the legend's height is added. */
const MARGIN = 24
/** Lines of a selection that are drawn as elements on a large map; the painter shows the others. */
const ACTIVE_LINES = 200

/** Milliseconds that a jump takes; none where the system asks for less motion. */
function motion(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150
}

/** A node that was dragged and the absolute point its top left corner was dropped at. */
export interface Moved {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** The part of the map that is on the screen: to be remembered, and to be shown again. */
export interface CanvasView {
  /** In the map's units. */
  readonly area: () => Rect
  /** Brings this part of the map on the screen, whatever the screen's shape; absent: everything. */
  readonly show: (area?: Rect) => void
}

interface Props {
  readonly placed: PlacedGraph
  /** The lines' ways, planned for these places. */
  readonly routes: ReadonlyMap<string, EdgeRoute>
  readonly extras: FlowExtras
  readonly describeEdge: (edge: FlowEdge) => string
  readonly emphasis: Emphasis
  readonly lens: CanvasLens
  readonly onSelect: (
    selected: { readonly kind: 'tool' | 'department' | 'flow'; readonly id: string } | undefined,
  ) => void
  readonly onOpen: (id: string) => void
  readonly onMove: (moved: readonly Moved[]) => void
  /** Count up to show everything, or to bring the selected node into the middle. */
  readonly fitRequest: number
  readonly focusRequest: number
  readonly view?: Ref<CanvasView>
  /** Things are on their way to their new places. */
  readonly tidying: boolean
  readonly label: string
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
  onMove,
  fitRequest,
  focusRequest,
  view,
  ...rest
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const flow = useReactFlow<MapNode>()
  const { large, cards, mounted, follow } = useLargeMap(placed, NEAR)
  const wanted = useMemo(() => toNodes(placed, extras, large ? mounted : undefined), [placed, extras, large, mounted])
  const [nodes, setNodes] = useState<MapNode[]>(() => [...wanted])
  const [labels, setLabels] = useState<Element | null>(null)
  const [notes, setNotes] = useState<Element | null>(null)
  /** Seen from far away: the zoom factor that texts are fitted to. */
  const [far, setFar] = useState<number>()
  const theme = useComputedColorScheme('light')
  const { related, ringed } = emphasis
  const painted = useMemo(() => (large ? sceneLines(placed.graph.edges, routes) : []), [large, placed, routes])
  const scene = useMemo(
    () => ({ placed, lines: painted, theme, related, ringed, lens }),
    [placed, painted, theme, related, ringed, lens],
  )
  /** On a large map only the lines that the selection touches are elements; the painter has all of them. */
  const active = useMemo(
    () => toLines(large ? onlyEdges(placed, related, ACTIVE_LINES) : placed, routes),
    [large, placed, routes, related],
  )

  useEffect(() => {
    setNodes((shown) => keepNodes(shown, wanted))
  }, [wanted])

  // The cards of another map: which of them are on the screen has to be found out anew.
  useEffect(() => follow(flow.getViewport(), true), [follow, flow])

  const changeNodes = useCallback<OnNodesChange<MapNode>>(
    (changes) => setNodes((shown) => applyNodeChanges(changes, shown)),
    [],
  )

  /** The distance is a matter of style only: no component is drawn again while the map is moved or zoomed. */
  const showDistance = useCallback(
    (_: unknown, viewport: Viewport) => {
      const { current } = frame
      const { zoom } = viewport
      if (current === null) return
      current.style.setProperty('--inverse-zoom', String(1 / zoom))
      current.dataset.distance = zoom >= NEAR ? 'near' : zoom >= FAR ? 'middle' : 'far'
      setFar(zoom < FAR ? farStep(zoom) : undefined)
      follow(viewport)
    },
    [follow],
  )

  /** Shows all of the map, above the legend. */
  const showAll = useCallback(
    (duration: number) => {
      const legend = frame.current?.querySelector('[data-legend]')?.getBoundingClientRect().height ?? 0
      const [around, below] = [`${MARGIN}px`, `${MARGIN + Math.round(legend)}px`] as [`${number}px`, `${number}px`]
      void flow.fitView({ ...FIT, duration, padding: { top: around, right: around, bottom: below, left: around } })
    },
    [flow],
  )

  const store = useStoreApi()
  useImperativeHandle(
    view,
    () => ({
      area: () => {
        const { transform, width, height } = store.getState()
        const [x, y, zoom] = transform
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      },
      show: (area) => {
        if (area === undefined) showAll(motion())
        else void flow.fitBounds(area, { padding: 0, duration: motion() })
      },
    }),
    [flow, store, showAll],
  )

  useEffect(() => {
    if (fitRequest > 0) showAll(motion())
  }, [fitRequest, showAll])

  const selected = emphasis.selected
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request moves the view, not every new selection
  useEffect(() => {
    const rect = selected === undefined ? undefined : placed.at.get(selected)
    if (focusRequest === 0 || rect === undefined) return
    const zoom = Math.max(flow.getZoom(), 0.9)
    void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, duration: motion() })
  }, [focusRequest])

  const selectNode = useCallback<NodeMouseHandler<MapNode>>(
    (event, node) => {
      const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      // A painted card takes no click of its own; its department does.
      const card = node.type === 'container' && large ? cards.at(point.x, point.y) : undefined
      if (card !== undefined) onSelect({ kind: 'tool', id: card.id })
      else onSelect({ kind: node.type === 'card' ? 'tool' : 'department', id: node.id })
    },
    [onSelect, flow, cards, large],
  )
  const selectLine = useCallback((id: string) => onSelect({ kind: 'flow', id }), [onSelect])
  const drop = useCallback<OnNodeDrag<MapNode>>(
    (_, __, dragged) => {
      const moved = dragged.flatMap((node): Moved[] => {
        const at = flow.getInternalNode(node.id)?.internals.positionAbsolute
        const before = placed.at.get(node.id)
        // A click without a move is a selection, and a child of a dragged container has not moved within it.
        if (at === undefined || before === undefined || dragged.some(({ id }) => id === node.parentId)) return []
        return Math.round(at.x) === before.x && Math.round(at.y) === before.y ? [] : [{ id: node.id, ...at }]
      })
      if (moved.length > 0) onMove(moved)
    },
    [flow, onMove, placed],
  )

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
        >
          <ReactFlow<MapNode>
            nodes={nodes}
            edges={NO_EDGES}
            nodeTypes={NODE_TYPES}
            onNodesChange={changeNodes}
            onNodeClick={selectNode}
            onNodeDoubleClick={(_, node) => rest.onOpen(node.id)}
            onPaneClick={() => onSelect(undefined)}
            onNodeDragStop={drop}
            onMove={showDistance}
            onInit={() => {
              showAll(0)
              showDistance(undefined, flow.getViewport())
            }}
            fitView
            fitViewOptions={FIT}
            minZoom={0.04}
            maxZoom={2.5}
            onlyRenderVisibleElements
            elevateNodesOnSelect={false}
            nodesConnectable={false}
            deleteKeyCode={null}
            zoomOnDoubleClick={false}
            aria-label={rest.label}
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
              {far !== undefined && <FarNames placed={placed} zoom={far} notes={notes} />}
            </ViewportPortal>
            <Panel position="bottom-left" data-legend>
              <div className={farCss.notes} ref={setNotes} />
              {rest.children}
            </Panel>
          </ReactFlow>
        </div>
      </LensContext.Provider>
    </EmphasisContext.Provider>
  )
}
