import { Popover } from '@mantine/core'
import { type ComponentPropsWithRef, useId } from 'react'
import css from './CellInput.module.css'

interface Props extends ComponentPropsWithRef<'input'> {
  /** What is wrong with the text; shown beneath until the text changes. */
  readonly problem?: string | undefined
}

/** A text field that fills its table cell. */
export function CellInput({ problem, className, ...input }: Props) {
  const messageId = useId()
  return (
    <Popover
      opened={problem !== undefined}
      position="bottom-start"
      offset={6}
      withRoles={false}
      trapFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={`${css.input} ${className ?? ''}`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : messageId}
          {...input}
        />
      </Popover.Target>
      <Popover.Dropdown className={css.problem} id={messageId} role="alert">
        {problem}
      </Popover.Dropdown>
    </Popover>
  )
}
