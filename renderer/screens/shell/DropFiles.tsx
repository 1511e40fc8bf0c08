import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge'
import { canWrite } from '../../database/commit'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { notifyProblem } from '../../notify'
import { takeFiles } from '../../take-files'
import css from './Shell.module.css'

const LIMIT_MEGABYTES = 200

/** The whole window takes files that are dropped on it, whatever screen shows. */
export function DropFiles({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const [over, setOver] = useState(false)
  /** Entering a child comes before leaving its parent: only the count of both tells whether the pointer is outside. */
  const depth = useRef(0)

  const move = (by: number) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current += by
    setOver(depth.current > 0)
  }
  const drop = async (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const { visit } = useWorkspace.getState()
    const read = await readAll([...event.dataTransfer.files])
    // Reading takes time: by then other files may wait, and another workspace may be open.
    if (canWrite() && useWorkspace.getState().visit === visit) await takeFiles(read)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard twin in the Import command
    <div
      className={css.drop}
      onDragEnter={move(1)}
      onDragLeave={move(-1)}
      onDragOver={move(0)}
      onDrop={(event) => void drop(event)}
    >
      {children}
      {over && <div className={css.dropHint}>{t('shell:dropHere')}</div>}
    </div>
  )
}

async function readAll(files: readonly File[]): Promise<readonly OpenedFile[]> {
  const read: OpenedFile[] = []
  for (const file of files) {
    if (file.size > LIMIT_MEGABYTES * 1024 * 1024) {
      notifyProblem({ code: 'too-large', name: file.name, limitMegabytes: LIMIT_MEGABYTES })
      continue
    }
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      // A folder, or a file that went away while it was dragged.
      notifyProblem({ code: 'unreadable', name: file.name })
    }
  }
  return read
}
