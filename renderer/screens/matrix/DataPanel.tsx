import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import type { DataRow } from '../../../shared/analysis/matrix/data-matrix'
import { dataSigns } from '../../../shared/export/to-matrix-tables'
import { setMaster } from '../../../shared/inventory/edit-data-object'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { type T, useT } from '../../i18n'
import { PickInput } from '../../widgets/PickInput'
import { useToolOptions } from '../detail/OwnerInput'
import { write } from '../detail/writes'
import css from './Matrix.module.css'
import { MatrixPanel, PanelTool } from './MatrixPanel'
import type { OpenCell } from './matrix-state'

interface Props {
  readonly row: DataRow
  readonly open: OpenCell
  readonly grid: RefObject<HTMLTableElement | null>
  readonly nameOf: (id: ToolId) => string
}

/** That several tools write the data, and whether somebody said which one is right. */
export function contestedWords(t: T, { writers, master }: DataRow, nameOf: (id: ToolId) => string): string {
  return master === undefined
    ? t('matrix:data.contestedHint', { count: writers.length })
    : t('matrix:data.contestedMaster', { count: writers.length, master: nameOf(master) })
}

/** A data object: which tool is its master, to be chosen here, and what each tool does with it. */
export function DataPanel({ row, open, grid, nameOf }: Props) {
  const t = useT()
  const options = useToolOptions()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const object = useInventory().dataObjects.get(row.dataObject)
  if (object === undefined) return null
  const { id, name, master } = object
  const choose = (tool: ToolId | undefined) => {
    write('setMaster', { name }, (now) => setMaster(now, id, tool))
  }
  // What can be made the master with one press: the tool of the cell, else the tools that write the data.
  const offered = [...new Set([...(open.column === undefined ? [] : [open.column as ToolId]), ...row.writers])]
    .filter((tool) => tool !== master)
    .slice(0, 6)
  return (
    <MatrixPanel
      open={open}
      title={name}
      below={row.contested ? contestedWords(t, row, nameOf) : undefined}
      grid={grid}
    >
      <h3>{t('matrix:data.choose')}</h3>
      <PickInput
        label={t('matrix:data.masterOf', { name })}
        value={master === undefined ? '' : nameOf(master)}
        options={options}
        placeholder={t('matrix:data.nobody')}
        disabled={!writable}
        noneWords={t('matrix:data.nobody')}
        onPick={(key) => choose(key as ToolId)}
        onNone={() => choose(undefined)}
      />
      <div className={css.buttons}>
        {offered.map((tool) => (
          <Button key={tool} variant="default" size="compact-sm" disabled={!writable} onClick={() => choose(tool)}>
            {t('matrix:data.make', { name: nameOf(tool) })}
          </Button>
        ))}
      </div>
      <h3>{t('matrix:data.uses')}</h3>
      <ul className={css.list}>
        {[...row.uses].map(([tool, use]) => (
          <PanelTool
            key={tool}
            id={tool}
            says={dataSigns(use, row.writers.includes(tool))
              .map((sign) => t(`matrix:data.${sign}`))
              .join(', ')}
          />
        ))}
      </ul>
    </MatrixPanel>
  )
}
