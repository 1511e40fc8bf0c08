import type { OpenedFile } from '../../shared/bridge'

/** True for text in which somebody copied a block of cells or several lines of a list, rather than a word. */
function isBlock(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.length > 1
}

/** What was on the clipboard as a file to import; undefined where it is no list. Spreadsheet programs copy tabs. */
export function fileFromClipboard(text: string, name: string): OpenedFile | undefined {
  return isBlock(text) ? { name, bytes: new TextEncoder().encode(text) } : undefined
}
