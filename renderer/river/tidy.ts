import { pinsOf } from '../../shared/graph/pins-of'
import { pinsToForget } from '../../shared/graph/tidy'
import { canWrite, commit } from '../database/commit'
import { useWorkspace } from '../database/workspace'
import { arrangedNow, pinRows, placesInWorker, useLandscape } from './landscape'

/**
 * Lays the map out anew, or what is selected of it, in the arrangement that is shown; one Change that can be undone.
 * What was edited in the meantime wins: then nothing is tidied up. Says whether anything moved.
 */
export async function tidyUp(selection?: ReadonlySet<string>): Promise<boolean> {
  const { inventory } = useWorkspace.getState()
  const { placed } = useLandscape.getState()
  if (placed === undefined || !canWrite()) return false
  const forget = pinsToForget(placed.graph, selection)
  const laid = await placesInWorker(inventory, { ...arrangedNow(), forget })
  if (useWorkspace.getState().inventory !== inventory || !canWrite()) return false
  const rows = pinRows(inventory, pinsOf(laid.placed))
  commit({ label: { code: 'tidyMap', values: { count: rows.length } }, cause: { kind: 'edit' }, rows })
  return rows.length > 0
}
