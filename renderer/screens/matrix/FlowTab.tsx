import { SegmentedControl } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { type FlowCell, type FlowMatrix, flowMatrixSteps } from '../../../shared/analysis/matrix/flow-matrix'
import type { FlowMethod, ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useSteps } from '../../river/steps'
import { useFormats } from '../../use-formats'
import { ExportMenu } from './ExportMenu'
import { FlowPanel } from './FlowPanel'
import type { GridCell, GridColumn, GridRow } from './grid-model'
import { LineSign } from './LineSign'
import css from './Matrix.module.css'
import { MatrixGrid } from './MatrixGrid'
import { changeMatrix, useMatrix } from './matrix-state'
import { useRoom } from './use-room'

/** One of each kind of line. */
const LINES = [
  ['api', 'api'],
  ['file', 'file'],
  ['by-hand', 'by-hand'],
  ['unknown', 'unknown'],
] as const satisfies readonly (readonly [FlowMethod, string])[]

/** Tool × tool: what flows from where to where, and how. */
export function FlowTab() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const { open, onlyByHand } = useMatrix()
  const matrix = useSteps(useMemo(() => () => flowMatrixSteps(inventory), [inventory]))
  const { senders, receivers } = useEnds(matrix, onlyByHand)
  const grid = useRef<HTMLTableElement>(null)
  const { ref, headWidth } = useRoom(receivers.length, false)
  const nameOf = (id: ToolId) => inventory.tools.get(id)?.name ?? id
  const rows = useMemo(
    () => senders.map((id): GridRow => ({ key: id, label: inventory.tools.get(id)?.name ?? id })),
    [senders, inventory.tools],
  )
  const columns = useMemo(
    () => receivers.map((id): GridColumn => ({ key: id, label: inventory.tools.get(id)?.name ?? id })),
    [receivers, inventory.tools],
  )
  const cellAt = (row: number, column: number): FlowCell | undefined => {
    const [from, to] = [senders[row], receivers[column]]
    const cell = from === undefined || to === undefined ? undefined : matrix?.cells.get(from)?.get(to)
    return onlyByHand && cell?.method !== 'by-hand' ? undefined : cell
  }
  const cellOf = (row: number, column: number): GridCell | undefined => {
    const cell = cellAt(row, column)
    if (cell === undefined) return undefined
    const { flows, method, hours } = cell
    const words = [
      t('matrix:flow.cell', { count: flows.length, method: t(`common:method.${method}`) }),
      ...(hours === undefined ? [] : [t('matrix:flow.hours', { hours: formats.number(hours) })]),
    ]
    const number = flows.length > 1 ? `${formats.number(flows.length)} ×` : ''
    return {
      content: (
        <>
          <LineSign method={method} />
          <span className={css.cellNote}>
            {number} {hours === undefined ? '' : t('matrix:flow.short', { hours: formats.number(hours) })}
          </span>
        </>
      ),
      words: words.join(' · '),
    }
  }
  if (matrix !== undefined && matrix.tools.length === 0) return <p className={css.empty}>{t('matrix:flow.empty')}</p>
  const shownOpen = open?.kind === 'flows' ? open : undefined
  return (
    <>
      <div className={css.toolbar} role="toolbar" aria-label={t('matrix:tab.flows')}>
        <SegmentedControl
          size="xs"
          aria-label={t('matrix:show.label')}
          value={onlyByHand ? 'byHand' : 'all'}
          onChange={(next) => changeMatrix({ onlyByHand: next === 'byHand' })}
          data={(['all', 'byHand'] as const).map((value) => ({ value, label: t(`matrix:show.${value}`) }))}
        />
        <span className={css.label}>{t('matrix:flow.count', { count: matrix?.tools.length ?? 0 })}</span>
        <span className={css.grow} />
        <ExportMenu kind="flows" columns={matrix?.tools.length ?? 0} />
      </div>
      <div className={css.area} ref={ref}>
        {matrix === undefined ? (
          <p className={css.lead}>{t('matrix:computing')}</p>
        ) : (
          <MatrixGrid
            grid={grid}
            label={t('matrix:tab.flows')}
            corner={t('matrix:flow.corner')}
            rows={rows}
            columns={columns}
            cellOf={cellOf}
            emptyWords={t('matrix:flow.none')}
            cellWidth={60}
            headWidth={headWidth}
            upright
            open={shownOpen}
            onOpen={(row, column, byKey) => {
              const from = senders[row]
              if (from !== undefined)
                changeMatrix({ open: { kind: 'flows', row: from, column: receivers[column], byKey } })
            }}
            onClose={() => changeMatrix({ open: undefined })}
          />
        )}
        {matrix !== undefined && shownOpen !== undefined && (
          <FlowPanel matrix={matrix} open={shownOpen} grid={grid} nameOf={nameOf} />
        )}
      </div>
      <div className={css.legend} role="note" aria-label={t('matrix:legend.label')}>
        {LINES.map(([method, line]) => (
          <span key={method}>
            <LineSign method={method} />
            {t(`mapScreen:line.${line}`)}
          </span>
        ))}
      </div>
    </>
  )
}

const NONE: readonly ToolId[] = []

/** The tools that send and those that get, of all flows or of those by hand. */
function useEnds(matrix: FlowMatrix | undefined, onlyByHand: boolean) {
  return useMemo(() => {
    if (matrix === undefined) return { senders: NONE, receivers: NONE }
    const receiving = new Set<ToolId>()
    const senders = matrix.tools.filter((from) => {
      let sends = false
      for (const [to, { method }] of matrix.cells.get(from) ?? []) {
        if (onlyByHand && method !== 'by-hand') continue
        receiving.add(to)
        sends = true
      }
      return sends
    })
    return { senders, receivers: matrix.tools.filter((id) => receiving.has(id)) }
  }, [matrix, onlyByHand])
}
