import type { DecodedFile } from '../table'
import { combineArchi } from './archi-csv'

/** What only makes sense together is put together: files that are parts of one export. The rest stays as it is. */
export function combine(files: readonly DecodedFile[]): readonly DecodedFile[] {
  return combineArchi(files)
}
