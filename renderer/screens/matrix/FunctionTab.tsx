import { Chip, SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import { MATRIX_SHOWS, type MatrixShow } from '../../../shared/analysis/matrix/function-lines'
import { NOWHERE } from '../../../shared/analysis/matrix/function-matrix'
import { heatLevel } from '../../../shared/analysis/matrix/heat'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { CURRENCY_OF } from '../../river/currency'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { ExportMenu } from './ExportMenu'
import { FunctionPanel } from './FunctionPanel'
import { type FunctionView, unknownOf, useDomainName, useFunctionView, useHeat, useLines } from './function-view'
import type { GridCell, GridColumn, GridRow } from './grid-model'
import { HeatLegend } from './HeatLegend'
import css from './Matrix.module.css'
import { MatrixGrid } from './MatrixGrid'
import { MatrixPanel, PanelTool } from './MatrixPanel'
import { changeMatrix, type Heat, toggleDomain, useMatrix } from './matrix-state'
import { useRoom } from './use-room'

const HEATS = ['none', 'cost', 'hours'] as const satisfies readonly Heat[]
/** So many names stand in a cell; the others are counted. */
const NAMES_SHOWN = 2

/** Function × department: which tools do which job where. */
export function FunctionTab() {
  const t = useT()
  const language = useLanguage()
  const formats = useFormats()
  const { tools, departments } = useInventory()
  const { show, heat, names: wanted, collapsed, open } = useMatrix()
  const view = useFunctionView()
  const lines = useLines(view, show, collapsed)
  const bounds = useHeat(view, heat)
  const domainName = useDomainName(t('matrix:noDomain'))
  const grid = useRef<HTMLTableElement>(null)
  const [without, showWithout] = useState(false)
  const ids = view?.matrix.departments ?? []
  const { ref, cellWidth, headWidth, names } = useRoom(ids.length, wanted)

  const columns = ids.map(
    (id): GridColumn => ({
      key: id,
      label: id === NOWHERE ? t('matrix:noDepartment') : (departments.get(id)?.name ?? id),
    }),
  )
  const rows = lines.map((line): GridRow => {
    if (line.kind === 'domain') {
      const label = t('matrix:group', { name: domainName(line.domain), count: line.functions })
      return { key: `domain ${line.domain}`, label, collapsed: line.collapsed }
    }
    const { functionKey, tools: count, redundant } = line.row
    const label = view?.assigned.functions.get(functionKey)?.name[language] ?? functionKey
    if (count === 0) {
      return { key: functionKey, label, badge: { text: '0', hint: t('matrix:nobody'), mark: 'gap' } }
    }
    if (count === 1) return { key: functionKey, label }
    const hint = t('matrix:badgeHint', { count, cells: redundant })
    return { key: functionKey, label, badge: { text: t('matrix:badge', { count }), hint, mark: 'twice' } }
  })
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  const money = (value: number) => formats.money({ minor: Math.round(value * 100), currency: CURRENCY_OF[language] })
  const shown = (value: number) =>
    heat === 'cost' ? money(value) : t('common:hoursPerMonth', { hours: formats.number(value) })

  const cellOf = (row: number, column: number): GridCell | undefined => {
    const line = lines[row]
    const id = ids[column]
    if (line === undefined || id === undefined) return undefined
    if (line.kind === 'domain') {
      const found = line.cells.get(id)
      if (found === undefined) return undefined
      return { content: formats.number(found.length), words: t('matrix:tools', { count: found.length }) }
    }
    const cell = line.row.cells.get(id)
    if (cell === undefined)
      return line.gaps.has(id) ? { content: null, mark: 'gap', words: t('matrix:gap') } : undefined
    const found = cell.tools
    const unknown = unknownOf(cell, heat)
    const words = [
      `${t('matrix:tools', { count: found.length })}: ${found.map(nameOf).join(', ')}`,
      ...(found.length > 1 ? [t('matrix:twice')] : []),
      ...(cell.proposed > 0 ? [t('matrix:proposed', { count: cell.proposed })] : []),
      ...(heat === 'none' || unknown === 'all' ? [] : [shown(cell[heat])]),
      ...(unknown === undefined ? [] : [t(unknown === 'all' ? 'matrix:legend.unknown' : 'matrix:legend.someUnknown')]),
    ]
    return {
      content: names ? <Names tools={found} nameOf={nameOf} /> : formats.number(found.length),
      words: words.join(' · '),
      ...(heat === 'none' ? {} : { level: heatLevel(cell[heat], bounds) }),
      ...(found.length > 1 ? { mark: 'twice' } : {}),
      unknown,
      proposed: cell.proposed === found.length,
    }
  }
  const close = () => changeMatrix({ open: undefined })
  const shownOpen = open?.kind === 'functions' ? open : undefined
  return (
    <>
      <div className={css.toolbar} role="toolbar" aria-label={t('matrix:tab.functions')}>
        <SegmentedControl
          size="xs"
          aria-label={t('matrix:show.label')}
          value={show}
          onChange={(next) => changeMatrix({ show: next as MatrixShow })}
          data={MATRIX_SHOWS.map((each) => ({
            value: each,
            label: `${t(`matrix:show.${each}`)} ${formats.number(view?.counts[each] ?? 0)}`,
          }))}
        />
        <span className={css.label} id="matrix-heat">
          {t('matrix:heat.label')}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="matrix-heat"
          value={heat}
          onChange={(next) => changeMatrix({ heat: next as Heat })}
          data={HEATS.map((each) => ({ value: each, label: t(`matrix:heat.${each}`) }))}
        />
        <Chip
          size="xs"
          variant="light"
          checked={names}
          title={t('matrix:namesHint')}
          onChange={(next) => changeMatrix({ names: next })}
        >
          {t('matrix:names')}
        </Chip>
        <span className={css.grow} />
        <ExportMenu kind="functions" columns={columns.length} />
      </div>
      <div className={css.area} ref={ref}>
        {view === undefined ? (
          <p className={css.lead}>{t('matrix:computing')}</p>
        ) : (
          <MatrixGrid
            grid={grid}
            label={t('matrix:tab.functions')}
            corner={t('matrix:keys')}
            rows={rows}
            columns={columns}
            cellOf={cellOf}
            emptyWords={t('matrix:none')}
            cellWidth={cellWidth}
            headWidth={headWidth}
            upright={!names}
            open={shownOpen}
            onOpen={(row, column, byKey) => {
              const line = lines[row]
              if (line === undefined) return
              if (line.kind === 'domain') toggleDomain(line.domain)
              else changeMatrix({ open: { kind: 'functions', row: line.row.functionKey, column: ids[column], byKey } })
              showWithout(false)
            }}
            onClose={close}
          />
        )}
        {view !== undefined && shownOpen !== undefined && (
          <FunctionPanel view={view} open={shownOpen} grid={grid} money={money} />
        )}
        {view !== undefined && shownOpen === undefined && without && (
          <MatrixPanel
            open={{ kind: 'functions', row: '', byKey: true }}
            title={t('matrix:without', { count: view.matrix.without.length })}
            below={t('matrix:withoutHint')}
            grid={grid}
            onClose={() => showWithout(false)}
          >
            <ul className={css.list}>
              {view.matrix.without.slice(0, 200).map((id) => (
                <PanelTool key={id} id={id} says={tools.get(id)?.vendor} />
              ))}
            </ul>
          </MatrixPanel>
        )}
      </div>
      <HeatLegend heat={heat} bounds={bounds} shown={shown}>
        <CollapseAll view={view} collapsed={collapsed} />
        {view !== undefined && view.matrix.without.length > 0 && (
          <button
            type="button"
            className={css.quietLink}
            onClick={() => {
              close()
              showWithout(true)
            }}
          >
            {t('matrix:without', { count: view.matrix.without.length })}
          </button>
        )}
      </HeatLegend>
    </>
  )
}

interface NamesProps {
  readonly tools: readonly ToolId[]
  readonly nameOf: (id: ToolId) => string
}

function Names({ tools, nameOf }: NamesProps) {
  const t = useT()
  const shown = tools.length > NAMES_SHOWN ? tools.slice(0, NAMES_SHOWN - 1) : tools
  return (
    <>
      {shown.map((id) => (
        <span key={id} className={css.cellName}>
          {nameOf(id)}
        </span>
      ))}
      {tools.length > shown.length && (
        <span className={css.cellName}>{t('matrix:more', { count: tools.length - shown.length })}</span>
      )}
    </>
  )
}

interface CollapseProps {
  readonly view: FunctionView | undefined
  readonly collapsed: ReadonlySet<string>
}

/** Collapses all domains, or shows everything again. */
function CollapseAll({ view, collapsed }: CollapseProps) {
  const t = useT()
  if (view === undefined) return null
  const any = collapsed.size > 0
  const all = () => new Set(view.functions.map(({ row }) => view.assigned.functions.get(row.functionKey)?.domain ?? ''))
  return (
    <button
      type="button"
      className={css.quietLink}
      onClick={() => changeMatrix({ collapsed: any ? new Set() : all() })}
    >
      {t(any ? 'matrix:expand' : 'matrix:collapse')}
    </button>
  )
}
