import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { DELETED_KEPT_DAYS } from '../../../shared/bridge'
import { useT } from '../../i18n'
import { bringBack, removeDeleted, useWorkspaces } from '../../river/workspaces'
import { useFormats } from '../../use-formats'
import css from './Workspaces.module.css'

/** The workspaces that were put aside: back with them, or off the computer for good. */
export function DeletedWorkspaces({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const deleted = useWorkspaces((state) => state.deleted)
  /** Removing is the one step that can't be taken back, so it is asked for twice. */
  const [asked, setAsked] = useState<string>()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('workspaces:deleted').replace(/\s*…$/, '')}
      size={640}
      yOffset={80}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('workspaces:close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {deleted.length === 0
          ? t('workspaces:noneDeleted')
          : t('workspaces:about.deleted', { days: DELETED_KEPT_DAYS })}
      </Text>
      {deleted.map((gone) => (
        <div key={gone.id} className={css.row}>
          <div>
            <b className={css.label}>{gone.name}</b>
            <span className={css.count}>
              {t('common:count.tools', { count: gone.tools })} ·{' '}
              {t('workspaces:deletedOn', { date: formats.date(gone.deleted.slice(0, 10)) })}
            </span>
          </div>
          <Button
            variant="subtle"
            color={asked === gone.id ? 'red' : 'gray'}
            size="compact-sm"
            onClick={() => (asked === gone.id ? void removeDeleted(gone.id) : setAsked(gone.id))}
          >
            {asked === gone.id ? t('workspaces:reallyRemove') : t('workspaces:remove')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => void bringBack({ gone })}>
            {t('workspaces:bringBack')}
          </Button>
        </div>
      ))}
    </Modal>
  )
}
