import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { type MatrixCell, NOWHERE } from '../../../shared/analysis/matrix/function-matrix'
import type { DepartmentId, ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { revealOnMap, showScreen, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { changeLook, useLookState } from '../map/look-state'
import type { FunctionView } from './function-view'
import css from './Matrix.module.css'
import { MatrixPanel, PanelTool } from './MatrixPanel'
import type { OpenCell } from './matrix-state'

interface Props {
  readonly view: FunctionView
  readonly open: OpenCell
  readonly grid: RefObject<HTMLTableElement | null>
  readonly money: (value: number) => string
}

/** The tools that do a job in a department, or anywhere, with what they cost and the ways to them. */
export function FunctionPanel({ view, open, grid, money }: Props) {
  const t = useT()
  const language = useLanguage()
  const formats = useFormats()
  const { tools, departments } = useInventory()
  const bundles = useFindings()?.bundles
  const line = view.functions.find(({ row }) => row.functionKey === open.row)
  if (line === undefined) return null
  const { cells } = line.row
  const own = open.column === undefined ? undefined : cells.get(open.column as DepartmentId)
  const shown = open.column === undefined ? [...cells.values()] : own === undefined ? [] : [own]
  const found = [...new Set(shown.flatMap((cell) => cell.tools))]
  const proposed = new Set(
    view.assigned.assignments
      .filter((each) => each.state === 'proposed' && each.functionKey === open.row)
      .map(({ tool }) => tool),
  )
  const where =
    open.column === undefined
      ? t('matrix:panel.everywhere')
      : open.column === NOWHERE
        ? t('matrix:noDepartment')
        : t('matrix:panel.in', { department: departments.get(open.column as DepartmentId)?.name ?? '' })
  const says = (id: ToolId) => {
    const tool = tools.get(id)
    const users =
      tool?.users === undefined
        ? t('matrix:panel.usersUnknown')
        : t('matrix:panel.users', { count: formats.number(tool.users) })
    const cost = tool?.annualCost === undefined ? [] : [formats.money(tool.annualCost)]
    return [users, ...cost, ...(proposed.has(id) ? [t('matrix:panel.proposed')] : [])].join(' · ')
  }
  const isBundle = bundles?.some(({ functionKey }) => functionKey === open.row) === true
  const lacks = open.column !== undefined && line.gaps.has(open.column as DepartmentId)
  return (
    <MatrixPanel
      open={open}
      title={view.assigned.functions.get(open.row)?.name[language] ?? open.row}
      below={where}
      grid={grid}
    >
      {found.length === 0 ? (
        <p className={css.lead}>
          {t(lacks ? 'matrix:gap' : cells.size === 0 ? 'matrix:nobody' : 'matrix:panel.nothing')}
        </p>
      ) : (
        <>
          <Figures cells={shown} money={money} whole={open.column === undefined} />
          <h3>
            {t('matrix:panel.tools')} {formats.number(found.length)}
          </h3>
          <ul className={css.list}>
            {found.map((id) => (
              <PanelTool key={id} id={id} says={says(id)} />
            ))}
          </ul>
        </>
      )}
      <div className={css.buttons}>
        {isBundle && (
          <Button variant="default" size="xs" onClick={() => revealOnMap({ kind: 'bundle', id: open.row })}>
            {t('matrix:panel.map')}
          </Button>
        )}
        {cells.size > 0 && (
          <Button variant="default" size="xs" onClick={() => filterMap(open.row)}>
            {t('matrix:panel.filterMap')}
          </Button>
        )}
      </div>
    </MatrixPanel>
  )
}

/** Shows the map with the tools of one function only. */
function filterMap(functionKey: string): void {
  const others = useLookState.getState().look.filters.filter(({ attribute }) => attribute !== 'functions')
  changeLook({ filters: [...others, { attribute: 'functions', values: [functionKey] }] })
  showScreen('map')
}

interface FiguresProps {
  readonly cells: readonly MatrixCell[]
  readonly money: (value: number) => string
  readonly whole: boolean
}

/** Cost and hours of the cells, with how much of them nobody knows. */
function Figures({ cells, money, whole }: FiguresProps) {
  const t = useT()
  const formats = useFormats()
  const sum = (of: (cell: MatrixCell) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  // A tool that is in several cells is unknown in each of them.
  const of = sum((cell) => cell.tools.length)
  const [cost, costUnknown] = [sum((cell) => cell.cost), sum((cell) => cell.costUnknown)]
  const [hours, hoursUnknown] = [sum((cell) => cell.hours), sum((cell) => cell.hoursUnknown)]
  const words = (known: string, unknown: number, isNothing: boolean) => {
    if (unknown === 0) return known
    return isNothing ? t('matrix:panel.allUnknown') : t('matrix:panel.unknownOf', { known, count: unknown, of })
  }
  return (
    <dl className={css.facts}>
      <dt>
        {t('matrix:panel.cost')}
        {whole ? null : <small className={css.share}>{t('matrix:panel.share')}</small>}
      </dt>
      <dd>{words(money(cost), costUnknown, costUnknown === of)}</dd>
      <dt>
        {t('matrix:panel.hours')}
        {whole ? null : <small className={css.share}>{t('matrix:panel.share')}</small>}
      </dt>
      <dd>{words(formats.number(hours), hoursUnknown, hours === 0)}</dd>
    </dl>
  )
}
