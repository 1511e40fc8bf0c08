import { CloseButton, Group } from '@mantine/core'
import { useState } from 'react'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import css from './Shell.module.css'

/** Says when writing has stopped and why, and when the data had to be rebuilt at the start. */
export function Banner() {
  const t = useT()
  const problem = useWorkspace((state) => state.problem)
  const restored = useWorkspace((state) => state.restored)
  const [seen, setSeen] = useState(false)
  if (problem !== undefined) {
    return (
      <div className={css.banner} role="alert">
        {t(`shell:storage.${problem}`)}
      </div>
    )
  }
  if (!restored || seen) return null
  return (
    <Group className={css.banner} role="status" justify="space-between">
      {t('shell:storage.restored')}
      <CloseButton aria-label={t('shell:close')} onClick={() => setSeen(true)} />
    </Group>
  )
}
