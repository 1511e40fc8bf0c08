import { PAPERS, type PictureOptions, SCALES } from '../../../shared/bridge'
import { lookOf } from '../../../shared/inventory/edit-view'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { MapLook } from '../../../shared/inventory/map-look'
import type { ViewId } from '../../../shared/inventory/remembered'
import type { ExportOptions } from '../../river/save-exports'
import { PLAIN_PICTURE } from '../../river/source'

/** What is chosen in the dialog. */
export interface Chosen extends Omit<ExportOptions, 'shown'> {
  /** What pictures show: the map as it looks now, everything, or a saved view. */
  readonly scope: 'map' | 'all' | ViewId
}

/** What an export is made with, with the look of the map as it is now. A view that is gone is no choice any more. */
export function optionsOf({ scope, ...chosen }: Chosen, look: MapLook, inventory: Inventory): ExportOptions {
  if (scope === 'all') return chosen
  if (scope === 'map') return { ...chosen, shown: { look } }
  const view = inventory.views.get(scope)
  return { ...chosen, shown: view === undefined ? { look } : { look: lookOf(view, inventory), view: view.name } }
}

/** The options as the text of a small file. */
export function pictureToText({ scale, transparent, paper, tiled }: PictureOptions): string {
  return JSON.stringify({ version: 1, scale, transparent, paper, tiled })
}

/** The options in a text; what can't be understood is as it is at first, because forgetting is better than failing. */
export function pictureFromText(text: string | undefined): PictureOptions {
  const read = parsed(text)
  return {
    scale: SCALES.find((scale) => scale === read.scale) ?? PLAIN_PICTURE.scale,
    transparent: read.transparent === true,
    paper: PAPERS.find((paper) => paper === read.paper) ?? PLAIN_PICTURE.paper,
    tiled: read.tiled === true,
  }
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}
