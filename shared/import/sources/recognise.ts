import type { DecodedFile } from '../table'
import { backstageLists } from './backstage'
import { leanixLists } from './leanix'
import { ownLists } from './own-workbook'
import { turboEaLists } from './turbo-ea'

/**
 * The parts of one file as the ready-made readers understand them; parts that none of them knows stay as they are. Each
 * reader says undefined when the file isn't its own.
 */
export function recognise(parts: readonly DecodedFile[]): readonly DecodedFile[] {
  return ownLists(parts) ?? turboEaLists(parts) ?? leanixLists(parts) ?? backstageLists(parts) ?? parts
}
