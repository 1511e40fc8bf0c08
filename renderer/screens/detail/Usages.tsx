import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { CommitInput } from '../../widgets/CommitInput'
import { PickInput } from '../../widgets/PickInput'
import { readUsers, usersText } from '../inventory/read-typed'
import css from './Detail.module.css'
import { useDepartmentOptions } from './OwnerInput'
import { deleteUsage, writeUsage, writeUsageUsers } from './writes'

/** Which departments use the tool, and how many people in each. */
export function Usages({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const language = useLanguage()
  const { usages, departments } = useInventory()
  const disabled = useWorkspace((state) => state.phase !== 'ready')
  const own = useMemo(() => [...usages.values()].filter((usage) => usage.tool === tool.id), [usages, tool.id])
  const options = useDepartmentOptions()
  const free = useMemo(() => {
    const taken = new Set<string | undefined>([tool.owner, ...own.map(({ department }) => department)])
    return options.filter(({ key }) => !taken.has(key))
  }, [options, own, tool.owner])
  const owner = tool.owner === undefined ? undefined : departments.get(tool.owner)
  return (
    <section className={css.section} data-testid="usages">
      <h2>{t('detail:section.usages')}</h2>
      <ul className={css.rows}>
        {owner === undefined ? null : (
          <li className={css.usage}>
            <span>{owner.name}</span>
            <small>{t('detail:usage.owner')}</small>
          </li>
        )}
        {own.map((usage) => {
          const name = departments.get(usage.department)?.name ?? ''
          return (
            <li key={usage.id} className={css.usage}>
              <span>{name}</span>
              <CommitInput
                label={t('detail:usage.users', { name })}
                placeholder={t('detail:field.users')}
                value={usersText(usage.users, language)}
                disabled={disabled}
                save={(text) => {
                  const read = readUsers(text, language)
                  if (text.trim() !== '' && read.is !== 'value' && read.is !== 'unknown')
                    return t('detail:bad.number', { text })
                  writeUsageUsers(usage, text.trim() !== '' && read.is === 'value' ? read.value : undefined)
                  return undefined
                }}
              />
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
            </li>
          )
        })}
      </ul>
      {own.length === 0 ? <p className={css.quiet}>{t('detail:usage.none')}</p> : null}
      <PickInput
        label={t('detail:usage.add')}
        placeholder={t('detail:usage.add')}
        value=""
        options={free}
        disabled={disabled}
        onPick={(key) => writeUsage(tool, free.find((option) => option.key === key)?.label ?? '')}
        createWords={(name) => t('detail:create', { name })}
        onCreate={(name) => writeUsage(tool, name)}
      />
    </section>
  )
}
