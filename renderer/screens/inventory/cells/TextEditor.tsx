import { useState } from 'react'
import { CellInput, CellText } from '../../../widgets/CellInput'
import { cellText, columnLabel } from '../cell-values'
import { type ColumnId, kindOf } from '../column-ids'
import { problemWords, readersOf, writeEdit } from '../edits'
import { readCell } from '../read-cell'
import { useCellTools } from './cell-context'
import css from './cells.module.css'
import { type EditorProps, useEditing } from './use-editing'

/** Edits what is typed as one text: names, numbers, money and dates in the language's own writing. */
export function TextEditor({ column, ...props }: EditorProps & { readonly column: ColumnId }) {
  const tools = useCellTools()
  const { row, fresh } = props
  const [before] = useState(() => cellText(row, column, tools))
  const [text, setText] = useState(fresh ? '' : before)
  const editing = useEditing(props, () => {
    if (text === before) return undefined
    const read = readCell(row.tool, column, text, readersOf(tools))
    if ('problem' in read) return problemWords(tools, read.problem, text)
    writeEdit(row, read.edit)
    return undefined
  })
  const isLong = kindOf(column) === 'long'
  const field = {
    ref: focusAll,
    value: text,
    'aria-label': tools.t('inventory:editor.label', { column: columnLabel(tools.t, column), name: row.tool.name }),
    problem: editing.problem,
    onBlur: editing.onBlur,
  }
  const changed = (typed: string) => {
    setText(typed)
    editing.changed()
  }
  return (
    <span className={isLong ? css.long : css.editor}>
      {isLong ? (
        <CellText
          {...field}
          title={tools.t('inventory:editor.longHint')}
          onChange={(event) => changed(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Shift and Enter (Alt and Enter, as in Excel) start a new line.
            if (event.key === 'Enter' && (event.shiftKey || event.altKey)) {
              event.stopPropagation()
              if (!event.altKey) return
              event.preventDefault()
              event.currentTarget.setRangeText(
                '\n',
                event.currentTarget.selectionStart,
                event.currentTarget.selectionEnd,
                'end',
              )
              changed(event.currentTarget.value)
            } else editing.onKey(event)
          }}
        />
      ) : (
        <CellInput {...field} onChange={(event) => changed(event.currentTarget.value)} onKeyDown={editing.onKey} />
      )}
    </span>
  )
}

/** Focuses a field as soon as it is there, with all its text selected. */
export function focusAll(input: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (input === null || document.activeElement === input) return
  input.focus({ preventScroll: true })
  input.select()
}
