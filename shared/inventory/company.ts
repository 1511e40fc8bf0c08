import type { RowChange } from './change'
import { rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { Inventory } from './inventory'
import type { PreferenceId } from './remembered'

/** The row of the preferences that holds the company's name and colour. */
const COMPANY = 'company' as PreferenceId
/** A longer name would not fit on any page. */
export const LONGEST_COMPANY = 120

/** Whose software it is, for the head of what leaves. */
export interface OwnCompany {
  readonly name?: string
  /** `#RRGGBB`. */
  readonly colour?: string
}

/** What the workspace says of its company; what isn't a name or a colour is passed over. */
export function ownCompany({ preferences }: Pick<Inventory, 'preferences'>): OwnCompany {
  const { name, colour } = preferences.get(COMPANY)?.values ?? {}
  const said = typeof name === 'string' ? name.trim() : ''
  return { ...(said === '' ? {} : { name: said }), ...(isColour(colour) ? { colour } : {}) }
}

/**
 * The rows that set the company's name or colour; a blank name and no colour take it back. None when nothing changes or
 * the colour is none.
 */
export function setCompany(
  inventory: Pick<Inventory, 'preferences'>,
  says: { readonly name?: string | undefined; readonly colour?: string | undefined },
): readonly RowChange[] {
  const { colour } = says
  if (colour !== undefined && !isColour(colour)) return []
  const name = says.name?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_COMPANY).trim()
  const next = { ...ownCompany(inventory), ...says, name: 'name' in says ? name : ownCompany(inventory).name }
  const values: Record<string, string> = {}
  if (next.name !== undefined && next.name !== '') values.name = next.name
  if (next.colour !== undefined) values.colour = next.colour.toUpperCase()
  const before = inventory.preferences.get(COMPANY)
  if (Object.keys(values).length === 0) return before === undefined ? [] : [rowRemoved('preferences', before)]
  if (before === undefined) return [rowAdded('preferences', { id: COMPANY, values })]
  return rowChange('preferences', before, { ...before, values })
}

function isColour(colour: unknown): colour is string {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour)
}
