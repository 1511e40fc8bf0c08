import { Button, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconArrowBackUp, IconFileExport, IconFileImport, IconSearch } from '@tabler/icons-react'
import { run } from '../../commands'
import { labelOf, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { historyWords } from './history-words'
import css from './Shell.module.css'
import { WorkspaceMenu } from './WorkspaceMenu'

/** Name, workspace, search, undo, import, export. */
export function Header() {
  const t = useT()
  const { undo, history, inventory, phase } = useWorkspace()
  const label = labelOf(history, undo.undo)
  const filled = inventory.tools.size > 0
  const writable = phase === 'ready'
  return (
    <header className={css.header}>
      <span className={css.brand}>{t('common:appName')}</span>
      <WorkspaceMenu />
      <button type="button" className={css.search} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span>{t('shell:search')}</span>
        <kbd>{t('shell:searchKey')}</kbd>
      </button>
      <div className={css.actions}>
        <Tooltip label={label === undefined ? t('shell:nothingToUndo') : historyWords(t, label)}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={label === undefined || !writable}
            onClick={() => void run('undo')}
          >
            {t('shell:undo')}
          </Button>
        </Tooltip>
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          disabled={!writable}
          onClick={() => void run('import')}
        >
          {t('shell:import')}
        </Button>
        <Button
          leftSection={<IconFileExport size={16} aria-hidden />}
          disabled={!filled}
          onClick={() => void run('export')}
        >
          {t('shell:export')}
        </Button>
      </div>
    </header>
  )
}
