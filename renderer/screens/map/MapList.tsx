import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { PlacedGraph, ToolNode } from '../../../shared/graph/graph'
import { toggled } from '../../canvas/use-map-keys'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { type Selection, select } from '../../ui-state'
import { type Folded, type ListRow, listRows, outerRow } from './list-rows'
import css from './MapEdit.module.css'
import type { Lens } from './use-lens'
import { useRowWords } from './use-row-words'

const ROW = 32
const INDENT = 20

interface Props {
  readonly placed: PlacedGraph
  readonly lens: Lens
  readonly ranks: ReadonlyMap<string, number>
  readonly describeTool: (tool: ToolNode) => string
  readonly selection: Selection | undefined
  readonly marked: ReadonlySet<string>
  readonly onMark: (ids: ReadonlySet<string>) => void
  readonly onOpen: (id: string) => void
  readonly onRemove: () => void
}

/** The map as a tree of rows that says everything the picture says; selection and filters are the map's. */
export function MapList({ placed, lens, ranks, describeTool, selection, marked, onMark, onOpen, onRemove }: Props) {
  const t = useT()
  const findings = useFindings()
  const [folded, setFolded] = useState<Folded>(new Map())
  const [cursor, setCursor] = useState(selection?.id)
  const scroll = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const rows = useMemo(() => listRows(placed, findings?.overlaps ?? [], folded), [placed, findings, folded])
  const wordsOf = useRowWords(lens, ranks, describeTool)
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === cursor),
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
    // Where the cursor is must be an element, wherever the list is scrolled to.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        return shown.includes(at) || at >= range.count ? shown : [...shown, at].sort((a, b) => a - b)
      },
      [at],
    ),
  })

  // Selected elsewhere (the panel, a search): the list goes there, opening what it lies in.
  const wanted = selection?.kind === 'flow' || selection?.kind === 'flows' ? undefined : selection?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection moves the cursor
  useEffect(() => {
    if (wanted === undefined) return
    setCursor(wanted)
    setFolded((now) => {
      const next = new Map(now)
      let home = placed.graph.tools.find(({ id }) => id === wanted)?.container
      while (home !== undefined) {
        next.delete(home)
        const inner = home
        home = placed.graph.containers.find(({ id }) => id === inner)?.parent
      }
      return next.size === now.size ? now : next
    })
  }, [wanted])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the cursor goes is the list scrolled
  useEffect(() => virtual.scrollToIndex(at), [cursor, at])

  const point = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row === undefined) return
    setCursor(row.key)
    const next = selectionOf(row)
    if (next !== undefined) select(next)
  }
  const fold = (row: ListRow, open: boolean) => setFolded((now) => new Map(now).set(row.key, open))
  const press = (event: KeyboardEvent) => {
    const row = rows[at]
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW) - 1)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: cursor === undefined ? 0 : at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) point(to)
    else if (event.key === 'ArrowRight') {
      if (row.open === false) fold(row, true)
      else if (row.open === true) point(at + 1)
    } else if (event.key === 'ArrowLeft') {
      if (row.open === true) fold(row, false)
      else point(outerRow(rows, at))
    } else if (event.key === 'Enter' && row.kind === 'tool') onOpen(row.tool.id)
    else if (event.key === ' ') {
      if (row.kind === 'tool') onMark(toggled(marked, row.tool.id))
      else point(at)
    } else if (event.key === 'Delete') onRemove()
    else return
    event.preventDefault()
  }

  const { groups, canvas } = lens
  return (
    <div
      ref={scroll}
      className={css.list}
      role="tree"
      tabIndex={0}
      aria-label={t('mapEdit:list.label')}
      aria-describedby={`${prefix}hint`}
      aria-activedescendant={rows.length === 0 ? undefined : `${prefix}${at}`}
      aria-multiselectable
      data-testid="map-list"
      onKeyDown={press}
    >
      <div className={css.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const { name, detail } = wordsOf(row)
          const group = row.kind === 'tool' ? groups.of.get(row.tool.id) : undefined
          const Fold = row.open ? IconChevronDown : IconChevronRight
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its rows
            // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
            <div
              key={row.key}
              id={`${prefix}${index}`}
              className={css.row}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              aria-expanded={row.open}
              aria-selected={index === at || (row.kind === 'tool' && marked.has(row.tool.id))}
              data-kind={row.kind}
              data-selected={index === at || undefined}
              data-marked={(row.kind === 'tool' && marked.has(row.tool.id)) || undefined}
              style={{ top: start, paddingLeft: 12 + (row.level - 1) * INDENT }}
              onClick={() => point(index)}
              onDoubleClick={() => row.kind === 'tool' && onOpen(row.tool.id)}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: right and left do the same */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: right and left do the same */}
              <span
                className={css.fold}
                onClick={(event) => {
                  if (row.open === undefined) return
                  event.stopPropagation()
                  setCursor(row.key)
                  fold(row, !row.open)
                }}
              >
                {row.open !== undefined && <Fold size={14} aria-hidden />}
              </span>
              {group !== undefined && (
                <span
                  className={css.swatch}
                  data-unknown={group === canvas.unknownGroup || undefined}
                  style={{ '--stripe': canvas.colours[group] } as CSSProperties}
                />
              )}
              <span className={css.name}>{name}</span>
              <span className={css.detail} title={detail}>
                {detail}
              </span>
            </div>
          )
        })}
      </div>
      <span id={`${prefix}hint`} hidden>
        {t('mapEdit:list.hint')}
      </span>
    </div>
  )
}

function selectionOf(row: ListRow): Selection | undefined {
  switch (row.kind) {
    case 'container':
      return { kind: 'department', id: row.container.id }
    case 'tool':
      return { kind: 'tool', id: row.tool.id }
    case 'flow':
      return { kind: 'flow', id: row.edge.id }
    case 'bundle':
      return { kind: 'flows', id: row.bundle.id }
    default:
      return undefined
  }
}
