import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import css from './CommitInput.module.css'

interface Props {
  readonly label: string
  /** What it says now. */
  readonly value: string
  /** Writes what was typed; gives back what is wrong with it, or nothing when it is done. */
  readonly save: (text: string) => string | undefined
  readonly multiline?: boolean
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly id?: string
  /** Enter was pressed and what was typed is saved. */
  readonly onEnter?: (() => void) | undefined
  /** Escape was pressed, or the focus has gone and what was typed is saved. */
  readonly onLeave?: (() => void) | undefined
}

/** A text field that writes once, when it is left or by Enter; Escape restores what it said. */
export function CommitInput({ label, value, save, multiline, autoFocus, id, onEnter, onLeave, ...rest }: Props) {
  const [draft, setDraft] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const messageId = useId()
  const latest = useRef({ draft, value, save })
  latest.current = { draft, value, save }

  // The page goes away under the field: what was typed is kept if it makes sense.
  useEffect(
    () => () => {
      const { draft, value, save } = latest.current
      if (draft !== undefined && draft !== value) save(draft)
    },
    [],
  )

  const forget = () => {
    setDraft(undefined)
    latest.current = { ...latest.current, draft: undefined }
    setProblem(undefined)
  }
  const commit = (): boolean => {
    const { draft, value } = latest.current
    // Saving may move the focus, and leaving the field saves: not the same text twice.
    latest.current = { ...latest.current, draft: undefined }
    const found = draft === undefined || draft === value ? undefined : save(draft)
    if (found === undefined) forget()
    else {
      latest.current = { ...latest.current, draft }
      setProblem(found)
    }
    return found === undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && (latest.current.draft !== undefined || onLeave !== undefined)) {
      event.preventDefault()
      event.stopPropagation()
      forget()
      onLeave?.()
    } else if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault()
      if (commit()) onEnter?.()
    }
  }
  const shared = {
    className: css.input,
    'aria-label': label,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : messageId,
    value: draft ?? value,
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown,
    onBlur: () => {
      if (commit()) onLeave?.()
    },
    ...(id === undefined ? {} : { id }),
    ...rest,
  }
  const focus = (field: HTMLInputElement | HTMLTextAreaElement | null) => {
    if (!autoFocus || field === null || field.dataset.focused) return
    field.dataset.focused = 'true'
    field.focus({ preventScroll: true })
    field.select()
  }
  const change = (text: string) => {
    setDraft(text)
    setProblem(undefined)
  }
  return (
    <span className={css.field}>
      {multiline ? (
        <textarea {...shared} rows={2} ref={focus} onChange={(event) => change(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" ref={focus} onChange={(event) => change(event.currentTarget.value)} />
      )}
      {problem === undefined ? null : (
        <span className={css.problem} id={messageId} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
