import { ActionIcon, Popover } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import css from './ColumnMenu.module.css'
import { useCellTools } from './cells/cell-context'

/** The table's keys, for those who look for them. */
export function KeysHelp() {
  const { t } = useCellTools()
  const ctrl = t('inventory:keys.ctrl')
  const rows: readonly (readonly [keys: readonly string[], words: string])[] = [
    [['↑ ↓ ← →'], t('inventory:keys.move')],
    [['Enter', 'F2'], t('inventory:keys.edit')],
    [[t('inventory:keys.typeKey')], t('inventory:keys.type')],
    [[t('inventory:keys.esc')], t('inventory:keys.leave')],
    [[t('inventory:keys.space')], t('inventory:keys.select')],
    [[`${ctrl}+A`], t('inventory:keys.all')],
    [[`${ctrl}+C`], t('inventory:keys.copy')],
    [[`${ctrl}+V`], t('inventory:keys.paste')],
    [[`${ctrl}+D`], t('inventory:keys.duplicate')],
    [[t('inventory:keys.del')], t('inventory:keys.remove')],
    [['Alt+↓'], t('inventory:keys.filter')],
    [['←', '→', 'Enter'], t('inventory:keys.group')],
    [[`${ctrl}+Z`, `${ctrl}+${t('inventory:keys.shift')}+Z`], t('inventory:keys.undo')],
    [[`${ctrl}+F`], t('inventory:keys.find')],
  ]
  return (
    <Popover position="top-end" offset={4} trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('inventory:keys.button')}
          title={t('inventory:keys.button')}
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <h3 className={css.title}>{t('inventory:keys.title')}</h3>
        <dl className={css.keys}>
          {rows.map(([keys, words]) => [
            <dt key={`${words}-keys`}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>,
            <dd key={words}>{words}</dd>,
          ])}
        </dl>
      </Popover.Dropdown>
    </Popover>
  )
}
