import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ToolRow } from '../tool-row'

/** Where the cursor goes after an edit; `leave`: the focus is elsewhere already and stays there. */
export type After = 'stay' | 'leave' | 'down' | 'up' | 'right' | 'left'

/** Ends the edit that is going on, if what was typed makes sense; otherwise false, and the editor says why. */
export type Finish = () => boolean

export interface EditorProps {
  readonly row: ToolRow
  /** Typing began the edit: the old text gives way to what is typed. */
  readonly fresh: boolean
  readonly onEnd: (after: After) => void
  /** The editor leaves its `finish` here, for whoever wants to go on elsewhere. */
  readonly finisher: RefObject<Finish | undefined>
}

interface KeyLike {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly nativeEvent: { readonly isComposing: boolean }
  preventDefault(): void
  stopPropagation(): void
}

/**
 * The manners that all editors share: Enter saves and goes down, Tab to the right, with Shift the other way; Escape
 * gives up; leaving the field saves. What can't be saved stays in the field with its problem.
 * @param save writes what was typed; gives back what is wrong with it, or nothing when it is done
 */
export function useEditing({ onEnd, finisher }: EditorProps, save: () => string | undefined) {
  const [problem, setProblem] = useState<string>()
  const done = useRef(false)
  const latest = useRef(save)
  latest.current = save

  const finish = (after: After): boolean => {
    if (done.current) return true
    const found = latest.current()
    setProblem(found)
    if (found !== undefined) return false
    done.current = true
    onEnd(after)
    return true
  }

  useEffect(() => {
    const mine = () => finishRef.current('stay')
    finisher.current = mine
    return () => {
      if (finisher.current === mine) finisher.current = undefined
      // The screen goes away under the editor (a menu command): what was typed is kept if it makes sense.
      if (!done.current) latest.current()
      done.current = true
    }
  }, [finisher])
  const finishRef = useRef(finish)
  finishRef.current = finish

  return {
    problem,
    /** To be called when the text changes. */
    changed: () => setProblem(undefined),
    finish,
    onBlur: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      // Another window came to the front: the field has not lost its place.
      if (document.activeElement === currentTarget) return
      if (!finish('leave')) requestAnimationFrame(() => currentTarget.isConnected && currentTarget.focus())
    },
    /** Handles the keys that every editor handles alike. True when it did. */
    onKey: (event: KeyLike): boolean => {
      event.stopPropagation()
      if (event.nativeEvent.isComposing) return false
      if (event.key === 'Escape') {
        done.current = true
        onEnd('stay')
      } else if (event.key === 'Enter') finish(event.shiftKey ? 'up' : 'down')
      else if (event.key === 'Tab') finish(event.shiftKey ? 'left' : 'right')
      else return false
      event.preventDefault()
      return true
    },
  }
}
