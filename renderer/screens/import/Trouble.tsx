import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RefusalCode } from '../../../shared/import/refused'
import { useT } from '../../i18n'
import { removeFile } from './import-actions'
import css from './Trouble.module.css'

export type TroubleCode =
  | RefusalCode
  | 'empty'
  | 'binary'
  | 'unreadable'
  | 'no-name'
  | 'no-ends'
  | 'no-department'
  | 'double'
  | 'plan-failed'

interface Props {
  readonly code: TroubleCode
  readonly fileKey: string
  /** The number that was exceeded, where it is one. */
  readonly limit?: number | undefined
}

/** What is wrong with a file, and what to do about it. */
export function Trouble({ code, fileKey, limit }: Props) {
  const t = useT()
  return (
    <div className={css.trouble} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p className={css.title}>{t(`importScreen:trouble.${code}.title`)}</p>
        <p className={css.todo}>{t(`importScreen:trouble.${code}.todo`, limit === undefined ? {} : { limit })}</p>
      </div>
      <Button variant="default" size="xs" flex="none" onClick={() => removeFile(fileKey)}>
        {t('importScreen:removeFile')}
      </Button>
    </div>
  )
}
