import { ActionIcon } from '@mantine/core'
import { IconMessage, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Level, Usage } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { readUsers, usersText } from '../inventory/read-typed'
import css from './Detail.module.css'
import { deleteUsage, writeUsageOf } from './writes'

interface Props {
  readonly usage: Usage
  readonly isOwner: boolean
  readonly disabled: boolean
}

const LEVELS: readonly Level[] = [1, 2, 3, 4]

/** One department that uses the tool: how many people, and on demand how attached they are and what they fear to lose. */
export function UsageItem({ usage, isOwner, disabled }: Props) {
  const t = useT()
  const language = useLanguage()
  const { departments } = useInventory()
  const { attachment, concern } = usage
  const [asked, setAsked] = useState(false)
  const open = asked || attachment !== undefined || concern !== undefined
  const name = departments.get(usage.department)?.name ?? ''
  const levels = LEVELS.map((level) => ({ value: String(level), label: t(`detail:level.${level}`) }))
  return (
    <li className={css.usage}>
      <span>
        {name}
        {isOwner && <i className={css.owns}>{t('detail:usage.owner')}</i>}
      </span>
      <CommitInput
        label={t('detail:usage.users', { name })}
        placeholder={t('detail:field.users')}
        value={usersText(usage.users, language)}
        disabled={disabled}
        save={(text) => {
          const read = readUsers(text, language)
          if (text.trim() !== '' && read.is !== 'value' && read.is !== 'unknown')
            return t('detail:bad.number', { text })
          writeUsageOf(usage, { users: text.trim() !== '' && read.is === 'value' ? read.value : undefined })
          return undefined
        }}
      />
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color="gray"
        aria-label={t('detail:usage.more', { name })}
        title={t('detail:usage.more', { name })}
        aria-expanded={open}
        disabled={disabled || (open && !asked)}
        onClick={() => setAsked(!asked)}
      >
        <IconMessage size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('detail:remove', { name })}
        title={t('detail:remove', { name })}
        disabled={disabled}
        onClick={() => deleteUsage(usage.id)}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
      {open && (
        <div className={css.told}>
          <ChoiceInput
            label={t('detail:usage.attachment', { name })}
            value={attachment === undefined ? '' : String(attachment)}
            options={levels}
            emptyWords={t('detail:field.attachment')}
            disabled={disabled}
            onChoose={(value) => writeUsageOf(usage, { attachment: LEVELS.find((level) => String(level) === value) })}
          />
          <CommitInput
            label={t('detail:usage.concern', { name })}
            placeholder={t('detail:field.concern')}
            value={concern ?? ''}
            multiline
            disabled={disabled}
            save={(text) => {
              writeUsageOf(usage, { concern: text })
              return undefined
            }}
          />
        </div>
      )}
    </li>
  )
}
