/**
 * The text of a page's console error, or undefined for anything milder. Electron 33 hands over a level (3 is an error)
 * and the message as arguments, newer ones put both on the event; this understands either.
 */
export function consoleError(event: unknown, level?: unknown, message?: unknown): string | undefined {
  if (typeof level === 'number') return level >= 3 ? String(message) : undefined
  if (typeof event !== 'object' || event === null) return undefined
  if (!('level' in event) || !('message' in event)) return undefined
  return event.level === 'error' ? String(event.message) : undefined
}
