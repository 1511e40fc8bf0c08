import { CloseButton } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { openTool, revealOnMap } from '../../ui-state'
import css from './Matrix.module.css'
import { changeMatrix, type OpenCell } from './matrix-state'

interface Props {
  readonly open: OpenCell
  readonly title: string
  readonly below?: string | undefined
  readonly grid: RefObject<HTMLTableElement | null>
  readonly onClose?: (() => void) | undefined
  readonly children: ReactNode
}

/** What is in a cell, beside the matrix. Escape closes it and goes back to the cell. */
export function MatrixPanel({ open, title, below, grid, onClose, children }: Props) {
  const t = useT()
  const panel = useRef<HTMLElement>(null)
  const { byKey, row, column } = open
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each cell that is opened the focus goes there anew
  useEffect(() => {
    if (byKey) panel.current?.focus({ preventScroll: true })
  }, [byKey, row, column])
  const close = () => {
    changeMatrix({ open: undefined })
    onClose?.()
    grid.current?.focus({ preventScroll: true })
  }
  return (
    <aside
      ref={panel}
      className={css.panel}
      tabIndex={-1}
      aria-label={t('matrix:panel.label')}
      data-testid="matrix-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      <header className={css.panelHead}>
        <h2>{title}</h2>
        <CloseButton size="sm" aria-label={t('matrix:panel.close')} title={t('matrix:panel.close')} onClick={close} />
      </header>
      {below === undefined ? null : <p className={css.lead}>{below}</p>}
      {children}
    </aside>
  )
}

interface ToolProps {
  readonly id: ToolId
  /** Beneath the name. */
  readonly says?: string | undefined
}

/** A tool in a panel: its page, its place on the map. */
export function PanelTool({ id, says }: ToolProps) {
  const t = useT()
  const name = useInventory().tools.get(id)?.name
  if (name === undefined) return null
  return (
    <li className={css.tool}>
      <button
        type="button"
        className={css.link}
        aria-label={t('matrix:panel.open', { name })}
        onClick={() => openTool(id)}
      >
        <span>{name}</span>
        {says === undefined || says === '' ? null : <small>{says}</small>}
      </button>
      <button
        type="button"
        className={css.pin}
        aria-label={t('matrix:panel.showOnMap', { name })}
        title={t('matrix:panel.showOnMap', { name })}
        onClick={() => revealOnMap({ kind: 'tool', id })}
      >
        <IconMapPin size={16} aria-hidden />
      </button>
    </li>
  )
}
