import { useId, useMemo, useState } from 'react'
import { normaliseName } from '../../shared/inventory/normalise'
import css from './CommitInput.module.css'
import { optionId, PickerList, type PickerOption } from './PickerList'

const LIMIT = 60

interface Props {
  readonly label: string
  /** What is chosen now, in words. */
  readonly value: string
  readonly options: readonly PickerOption[]
  readonly onPick: (key: string) => void
  /** The words for making what is typed, where that can be; picked as `onCreate`. */
  readonly createWords?: ((name: string) => string) | undefined
  readonly onCreate?: ((name: string) => void) | undefined
  /** Words of the first option, which chooses nothing. */
  readonly noneWords?: string | undefined
  readonly onNone?: (() => void) | undefined
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly id?: string
  /** Escape was pressed, or the focus has gone. */
  readonly onLeave?: (() => void) | undefined
  /** Enter with nothing typed: go on. */
  readonly onEnter?: (() => void) | undefined
}

const NONE = '\u0000none'
const CREATE = '\u0000create'

/** A field that takes one of many: type a part of its name, choose with the arrows, Enter takes it. */
export function PickInput(props: Props) {
  const { label, value, options, onPick, createWords, onCreate, noneWords, onNone, autoFocus, onLeave, onEnter } = props
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const [moved, setMoved] = useState<number>()
  const shown = useMemo(
    () => (open ? fitting(options, typed ?? '', noneWords, createWords) : []),
    [open, options, typed, noneWords, createWords],
  )
  const active = Math.min(moved ?? ((typed ?? '').trim() === '' ? -1 : 0), shown.length - 1)
  const close = () => {
    setTyped(undefined)
    setMoved(undefined)
    setOpen(false)
  }
  const take = (option: PickerOption | undefined) => {
    if (option === undefined) return
    const name = (typed ?? '').trim()
    close()
    if (option.key === NONE) onNone?.()
    else if (option.key === CREATE) onCreate?.(name)
    else onPick(option.key)
  }
  return (
    <PickerList id={list} label={label} options={shown} active={active} onPick={(index) => take(shown[index])}>
      <input
        type="text"
        role="combobox"
        className={css.input}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-activedescendant={optionId(list, active)}
        value={typed ?? value}
        placeholder={props.placeholder}
        disabled={props.disabled}
        id={props.id}
        ref={(field) => {
          if (!autoFocus || field === null || field.dataset.focused) return
          field.dataset.focused = 'true'
          field.focus({ preventScroll: true })
          field.select()
        }}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMoved(undefined)
          setOpen(true)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (by !== 0 && !event.altKey) {
            setOpen(true)
            setMoved(Math.max(0, Math.min(Math.max(shown.length - 1, 0), active + by)))
          } else if (event.key === 'Enter') {
            const untouched = moved === undefined && (typed === undefined || typed === value)
            const emptied = typed !== undefined && typed.trim() === '' && moved === undefined
            if (untouched || emptied) close()
            if (untouched) onEnter?.()
            else if (emptied) onNone?.()
            else take(shown[active])
          } else if (event.key === 'Escape' && (open || typed !== undefined || onLeave !== undefined)) {
            const wasOpen = open || typed !== undefined
            close()
            if (!wasOpen || onLeave !== undefined) onLeave?.()
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onBlur={() => {
          close()
          onLeave?.()
        }}
      />
    </PickerList>
  )
}

/** Those that begin with what is typed, then those that contain it; first of all none, last a new one. */
function fitting(
  options: readonly PickerOption[],
  typed: string,
  noneWords: string | undefined,
  createWords: ((name: string) => string) | undefined,
): readonly PickerOption[] {
  const key = normaliseName(typed.trim())
  const none = noneWords === undefined ? [] : [{ key: NONE, label: noneWords }]
  if (typed.trim() === '') return [...none, ...options.slice(0, LIMIT)]
  const names = options.map((option) => ({ option, name: normaliseName(option.label) }))
  const begin = names.filter(({ name }) => name.startsWith(key))
  const contain = names.filter(({ name }) => !name.startsWith(key) && name.includes(key))
  const found = [...begin, ...contain].slice(0, LIMIT).map(({ option }) => option)
  const exists = names.some(({ name }) => name === key)
  if (createWords === undefined || exists) return found
  const create = { key: CREATE, label: createWords(typed.trim()) }
  return begin.length > 0 ? [...found, create] : [create, ...found]
}
