import { Button } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useT } from '../../i18n'
import css from './BottomBar.module.css'
import { commitImport } from './commit-import'
import { tickedTables, useImport } from './import-state'
import { cancelImport } from './leave-import'
import { allProblems } from './Problems'
import { saveProblems } from './save-problems'
import { namedTotals, totalsOf } from './sums'
import { useBlocker } from './use-import'

/** The end of the import: do it, leave it, or take the problems along; and why it can't be done yet. */
export function BottomBar() {
  const t = useT()
  const { files, tables, shown, phase, moved } = useImport()
  const blocker = useBlocker()
  const problems = useMemo(() => allProblems(tables, shown), [tables, shown])
  const taken = new Set(tickedTables(tables).map(({ file }) => file))
  const count = t('importScreen:count.files', { count: taken.size > 0 ? taken.size : files.length })
  const sums = namedTotals(totalsOf(shown?.planned.plans ?? [])).map((each) =>
    t(`importScreen:count.${each.kind}`, { count: each.count }),
  )
  const label =
    sums.length === 0
      ? t('importScreen:bar.importPlain', { files: count })
      : t('importScreen:bar.import', { files: count, what: sums.join(', ') })
  const why =
    blocker === undefined
      ? moved
        ? t('importScreen:bar.moved')
        : undefined
      : t(`importScreen:bar.blocked.${blocker.code}`, 'file' in blocker ? { file: blocker.file } : {})
  return (
    <div className={css.bar}>
      <p className={css.why} id="import-why" aria-live="polite">
        {why !== undefined && (
          <>
            <IconAlertTriangle size={16} aria-hidden />
            {why}
          </>
        )}
      </p>
      <Button
        className={css.problems}
        variant="subtle"
        color="gray"
        px="xs"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={problems.length === 0}
        onClick={() => void saveProblems(problems)}
      >
        {t('importScreen:bar.saveProblems')}
      </Button>
      <div className={css.end}>
        <Button variant="default" disabled={phase === 'committing'} onClick={cancelImport} title="Esc">
          {t('importScreen:bar.cancel')}
        </Button>
        <Button
          data-testid="import-commit"
          data-blocked={blocker?.code}
          disabled={blocker !== undefined && phase !== 'committing'}
          loading={phase === 'committing'}
          aria-describedby="import-why"
          title={t('importScreen:bar.keys')}
          onClick={() => void commitImport()}
        >
          {label}
        </Button>
      </div>
    </div>
  )
}
