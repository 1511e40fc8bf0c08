import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLandscape } from '../../river/landscape'
import css from './Shell.module.css'

/** What there is, what is still being computed, and whether everything is on disk. */
export function StatusBar() {
  const t = useT()
  const { inventory, sequence, savedSequence, phase } = useWorkspace()
  const { placing, judging, failure } = useLandscape()
  const working = placing || judging
  return (
    <footer className={css.status}>
      <span>{t('common:count.tools', { count: inventory.tools.size })}</span>
      <span>{t('common:count.departments', { count: inventory.departments.size })}</span>
      <span>{t('common:count.flows', { count: inventory.flows.size })}</span>
      <span className={css.grow} />
      {failure !== undefined && <span role="alert">{t('shell:computingFailed')}</span>}
      {working && <span>{t('shell:computing')}</span>}
      <span
        role="status"
        data-testid="saved"
        data-sequence={sequence}
        data-saved={sequence === savedSequence}
        data-computing={working}
      >
        {phase === 'read-only'
          ? t('shell:readOnly')
          : sequence === savedSequence
            ? t('shell:saved')
            : t('shell:saving')}
      </span>
    </footer>
  )
}
