import { dialog } from 'electron'
import { z } from 'zod'
import type { OpenedFile } from '../shared/bridge'
import type { Translate } from '../shared/strings/words'
import { readFiles } from './files'

/** Files that the system or a second start hands over; kept until the page is there to take them. */
export interface Inbox {
  add(paths: readonly string[]): void
  /** The page listens: what has come so far is delivered, and what comes from now on at once. */
  open(): void
}

export function makeInbox(deliver: (files: readonly OpenedFile[]) => void, words: () => Translate): Inbox {
  let waiting: string[] = []
  let isOpen = false

  async function empty(): Promise<void> {
    const paths = waiting
    waiting = []
    if (paths.length === 0) return
    const read = await readFiles(paths)
    if (read.ok) return deliver(read.value)
    if (read.error.code === 'too-large') {
      const { name, limitMegabytes } = read.error
      dialog.showErrorBox('Toolscape', words()('native:headless.tooLarge', { file: name, limit: limitMegabytes }))
    } else if (read.error.code === 'unreadable') {
      dialog.showErrorBox('Toolscape', words()('native:headless.unreadable', { file: read.error.name }))
    }
  }

  return {
    add: (paths) => {
      waiting.push(...paths)
      if (isOpen) void empty()
    },
    open: () => {
      isOpen = true
      void empty()
    },
  }
}

const handedOver = z.object({ files: z.array(z.string().max(32_768)).max(1_000) })

/** The paths a second start has sent. It is another process: what it says is checked like anybody else's word. */
export function pathsFrom(data: unknown): readonly string[] {
  return handedOver.safeParse(data).data?.files ?? []
}
