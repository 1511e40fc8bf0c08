import type { RefObject } from 'react'
import type { FlowMatrix } from '../../../shared/analysis/matrix/flow-matrix'
import type { FlowId, ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { usePlaced } from '../../river/landscape'
import { revealOnMap } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { LineSign } from './LineSign'
import css from './Matrix.module.css'
import { MatrixPanel, PanelTool } from './MatrixPanel'
import type { OpenCell } from './matrix-state'

interface Props {
  readonly matrix: FlowMatrix
  readonly open: OpenCell
  readonly grid: RefObject<HTMLTableElement | null>
  readonly nameOf: (id: ToolId) => string
}

/** So many flows of a row are listed. */
const LISTED = 100

/** The flows from one tool to another, or all that a tool sends. */
export function FlowPanel({ matrix, open, grid, nameOf }: Props) {
  const t = useT()
  const source = open.row as ToolId
  const target = open.column as ToolId | undefined
  const sent = matrix.cells.get(source)
  const flows =
    target === undefined ? [...(sent?.values() ?? [])].flatMap((cell) => cell.flows) : sent?.get(target)?.flows
  const title =
    target === undefined
      ? t('matrix:flow.row', { name: nameOf(source) })
      : t('matrix:flow.ends', { source: nameOf(source), target: nameOf(target) })
  return (
    <MatrixPanel open={open} title={title} grid={grid}>
      {flows === undefined || flows.length === 0 ? <p className={css.lead}>{t('matrix:flow.nothing')}</p> : null}
      <ul className={css.list}>
        {(flows ?? []).slice(0, LISTED).map((id) => (
          <FlowItem key={id} id={id} ends={target === undefined} nameOf={nameOf} />
        ))}
      </ul>
      <h3>{t('matrix:panel.tools')}</h3>
      <ul className={css.list}>
        {[source, ...(target === undefined || target === source ? [] : [target])].map((id) => (
          <PanelTool key={id} id={id} />
        ))}
      </ul>
    </MatrixPanel>
  )
}

interface ItemProps {
  readonly id: FlowId
  readonly ends: boolean
  readonly nameOf: (id: ToolId) => string
}

function FlowItem({ id, ends, nameOf }: ItemProps) {
  const t = useT()
  const formats = useFormats()
  const { flows, dataObjects } = useInventory()
  const placed = usePlaced()
  const flow = flows.get(id)
  if (flow === undefined) return null
  const edge = placed?.graph.edges.find((each) => each.flows.includes(id))?.id
  const hours =
    flow.hoursPerMonth === undefined
      ? t('matrix:panel.hoursUnknown')
      : t('matrix:flow.hours', { hours: formats.number(flow.hoursPerMonth) })
  const carried = flow.dataObjects.flatMap((object) => dataObjects.get(object)?.name ?? [])
  const says = [hours, ...(carried.length === 0 ? [] : [t('matrix:panel.data', { names: carried.join(', ') })])]
  return (
    <li className={css.tool}>
      <button
        type="button"
        className={css.link}
        disabled={edge === undefined}
        title={t('matrix:panel.map')}
        onClick={() => edge !== undefined && revealOnMap({ kind: 'flow', id: edge })}
      >
        <span>
          <LineSign method={flow.method} /> {t(`common:method.${flow.method}`)}
          {ends ? ` → ${nameOf(flow.target)}` : ''}
        </span>
        <small>{says.join(' · ')}</small>
      </button>
    </li>
  )
}
