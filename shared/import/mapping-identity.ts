import { endKey } from './flow-ends'
import type { IdentityMode } from './mapping'
import { nameKey } from './normalise'

interface Identified {
  readonly name: string
  readonly externalId?: string
  readonly partOf?: string
  readonly vendor?: string
}

/**
 * What `matchRows` compares of a record: the same function for stored tools and for drafts, so that both are measured
 * alike. Ids count only with `auto` and `id`; with `id` a row that has one never meets a record by its name.
 */
export function identityOf(
  record: Identified,
  mode: IdentityMode,
  from: 'stored' | 'file',
): { readonly key: string; readonly externalId?: string } {
  const { name, externalId, vendor } = record
  switch (mode) {
    case 'auto':
      return externalId === undefined ? { key: endKey(record) } : { key: endKey(record), externalId }
    case 'id':
      return {
        key: externalId === undefined || from === 'stored' ? endKey(record) : `id\u0000${externalId}`,
        ...(externalId === undefined ? {} : { externalId }),
      }
    case 'name':
      return { key: nameKey(name) }
    case 'name+vendor':
      return { key: vendor === undefined ? nameKey(name) : `${nameKey(name)}\u0000${nameKey(vendor)}` }
    case 'name+partOf':
      return { key: endKey(record) }
  }
}
