import { SegmentedControl } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { type DataRow, dataMatrixSteps } from '../../../shared/analysis/matrix/data-matrix'
import type { Steps } from '../../../shared/analysis/matrix/steps'
import { dataColumns, dataSigns } from '../../../shared/export/to-matrix-tables'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useSteps } from '../../river/steps'
import { useFormats } from '../../use-formats'
import { contestedWords, DataPanel } from './DataPanel'
import { ExportMenu } from './ExportMenu'
import type { GridCell, GridColumn, GridRow } from './grid-model'
import css from './Matrix.module.css'
import { MatrixGrid } from './MatrixGrid'
import { changeMatrix, useMatrix } from './matrix-state'
import { useRoom } from './use-room'

const SIGNS = ['master', 'writes', 'gets', 'passes'] as const

interface DataView {
  readonly rows: readonly DataRow[]
  readonly columns: readonly ToolId[]
}

function* viewSteps(inventory: Inventory): Steps<DataView> {
  const rows = yield* dataMatrixSteps(inventory)
  return { rows, columns: dataColumns(rows, inventory) }
}

/** Data object × tool: who holds, writes and gets which data, and what is contested. */
export function DataTab() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const { open, onlyContested } = useMatrix()
  const view = useSteps(useMemo(() => () => viewSteps(inventory), [inventory]))
  const grid = useRef<HTMLTableElement>(null)
  const ids = view?.columns ?? []
  const { ref, headWidth } = useRoom(ids.length, false)
  const nameOf = (id: ToolId) => inventory.tools.get(id)?.name ?? id
  const contested = view?.rows.filter((row) => row.contested).length ?? 0
  const data = useMemo(() => {
    const name = ({ dataObject }: DataRow) => inventory.dataObjects.get(dataObject)?.name ?? ''
    return (view?.rows ?? [])
      .filter((row) => (!onlyContested || row.contested) && inventory.dataObjects.has(row.dataObject))
      .sort((a, b) => Number(b.contested) - Number(a.contested) || formats.compare(name(a), name(b)))
  }, [view, onlyContested, inventory.dataObjects, formats])
  const rows = data.map((row): GridRow => {
    const label = inventory.dataObjects.get(row.dataObject)?.name ?? row.dataObject
    if (row.contested) {
      const hint = contestedWords(t, row, nameOf)
      return { key: row.dataObject, label, badge: { text: t('matrix:data.contested'), hint, mark: 'twice' } }
    }
    if (row.master !== undefined) return { key: row.dataObject, label }
    return { key: row.dataObject, label, badge: { text: t('matrix:data.noMaster'), hint: t('matrix:data.noMaster') } }
  })
  const columns = ids.map((id): GridColumn => ({ key: id, label: nameOf(id) }))
  const cellOf = (at: number, column: number): GridCell | undefined => {
    const row = data[at]
    const id = ids[column]
    const use = row === undefined || id === undefined ? undefined : row.uses.get(id)
    if (row === undefined || id === undefined || use === undefined) return undefined
    const writes = row.writers.includes(id)
    const signs = dataSigns(use, writes)
    return {
      content: <b className={css.signs}>{signs.map((sign) => t(`matrix:data.letters.${sign}`)).join(' ')}</b>,
      words: signs.map((sign) => t(`matrix:data.${sign}`)).join(', '),
      mark: row.contested && writes ? 'contested' : undefined,
    }
  }
  if (inventory.dataObjects.size === 0) return <p className={css.empty}>{t('matrix:data.empty')}</p>
  const shownOpen = open?.kind === 'data' ? open : undefined
  const openRow = view?.rows.find(({ dataObject }) => dataObject === shownOpen?.row)
  return (
    <>
      <div className={css.toolbar} role="toolbar" aria-label={t('matrix:tab.data')}>
        <SegmentedControl
          size="xs"
          aria-label={t('matrix:show.label')}
          value={onlyContested ? 'contested' : 'all'}
          onChange={(next) => changeMatrix({ onlyContested: next === 'contested' })}
          data={[
            { value: 'all', label: `${t('matrix:show.all')} ${formats.number(view?.rows.length ?? 0)}` },
            { value: 'contested', label: `${t('matrix:show.contested')} ${formats.number(contested)}` },
          ]}
        />
        <span className={css.grow} />
        <ExportMenu kind="data" columns={ids.length} />
      </div>
      <div className={css.area} ref={ref}>
        {view === undefined ? (
          <p className={css.lead}>{t('matrix:computing')}</p>
        ) : (
          <MatrixGrid
            grid={grid}
            label={t('matrix:tab.data')}
            corner={t('matrix:data.corner')}
            rows={rows}
            columns={columns}
            cellOf={cellOf}
            emptyWords={t('matrix:data.none')}
            cellWidth={48}
            headWidth={headWidth + 40}
            upright
            open={shownOpen}
            onOpen={(at, column, byKey) => {
              const row = data[at]
              if (row !== undefined)
                changeMatrix({ open: { kind: 'data', row: row.dataObject, column: ids[column], byKey } })
            }}
            onClose={() => changeMatrix({ open: undefined })}
          />
        )}
        {shownOpen !== undefined && openRow !== undefined && (
          <DataPanel row={openRow} open={shownOpen} grid={grid} nameOf={nameOf} />
        )}
      </div>
      <div className={css.legend} role="note" aria-label={t('matrix:legend.label')}>
        {SIGNS.map((sign) => (
          <span key={sign}>
            <b>{t(`matrix:data.letters.${sign}`)}</b> {t(`matrix:data.${sign}`)}
          </span>
        ))}
        <span>
          <i className={css.sample} data-mark="twice" aria-hidden />
          {t('matrix:data.contested')}
        </span>
      </div>
    </>
  )
}
