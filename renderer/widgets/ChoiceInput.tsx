import css from './CommitInput.module.css'

interface Props {
  readonly label: string
  /** '' is the empty one. */
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Words of the empty option; absent where one must be chosen. */
  readonly emptyWords?: string | undefined
  readonly onChoose: (value: string) => void
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly id?: string
  readonly onLeave?: (() => void) | undefined
  readonly onEnter?: (() => void) | undefined
}

/** One of a few, by the system's own list. */
export function ChoiceInput({
  label,
  value,
  options,
  emptyWords,
  onChoose,
  autoFocus,
  onLeave,
  onEnter,
  ...rest
}: Props) {
  return (
    <select
      className={css.input}
      aria-label={label}
      value={value}
      ref={(field) => {
        if (!autoFocus || field === null || field.dataset.focused) return
        field.dataset.focused = 'true'
        field.focus({ preventScroll: true })
      }}
      onChange={(event) => onChoose(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        const handler = event.key === 'Enter' ? onEnter : event.key === 'Escape' ? onLeave : undefined
        if (handler === undefined) return
        event.preventDefault()
        event.stopPropagation()
        handler()
      }}
      {...rest}
    >
      {emptyWords === undefined ? null : <option value="">{emptyWords}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
