import type { MapLook } from './map-look'

export type ViewId = string & { readonly __id: 'view' }
export type OwnProductId = string & { readonly __id: 'ownProduct' }
export type AnswerId = string & { readonly __id: 'answer' }
export type PreferenceId = string & { readonly __id: 'preference' }

/** A saved way of looking at the map, with the words for it. */
export interface View {
  readonly id: ViewId
  readonly name: string
  readonly note?: string
  /** Place among the views; presentations walk through them in this order, ties by id. */
  readonly order: number
  readonly look: MapLook
  /** The part of the map that is on the screen, in the map's units. Absent: everything. */
  readonly area?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** "This is X, it does Y": what people of this workspace know and the catalogue doesn't. */
export interface OwnProduct {
  readonly id: OwnProductId
  /** The name as it occurs in lists. */
  readonly name: string
  readonly aliases?: readonly string[]
  /** Name of the catalogue's product that it is. */
  readonly product?: string
  /** Ids of the catalogue's functions that it does. */
  readonly functions: readonly string[]
}

/** Two names of which somebody said that they don't mean the same. Imports don't ask about them again. */
export interface Answer {
  readonly id: AnswerId
  readonly kind: 'tools' | 'departments'
  readonly names: readonly [string, string]
}

/**
 * What the workspace is told once and keeps: weights of the ranking (`id` "weights"), the company's name and colour for
 * what leaves (`id` "company").
 */
export interface Preference {
  readonly id: PreferenceId
  readonly values: Readonly<Record<string, string | number>>
}
