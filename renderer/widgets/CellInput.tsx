import { Popover } from '@mantine/core'
import { type ComponentPropsWithRef, type ReactElement, useId } from 'react'
import css from './CellInput.module.css'

interface Problem {
  /** What is wrong with the text; shown beneath until the text changes. */
  readonly problem?: string | undefined
}

/** A text field that fills its table cell. */
export function CellInput({ problem, className, ...input }: ComponentPropsWithRef<'input'> & Problem) {
  const messageId = useId()
  return (
    <WithProblem id={messageId} problem={problem}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        className={`${css.input} ${className ?? ''}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : messageId}
        {...input}
      />
    </WithProblem>
  )
}

/** A field for texts of several lines, in the manner of `CellInput`. */
export function CellText({ problem, className, ...input }: ComponentPropsWithRef<'textarea'> & Problem) {
  const messageId = useId()
  return (
    <WithProblem id={messageId} problem={problem}>
      <textarea
        autoComplete="off"
        spellCheck={false}
        className={`${css.input} ${css.text} ${className ?? ''}`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : messageId}
        {...input}
      />
    </WithProblem>
  )
}

function WithProblem({ id, problem, children }: Problem & { readonly id: string; readonly children: ReactElement }) {
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
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={css.problem} id={id} role="alert">
        {problem}
      </Popover.Dropdown>
    </Popover>
  )
}
