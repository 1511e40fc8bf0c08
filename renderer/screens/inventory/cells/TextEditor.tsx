import { useState } from 'react'
import { CellInput } from '../../../widgets/CellInput'
import { setField } from '../edits'
import { costText, readCost, readUsers, usersText } from '../read-typed'
import type { ToolRow } from '../tool-row'
import { type CellTools, useCellTools } from './cell-context'
import css from './cells.module.css'
import { type EditorProps, useEditing } from './use-editing'

export type TextField = 'name' | 'vendor' | 'businessOwner' | 'users' | 'annualCost'

/** Edits what is typed as one text: names, numbers and money in the language's own writing. */
export function TextEditor({ field, ...props }: EditorProps & { readonly field: TextField }) {
  const tools = useCellTools()
  const { row, fresh } = props
  const [before] = useState(() => shownText(row, field, tools))
  const [text, setText] = useState(fresh ? '' : before)
  const editing = useEditing(props, () => (text === before ? undefined : save(row, field, text, tools)))
  const column = tools.t(`inventory:column.${field}`)
  return (
    <span className={css.editor}>
      <CellInput
        ref={focusAll}
        value={text}
        aria-label={tools.t('inventory:editor.label', { column, name: row.tool.name })}
        problem={editing.problem}
        onChange={(event) => {
          setText(event.currentTarget.value)
          editing.changed()
        }}
        onKeyDown={editing.onKey}
        onBlur={editing.onBlur}
      />
    </span>
  )
}

/** Focuses a field as soon as it is there, with all its text selected. */
export function focusAll(input: HTMLInputElement | null): void {
  if (input === null || document.activeElement === input) return
  input.focus({ preventScroll: true })
  input.select()
}

function shownText({ tool }: ToolRow, field: TextField, { language }: CellTools): string {
  if (field === 'users') return usersText(tool.users, language)
  if (field === 'annualCost') return costText(tool.annualCost, language)
  return tool[field] ?? ''
}

/** Writes the text to its field, or says what is wrong with it. */
function save(row: ToolRow, field: TextField, text: string, { t, language }: CellTools): string | undefined {
  if (field === 'users') {
    const read = readUsers(text, language)
    if (read.is === 'bad') return t('inventory:editor.badUsers', { text })
    setField(row, field, read.is === 'value' ? read.value : undefined)
  } else if (field === 'annualCost') {
    const read = readCost(text, language, row.tool.annualCost)
    if (read.is === 'bad') return t('inventory:editor.badCost', { text })
    setField(row, field, read.is === 'value' ? read.value : undefined)
  } else if (field === 'name') {
    if (text.trim() === '') return t('inventory:editor.nameMissing')
    setField(row, field, text)
  } else setField(row, field, text)
  return undefined
}
