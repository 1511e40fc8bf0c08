import { type ColumnId, isClosed } from '../column-ids'
import { ChoiceEditor } from './ChoiceEditor'
import { FunctionsEditor } from './FunctionsEditor'
import { TextEditor } from './TextEditor'
import type { EditorProps } from './use-editing'

/** The right editor for a column. */
export function CellEditor({ column, ...props }: EditorProps & { readonly column: ColumnId }) {
  if (isClosed(column) || column === 'owner' || column === 'businessOwner' || column === 'technicalOwner') {
    return <ChoiceEditor field={column} {...props} />
  }
  if (column === 'functions' || column === 'tags') return <FunctionsEditor field={column} {...props} />
  return <TextEditor column={column} {...props} />
}
