import type { ColumnId } from '../column-ids'
import { ChoiceEditor } from './ChoiceEditor'
import { FunctionsEditor } from './FunctionsEditor'
import { TextEditor } from './TextEditor'
import type { EditorProps } from './use-editing'

/** The right editor for a column. */
export function CellEditor({ column, ...props }: EditorProps & { readonly column: ColumnId }) {
  switch (column) {
    case 'owner':
    case 'status':
      return <ChoiceEditor field={column} {...props} />
    case 'functions':
      return <FunctionsEditor {...props} />
    default:
      return <TextEditor field={column} {...props} />
  }
}
