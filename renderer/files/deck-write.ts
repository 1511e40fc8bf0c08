import { strToU8, type Zippable, zipSync } from 'fflate'
import type { DeckPart } from '../../shared/export/deck/package-xml'

/** The same bytes for the same deck, whenever it is written. */
const WRITTEN = new Date(2000, 0, 1)

/** The bytes of a .pptx file. Parts are packed in their order: the list of types comes first, as readers expect. */
export function encodeDeck(parts: readonly DeckPart[]): Uint8Array {
  const files: Zippable = {}
  for (const { path, text } of parts) files[path] = strToU8(text)
  return zipSync(files, { level: 6, mtime: WRITTEN })
}
