import { Popover } from '@mantine/core'
import { type ReactElement, useEffect, useRef } from 'react'
import css from './PickerList.module.css'

export interface PickerOption {
  readonly key: string
  readonly label: string
  /** A faint word behind the label. */
  readonly hint?: string | undefined
}

interface Props {
  readonly id: string
  readonly label: string
  readonly options: readonly PickerOption[]
  /** Index of the option that Enter would take; -1 for none. */
  readonly active: number
  readonly onPick: (index: number) => void
  /** The field the list belongs to; it keeps the focus. */
  readonly children: ReactElement
}

/** The id of an option's element, for the field's `aria-activedescendant`. */
export function optionId(list: string, index: number): string | undefined {
  return index < 0 ? undefined : `${list}-${index}`
}

/** A list of suggestions beneath a field. It only shows and reports; what is typed and chosen is the field's matter. */
export function PickerList({ id, label, options, active, onPick, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <Popover
      opened={options.length > 0}
      position="bottom-start"
      offset={4}
      withRoles={false}
      trapFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={css.dropdown} onMouseDown={(event) => event.preventDefault()}>
        <div ref={list} id={id} role="listbox" aria-label={label} className={css.list}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, aria-activedescendant points here
            <div
              key={option.key}
              id={optionId(id, index)}
              role="option"
              aria-selected={index === active}
              className={css.option}
              onClick={() => onPick(index)}
            >
              <span className={css.label}>{option.label}</span>
              {option.hint === undefined ? null : <span className={css.hint}>{option.hint}</span>}
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
