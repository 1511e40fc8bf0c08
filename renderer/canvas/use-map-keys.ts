import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { within } from '../../shared/graph/container-tree'
import { bundleFlows } from '../../shared/graph/far-bundles'
import { nextBundle } from '../../shared/graph/far-hit'
import { farUnits } from '../../shared/graph/far-units'
import { centre, contains, type Point } from '../../shared/graph/geometry'
import type { FlowEdge, PlacedGraph, Rect } from '../../shared/graph/graph'
import { type Direction, firstCard, nextLine, step } from '../../shared/graph/walk'
import { FAR, isBundled, NEAR } from './distance'
import type { Emphasis } from './emphasis'
import { motion } from './motion'

export type MapSelection = { readonly kind: 'tool' | 'department' | 'flow' | 'flows'; readonly id: string }

interface Keys {
  readonly placed: PlacedGraph
  readonly large: boolean
  readonly emphasis: Emphasis
  readonly onSelect: (selected: MapSelection | undefined) => void
  readonly onMark: (ids: ReadonlySet<string>) => void
  readonly onOpen: (id: string) => void
  readonly onRename: (id: string) => void
  readonly onRemove: () => void
  /** Brings the whole map on the screen. */
  readonly onShowAll: () => void
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const NONE: ReadonlySet<string> = new Set()
/** From a card that was walked to, to the edge of the screen, in pixels. */
const MARGIN = 40

/**
 * The map's keys. The map is one stop for the Tab key; within it what is selected is where one is, so nothing needs to
 * be an element to be reached. `reveal` brings a node on the screen, near enough for its name to be read, or for all of its card.
 */
export function useMapKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  const flow = useReactFlow()
  const store = useStoreApi()
  /** The card whose lines are walked. */
  const card = useRef<string>(undefined)
  /** The department whose bundles are walked. */
  const department = useRef<string>(undefined)

  const reveal = useCallback(
    (id: string, near = false) => {
      const { placed, large } = latest.current
      const rect = placed.at.get(id)
      if (rect === undefined) return
      const { transform, width, height } = store.getState()
      const [x, y, now] = transform
      const zoom = Math.max(now, large || near ? NEAR : FAR)
      const margin = MARGIN / zoom
      const shown: Rect = {
        x: -x / now + margin,
        y: -y / now + margin,
        width: width / now - 2 * margin,
        height: height / now - 2 * margin,
      }
      if (zoom === now && contains(shown, rect)) return
      const { x: left, y: top } = centre(rect)
      void flow.setCenter(left, top, { zoom, duration: motion() })
    },
    [flow, store],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || takesKeys(event.target)) return
    if (press(event)) event.preventDefault()
  }

  function press({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { placed, emphasis, onSelect, onMark, onOpen, onRename, onRemove, onShowAll } = latest.current
    const { selected, marked } = emphasis
    const ctrl = ctrlKey || metaKey
    const isCard = selected !== undefined && placed.graph.tools.some(({ id }) => id === selected)
    const line = placed.graph.edges.find(({ id }) => id === selected)
    const go = (id: string) => {
      if (shiftKey) onMark(new Set([...marked, ...(isCard ? [selected] : []), id]))
      else if (marked.size > 0) onMark(NONE)
      onSelect({ kind: 'tool', id })
      reveal(id)
    }
    const direction = ARROWS[key]
    if (direction !== undefined) {
      const next = line === undefined ? step(placed, selected, direction, ctrl) : endTowards(placed, line, direction)
      if (next !== undefined) go(next)
      return true
    }
    if (ctrl) {
      if (key.toLowerCase() !== 'a') return false
      onMark(allBeside(placed, selected))
      return true
    }
    switch (key) {
      case '.':
      case ',': {
        const by = key === '.' ? 1 : -1
        const bundle = isCard || line !== undefined ? undefined : beside(placed, selected, department, by)
        if (bundle !== undefined) {
          onSelect({ kind: 'flows', id: bundle })
          return true
        }
        const from = isCard ? selected : card.current
        const next = from === undefined ? undefined : nextLine(placed, from, line?.id, by)
        if (from === undefined || next === undefined) return false
        card.current = from
        onSelect({ kind: 'flow', id: next })
        return true
      }
      case ' ': {
        if (isCard) onMark(toggled(marked, selected))
        else {
          const first = firstCard(placed, selected)
          if (first !== undefined) go(first)
        }
        return true
      }
      case 'Enter':
        if (isCard) onOpen(selected)
        return isCard
      case 'F2':
        if (selected !== undefined) onRename(selected)
        return true
      case 'Delete':
        onRemove()
        return true
      case '+':
      case '=':
        void flow.zoomIn({ duration: motion() })
        return true
      case '-':
        void flow.zoomOut({ duration: motion() })
        return true
      case '0':
        onShowAll()
        return true
      default:
        return false
    }
  }

  return { onKeyDown, reveal }
}

/** The set with this one in it, or without it when it was. */
export function toggled(marked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(marked)
  if (!next.delete(id)) next.add(id)
  return next
}

/** All cards beside a card, all within a container at any depth; with nothing selected, all cards. */
function allBeside({ graph }: PlacedGraph, selected: string | undefined): ReadonlySet<string> {
  const home = graph.tools.find(({ id }) => id === selected)?.container
  const isBox = selected !== undefined && graph.containers.some(({ id }) => id === selected)
  const inside = home !== undefined ? new Set([home]) : isBox ? within(graph.containers, selected) : undefined
  return new Set(graph.tools.filter((tool) => inside?.has(tool.container) !== false).map(({ id }) => id))
}

/** The end of a line that lies farther in this direction. */
function endTowards({ at }: PlacedGraph, { source, target }: FlowEdge, direction: Direction): string {
  const along = (id: string) => {
    const rect = at.get(id)
    const { x, y }: Point = rect === undefined ? { x: 0, y: 0 } : centre(rect)
    return { left: -x, right: x, up: -y, down: y }[direction]
  }
  return along(source) > along(target) ? source : target
}

/** The next of a department's bundles, or of those that are being walked; nothing where no bundles are drawn. */
function beside(
  placed: PlacedGraph,
  selected: string | undefined,
  department: RefObject<string | undefined>,
  by: 1 | -1,
): string | undefined {
  if (selected === undefined || !isBundled(placed.graph)) return undefined
  const units = farUnits(placed)
  const bundles = bundleFlows(placed.graph, units)
  const unit = units.of.get(selected)
  if (unit !== undefined) {
    department.current = unit
    return nextBundle(bundles, unit, undefined, by)
  }
  const now = bundles.find(({ id }) => id === selected)
  if (now === undefined) return undefined
  const walked = department.current
  const from = walked === now.source || walked === now.target ? walked : now.source
  department.current = from
  return nextBundle(bundles, from, selected, by)
}

/** Fields and buttons over the map keep their keys. */
function takesKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, button, a') !== null
}
