import { useRef, useState } from 'react'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useWorkspace } from '../../database/workspace'
import { CellInput } from '../../widgets/CellInput'
import { useCellTools } from './cells/cell-context'
import { focusAll } from './cells/TextEditor'
import { addByName } from './edits'
import css from './Grid.module.css'
import { isToolName } from './known-names'

interface Props {
  /** The tool that was added, or nothing when it was given up. */
  readonly onDone: (added: ToolId | undefined) => void
}

/** The row in which a new tool is named. Nothing is written before it has a name. */
export function DraftRow({ onDone }: Props) {
  const { t } = useCellTools()
  const [name, setName] = useState('')
  const done = useRef(false)
  const end = (typed: string) => {
    // Whoever takes the focus away at the end makes the field lose it, too.
    if (done.current) return
    done.current = true
    onDone(addByName(typed))
  }
  const exists = useWorkspace(({ inventory }) => isToolName(inventory.tools, name))
  return (
    <tr className={css.draft}>
      <td className={css.draftName}>
        <CellInput
          ref={focusAll}
          value={name}
          aria-label={t('inventory:adding.label')}
          placeholder={t('inventory:adding.placeholder')}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') end('')
            else if (event.key === 'Enter' || (event.key === 'Tab' && name.trim() !== '')) {
              event.preventDefault()
              if (name.trim() !== '') end(name)
            }
          }}
          onBlur={(event) => {
            if (document.activeElement !== event.currentTarget) end(name)
          }}
        />
      </td>
      <td className={exists ? css.draftWarning : css.draftHint} aria-live="polite">
        {exists ? t('inventory:adding.exists') : t('inventory:adding.hint')}
      </td>
    </tr>
  )
}
