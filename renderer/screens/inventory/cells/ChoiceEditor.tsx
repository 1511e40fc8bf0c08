import { useId, useMemo, useState } from 'react'
import { TOOL_STATUSES } from '../../../../shared/inventory/nouns'
import { useWorkspace } from '../../../database/workspace'
import { CellInput } from '../../../widgets/CellInput'
import { optionId, PickerList, type PickerOption } from '../../../widgets/PickerList'
import { setField } from '../edits'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { inOrder, sameName, suggest } from './suggest'
import { focusAll } from './TextEditor'
import { type EditorProps, useEditing } from './use-editing'

interface Choice extends PickerOption {
  readonly choose: () => void
}

/** Edits a field that takes one of several: a department (or a new one), a status. The first choice is "unknown". */
export function ChoiceEditor({ field, ...props }: EditorProps & { readonly field: 'owner' | 'status' }) {
  const { t } = useCellTools()
  const { row } = props
  const list = useId()
  const [typed, setTyped] = useState(props.fresh ? '' : undefined)
  const [moved, setMoved] = useState<number>()
  const { choices, present } = useChoices(field, props, typed ?? '')
  // Untouched: what it is now. Emptied: unknown. Something typed: what begins so, or else a new one.
  const active = Math.min(moved ?? (typed === '' ? 0 : present), choices.length - 1)
  const editing = useEditing(props, () => {
    if (typed === undefined && moved === undefined) return undefined
    const choice = choices[active]
    if (choice === undefined) return t('inventory:editor.badChoice')
    choice.choose()
    return undefined
  })
  const column = t(`inventory:column.${field}`)
  const before = choicesLabel(choices, present, typed)
  return (
    <span className={css.editor}>
      <PickerList
        id={list}
        label={column}
        options={choices}
        active={active}
        onPick={(index) => {
          choices[index]?.choose()
          setTyped(undefined)
          setMoved(undefined)
          props.onEnd('stay')
        }}
      >
        <span className={css.fill}>
          <CellInput
            ref={focusAll}
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls={list}
            aria-activedescendant={optionId(list, active)}
            aria-label={t('inventory:editor.label', { column, name: row.tool.name })}
            value={typed ?? before}
            problem={editing.problem}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setMoved(undefined)
              editing.changed()
            }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
              if (by === 0) return void editing.onKey(event)
              event.preventDefault()
              event.stopPropagation()
              setMoved(Math.max(0, Math.min(choices.length - 1, active + by)))
            }}
            onBlur={editing.onBlur}
          />
        </span>
      </PickerList>
    </span>
  )
}

function choicesLabel(choices: readonly Choice[], present: number, typed: string | undefined): string {
  return typed === undefined && present > 0 ? (choices[present]?.label ?? '') : ''
}

/** The choices that fit what is typed, and which of them Enter takes: what the tool has now, or what was meant. */
function useChoices(field: 'owner' | 'status', { row }: EditorProps, typed: string) {
  const { t, formats } = useCellTools()
  const departments = useWorkspace((state) => state.inventory.departments)
  return useMemo(() => {
    const labels =
      field === 'status'
        ? TOOL_STATUSES.map((status) => t(`common:status.${status}`))
        : inOrder(
            [...departments.values()].map((each) => each.name),
            formats.compare,
          )
    const write = (label: string) => {
      if (field === 'owner') return setField(row, 'owner', label)
      setField(row, 'status', TOOL_STATUSES[labels.indexOf(label)])
    }
    const unknown: Choice = {
      key: '?',
      label: t('inventory:editor.unknown'),
      choose: () => (field === 'owner' ? setField(row, 'owner', undefined) : setField(row, 'status', undefined)),
    }
    const { names, begin } = suggest(labels, typed)
    const fitting = names.map((label): Choice => ({ key: `=${label}`, label, choose: () => write(label) }))
    const now = field === 'owner' ? row.owner : row.tool.status && t(`common:status.${row.tool.status}`)
    if (typed.trim() === '') {
      const choices = [unknown, ...fitting]
      const present = choices.findIndex(({ key }) => key === `=${now}`)
      return { choices, present: Math.max(0, present) }
    }
    const creates = field === 'owner' && !labels.some((label) => sameName(label, typed))
    const name = typed.trim()
    const create: Choice = {
      key: '+',
      label: t('inventory:editor.create', { name }),
      choose: () => setField(row, 'owner', name),
    }
    return { choices: creates ? [...fitting, create] : fitting, present: creates && begin === 0 ? fitting.length : 0 }
  }, [field, row, typed, departments, formats, t])
}
