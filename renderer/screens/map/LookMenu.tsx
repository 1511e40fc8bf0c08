import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'

interface Props<T extends string | undefined> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A button that says what is chosen, and beneath it everything there is to choose. */
export function LookMenu<T extends string | undefined>({ label, options, value: shown, onChange }: Props<T>) {
  return (
    <Menu position="bottom-start" withinPortal returnFocus transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ value, label: words }) => (
          <Menu.Item
            key={value ?? ''}
            aria-current={value === shown ? 'true' : undefined}
            leftSection={<IconCheck size={14} aria-hidden visibility={value === shown ? 'visible' : 'hidden'} />}
            onClick={() => onChange(value)}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
