import { setImporting } from '../../ui-state'
import { useImport } from './import-state'

/** Leaves the import; nothing of it stays. What is being written at this moment is written. */
export function cancelImport(): void {
  if (useImport.getState().phase !== 'committing') setImporting([])
}
