import { IconX } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { FunctionName } from '../../../../shared/inventory/edit'
import { normaliseName } from '../../../../shared/inventory/normalise'
import { useWorkspace } from '../../../database/workspace'
import { catalogueIndex } from '../../../river/catalogue'
import { optionId, PickerList, type PickerOption } from '../../../widgets/PickerList'
import { valueKeys } from '../cell-values'
import type { ListField } from '../column-ids'
import { proposedName, setField, typedFunction } from '../edits'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { inOrder, sameName, suggest } from './suggest'
import { focusAll } from './TextEditor'
import { type EditorProps, useEditing } from './use-editing'

type Props = EditorProps & { readonly field: ListField }

/** Edits several names in one cell: what a tool does, its tags; with those proposed, used and known to choose from. */
export function FunctionsEditor(props: Props) {
  const { t } = useCellTools()
  const { row, field } = props
  const list = useId()
  const [names, setNames] = useState<readonly FunctionName[]>(() => valueKeys(row, field).map((name) => ({ name })))
  const [typed, setTyped] = useState('')
  const [moved, setMoved] = useState<number>()
  const { options, meant } = useOptions(props, names, typed)
  const active = Math.min(moved ?? meant, options.length - 1)
  const plus = (name: FunctionName) => [...names.filter((each) => !sameName(each.name, name.name)), name]
  const editing = useEditing(props, () => {
    const chosen = typed.trim() === '' ? undefined : options[active]
    const all = chosen === undefined ? names : plus(chosen.value)
    if (field === 'functions') setField(row, field, all)
    else
      setField(
        row,
        field,
        all.map(({ name }) => name),
      )
    return undefined
  })
  const add = (name: FunctionName) => {
    setNames(plus(name))
    setTyped('')
    setMoved(undefined)
  }
  const column = t(`inventory:column.${field}`)
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
            setMoved(undefined)
          }}
          onKeyDown={(event) => {
            const chosen = options[active]
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            const adds = (event.key === 'Enter' && !event.nativeEvent.isComposing) || event.key === ';'
            if (by !== 0) setMoved(Math.max(-1, Math.min(options.length - 1, active + by)))
            else if (adds && chosen !== undefined) add(chosen.value)
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

/**
 * First what is proposed for this tool, then the functions that others have, then those the catalogue knows, and last
 * the typed one as a new one. `meant`: the one that Enter takes; -1 while nothing is typed.
 */
function useOptions({ row, field }: Props, names: readonly FunctionName[], typed: string) {
  const { t, formats, language } = useCellTools()
  const functions = useWorkspace((state) => state.inventory.functions)
  const tools = useWorkspace((state) => state.inventory.tools)
  const known = useMemo(() => {
    if (field === 'tags') {
      const tags = new Set<string>()
      for (const tool of tools.values()) for (const tag of tool.tags ?? []) tags.add(tag)
      return inOrder(tags, formats.compare)
    }
    const used = inOrder(
      [...functions.values()].map((each) => each.name),
      formats.compare,
    )
    const catalogued = inOrder(
      catalogueIndex().data.functions.map((each) => each.name[language]),
      formats.compare,
    )
    const keys = new Set(used.map(normaliseName))
    return [...used, ...catalogued.filter((name) => !keys.has(normaliseName(name)))]
  }, [field, functions, tools, formats, language])
  const named = field === 'functions' ? typedFunction : plainName
  return useMemo((): { options: readonly Option[]; meant: number } => {
    const proposals = field === 'functions' ? row.proposals : []
    const proposed = new Map(proposals.map((each) => [each.name[language], proposedName(each, language)]))
    const others = known.filter((name) => ![...proposed.keys()].some((each) => sameName(each, name)))
    const free = [...proposed.keys(), ...others].filter((name) => !names.some((each) => sameName(each.name, name)))
    const found = suggest(free, typed)
    const options = found.names.map((name): Option => {
      const proposal = proposed.get(name)
      if (proposal === undefined) return { key: name, label: name, value: named(name) }
      return { key: name, label: name, hint: t('inventory:editor.proposed'), value: proposal }
    })
    const name = typed.trim()
    if (name === '') return { options, meant: -1 }
    if ([...known, ...names.map((each) => each.name)].some((each) => sameName(each, name))) return { options, meant: 0 }
    const create: Option = { key: '+', label: t('inventory:editor.create', { name }), value: named(name) }
    return { options: [...options, create], meant: found.begin > 0 ? 0 : options.length }
  }, [field, named, known, names, typed, row, language, t])
}

function plainName(name: string): FunctionName {
  return { name }
}
