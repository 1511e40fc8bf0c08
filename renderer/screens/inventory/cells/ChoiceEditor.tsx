import { useId, useMemo, useState } from 'react'
import type { CellEdit } from '../../../../shared/inventory/edit-fields'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { useWorkspace } from '../../../database/workspace'
import { CellInput } from '../../../widgets/CellInput'
import { optionId, PickerList, type PickerOption } from '../../../widgets/PickerList'
import { valueKeys, valueLabel } from '../cell-values'
import { CHOICES, type ChoiceField, isClosed, kindOf, type LevelField, type PersonField } from '../column-ids'
import { writeEdit } from '../edits'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { inOrder, sameName, suggest } from './suggest'
import { focusAll } from './TextEditor'
import { type EditorProps, useEditing } from './use-editing'

type Field = ChoiceField | LevelField | PersonField | 'owner'

interface Choice extends PickerOption {
  readonly choose: () => void
}

/** Edits a field that takes one of several: a closed field, a department or a person (or a new one). The first choice is "unknown". */
export function ChoiceEditor({ field, ...props }: EditorProps & { readonly field: Field }) {
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
function useChoices(field: Field, { row }: EditorProps, typed: string) {
  const { t, formats } = useCellTools()
  const names = useNames(field)
  return useMemo(() => {
    const options: readonly (readonly [label: string, value: unknown])[] = isClosed(field)
      ? CHOICES[field]
          .filter((key) => key !== 'unknown')
          .map((key) => [valueLabel(t, field, key), kindOf(field) === 'level' ? Number(key) : key])
      : inOrder(names, formats.compare).map((name) => [name, name])
    const values = new Map(options)
    const write = (value: unknown) => writeEdit(row, { tool: row.tool.id, field, value } as CellEdit)
    const unknown: Choice = { key: '?', label: t('inventory:editor.unknown'), choose: () => write(undefined) }
    const { names: found, begin } = suggest([...values.keys()], typed)
    const fitting = found.map((label): Choice => ({ key: `=${label}`, label, choose: () => write(values.get(label)) }))
    if (typed.trim() === '') {
      const key = valueKeys(row, field)[0]
      const now = key === undefined ? undefined : valueLabel(t, field, key)
      const choices = [unknown, ...fitting]
      return {
        choices,
        present: Math.max(
          0,
          choices.findIndex((choice) => choice.key === `=${now}`),
        ),
      }
    }
    const exact = fitting.findIndex(({ label }) => sameName(label, typed))
    if (isClosed(field) || exact >= 0) return { choices: fitting, present: Math.max(0, exact) }
    const name = typed.trim()
    const create: Choice = { key: '+', label: t('inventory:editor.create', { name }), choose: () => write(name) }
    // A person is called what is typed; a department is most likely one of those that exist.
    const meant = begin > 0 && field === 'owner' ? 0 : fitting.length
    return { choices: [...fitting, create], present: meant }
  }, [field, row, typed, names, formats, t])
}

/** The names that an open field has so far: all departments, all people. */
function useNames(field: Field): readonly string[] {
  const departments = useWorkspace((state) => state.inventory.departments)
  const tools = useWorkspace((state) => state.inventory.tools)
  return useMemo(() => {
    if (isClosed(field)) return []
    return field === 'owner' ? [...departments.values()].map(({ name }) => name) : peopleOf(tools)
  }, [field, departments, tools])
}

function peopleOf(tools: Inventory['tools']): readonly string[] {
  const people = new Set<string>()
  for (const { businessOwner, technicalOwner } of tools.values()) {
    if (businessOwner !== undefined) people.add(businessOwner)
    if (technicalOwner !== undefined) people.add(technicalOwner)
  }
  return [...people]
}
