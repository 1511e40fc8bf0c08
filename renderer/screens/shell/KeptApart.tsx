import { Button, Modal, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { forgetApart } from '../../../shared/inventory/answers'
import type { Answer } from '../../../shared/inventory/remembered'
import { answer } from '../../commands'
import { canWrite, commit } from '../../database/commit'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import css from './Workspaces.module.css'

/** Answers the command that shows what this workspace was told to be different. */
export function KeptApart() {
  const [open, setOpen] = useState(false)
  useEffect(() => answer('kept-apart', () => setOpen(true)), [])
  return open ? <KeptApartDialog onClose={() => setOpen(false)} /> : null
}

/** The names of which somebody said that they don't mean the same; what is taken back is asked again. */
function KeptApartDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { answers } = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const askAgain = ({ id, names: [one, other] }: Answer) => {
    const rows = forgetApart(useWorkspace.getState().inventory.answers, [id])
    if (!canWrite()) return
    commit({ label: { code: 'askAgain', values: { one, other } }, cause: { kind: 'edit' }, rows })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('importScreen:apart.title')}
      size={640}
      yOffset={80}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('importScreen:apart.close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t(answers.size === 0 ? 'importScreen:apart.none' : 'importScreen:apart.about')}
      </Text>
      {[...answers.values()].map((each) => (
        <div key={each.id} className={css.row}>
          <div>
            <b className={css.label}>{each.names.join(' ≠ ')}</b>
            <span className={css.count}>{t(`importScreen:apart.${each.kind}`)}</span>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            disabled={!writable}
            aria-label={`${t('importScreen:apart.askAgain')}: ${each.names.join(', ')}`}
            onClick={() => askAgain(each)}
          >
            {t('importScreen:apart.askAgain')}
          </Button>
        </div>
      ))}
    </Modal>
  )
}
