import { notifications } from '@mantine/notifications'
import type { OpenError, SaveError } from '../shared/bridge'
import { translate } from './i18n'

/** Says in a corner of the window what happened; gone by itself, and read out by a screen reader. */
export function notify(message: string, colour: 'accent' | 'red' = 'accent'): void {
  notifications.show({ message, color: colour, autoClose: colour === 'red' ? 10_000 : 5_000 })
}

/** Says why a file could not be opened or saved. Cancelling is not a problem. */
export function notifyProblem(error: OpenError | SaveError): void {
  const problem = problemText(error)
  if (problem !== undefined) notify(problem, 'red')
}

/** Why a file could not be opened or saved, in words; nothing when somebody only thought better of it. */
export function problemText(error: OpenError | SaveError): string | undefined {
  if (error.code === 'cancelled') return undefined
  const values: Record<string, string | number> = { name: error.name }
  if (error.code === 'too-large') values.limit = error.limitMegabytes
  const key = error.code === 'unwritable' ? `shell:problem.unwritable.${error.reason}` : `shell:problem.${error.code}`
  return translate(key, values)
}
