import { IconX } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { FunctionName } from '../../../../shared/inventory/edit'
import { useWorkspace } from '../../../database/workspace'
import { catalogueIndex } from '../../../river/catalogue'
import { optionId, PickerList, type PickerOption } from '../../../widgets/PickerList'
import { proposedName, setField, typedFunction } from '../edits'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { inOrder, sameName, suggest } from './suggest'
import { focusAll } from './TextEditor'
import { type EditorProps, useEditing } from './use-editing'

/** Edits what a tool does: a tag for each function, with those proposed, used and known to the catalogue to choose from. */
export function FunctionsEditor(props: EditorProps) {
  const { t } = useCellTools()
  const { row } = props
  const list = useId()
  const [names, setNames] = useState<readonly FunctionName[]>(() => row.functions.map((name) => ({ name })))
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const options = useOptions(props, names, typed)
  const plus = (name: FunctionName) => [...names.filter((each) => !sameName(each.name, name.name)), name]
  const editing = useEditing(props, () => {
    setField(row, 'functions', typed.trim() === '' ? names : plus(typedFunction(typed.trim())))
    return undefined
  })
  const add = (name: FunctionName) => {
    setNames(plus(name))
    setTyped('')
    setActive(-1)
  }
  const column = t('inventory:column.functions')
  return (
    <PickerList
      id={list}
      label={column}
      options={options}
      active={active}
      onPick={(index) => options[index] && add(options[index].value)}
    >
      <span className={css.tags}>
        {names.map(({ name }) => (
          <span key={name} className={css.tag}>
            <span className={css.text}>{name}</span>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('inventory:editor.removeFunction', { name })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setNames(names.filter((each) => each.name !== name))}
            >
              <IconX size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          ref={focusAll}
          className={css.tagInput}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-activedescendant={optionId(list, active)}
          aria-label={t('inventory:editor.label', { column, name: row.tool.name })}
          title={t('inventory:editor.functionsHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(-1)
          }}
          onKeyDown={(event) => {
            const chosen = options[active]
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            const adds = (event.key === 'Enter' && !event.nativeEvent.isComposing) || event.key === ';'
            if (by !== 0) setActive(Math.max(-1, Math.min(options.length - 1, active + by)))
            else if (adds && chosen !== undefined) add(chosen.value)
            else if (adds && typed.trim() !== '') add(typedFunction(typed.trim()))
            else if (event.key === 'Backspace' && typed === '') setNames(names.slice(0, -1))
            else return void editing.onKey(event)
            event.stopPropagation()
            if (event.key !== 'Backspace') event.preventDefault()
          }}
          onBlur={editing.onBlur}
        />
      </span>
    </PickerList>
  )
}

interface Option extends PickerOption {
  readonly value: FunctionName
}

/** First what is proposed for this tool, then the functions that others have, then those the catalogue knows. */
function useOptions({ row }: EditorProps, names: readonly FunctionName[], typed: string): readonly Option[] {
  const { t, formats, language } = useCellTools()
  const functions = useWorkspace((state) => state.inventory.functions)
  const known = useMemo(() => {
    const used = inOrder(
      [...functions.values()].map((each) => each.name),
      formats.compare,
    )
    const catalogued = inOrder(
      catalogueIndex().data.functions.map((each) => each.name[language]),
      formats.compare,
    )
    return [...used, ...catalogued.filter((name) => !used.some((each) => sameName(each, name)))]
  }, [functions, formats, language])
  return useMemo(() => {
    const taken = (name: string) => names.some((each) => sameName(each.name, name))
    const proposed = row.proposals.map((each) => proposedName(each, language)).filter(({ name }) => !taken(name))
    const first = proposed
      .filter(({ name }) => suggest([name], typed).length > 0)
      .map((value) => ({ key: `?${value.name}`, label: value.name, hint: t('inventory:editor.proposed'), value }))
    const rest = suggest(known, typed)
      .filter((name) => !taken(name) && !proposed.some((each) => sameName(each.name, name)))
      .map((name) => ({ key: name, label: name, value: typedFunction(name) }))
    return [...first, ...rest]
  }, [known, names, typed, row, language, t])
}
