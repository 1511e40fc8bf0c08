import { Button } from '@mantine/core'
import { IconCopyPlus, IconListDetails, IconMapPin, IconPlus, IconTrash } from '@tabler/icons-react'
import { BulkEdit } from './BulkEdit'
import { useCellTools } from './cells/cell-context'
import type { ColumnId } from './column-ids'
import css from './Inventory.module.css'
import { KeysHelp } from './KeysHelp'
import type { ToolRow } from './tool-row'

interface Props {
  readonly selected: readonly ToolRow[]
  readonly extras: readonly ColumnId[]
  readonly onAdd: () => void
  readonly onDelete: () => void
  readonly onDuplicate: () => void
  readonly onShowOnMap: (() => void) | undefined
  readonly onOpen: (() => void) | undefined
  readonly onDone: () => void
}

/** Below the table: a new row, and what can be done with what is selected. Always there, so that nothing moves. */
export function BottomBar({ selected, extras, onAdd, onDelete, onDuplicate, onShowOnMap, onOpen, onDone }: Props) {
  const { t, writable } = useCellTools()
  return (
    <div className={css.bottom} role="toolbar" aria-label={t('inventory:selected', { count: selected.length })}>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!writable} onClick={onAdd}>
        {t('inventory:add')}
      </Button>
      <span className={css.grow} />
      {selected.length === 0 ? null : (
        <>
          <span className={css.count}>{t('inventory:selected', { count: selected.length })}</span>
          {selected.length > 1 ? <BulkEdit rows={selected} extras={extras} onDone={onDone} /> : null}
          {onOpen === undefined ? null : (
            <Button
              variant="subtle"
              leftSection={<IconListDetails size={16} aria-hidden />}
              title={t('detail:openHint')}
              onClick={onOpen}
            >
              {t('detail:open')}
            </Button>
          )}
          {onShowOnMap === undefined ? null : (
            <Button variant="subtle" leftSection={<IconMapPin size={16} aria-hidden />} onClick={onShowOnMap}>
              {t('inventory:showOnMap')}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconCopyPlus size={16} aria-hidden />}
            title={t('inventory:duplicateHint')}
            disabled={!writable}
            onClick={onDuplicate}
          >
            {t('inventory:duplicate')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} aria-hidden />}
            title={t('inventory:deleteHint')}
            disabled={!writable}
            onClick={onDelete}
          >
            {t('inventory:delete')}
          </Button>
        </>
      )}
      <KeysHelp />
    </div>
  )
}
