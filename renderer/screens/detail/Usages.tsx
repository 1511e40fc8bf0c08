import { useMemo } from 'react'
import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { PickInput } from '../../widgets/PickInput'
import css from './Detail.module.css'
import { useDepartmentOptions } from './OwnerInput'
import { UsageItem } from './UsageItem'
import { writeUsage } from './writes'

/** Which departments use the tool, and what is known of each. */
export function Usages({ tool }: { readonly tool: Tool }) {
  const t = useT()
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
        {owner === undefined || own.some(({ department }) => department === owner.id) ? null : (
          <li className={css.usage}>
            <span>{owner.name}</span>
            <small>{t('detail:usage.owner')}</small>
          </li>
        )}
        {own.map((usage) => (
          <UsageItem key={usage.id} usage={usage} isOwner={usage.department === tool.owner} disabled={disabled} />
        ))}
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
