import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { run } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { showScreen } from '../../ui-state'
import css from './Inventory.module.css'

/** What to do when there is nothing yet; shown by every screen that has nothing to show without tools. */
export function EmptyInventory() {
  const t = useT()
  const writable = useWorkspace((state) => state.phase === 'ready')
  return (
    <div className={css.empty}>
      <section className={css.drop} aria-labelledby="empty-title">
        <IconFileImport size={40} stroke={1.3} aria-hidden className={css.emptyIcon} />
        <h1 id="empty-title">{t('inventory:empty.title')}</h1>
        <p>{t('inventory:empty.text')}</p>
        <div className={css.buttons}>
          <Button size="md" disabled={!writable} onClick={() => void run('import')}>
            {t('inventory:empty.import')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!writable}
            onClick={addByHand}
          >
            {t('inventory:empty.byHand')}
          </Button>
        </div>
        <p className={css.dropWords}>{t('inventory:empty.drop')}</p>
      </section>
      <p>{t('inventory:empty.sampleTitle')}</p>
      <div className={css.buttons}>
        <Button variant="subtle" disabled={!writable} onClick={() => void run('load-sample-de')}>
          {t('inventory:empty.sampleDe')}
        </Button>
        <Button variant="subtle" disabled={!writable} onClick={() => void run('load-sample-en')}>
          {t('inventory:empty.sampleEn')}
        </Button>
      </div>
    </div>
  )
}

/** On another screen the inventory has to be there first, to answer. */
function addByHand(): void {
  showScreen('inventory')
  requestAnimationFrame(() => void run('new-tool'))
}
