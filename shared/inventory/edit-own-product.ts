import type { RowChange } from './change'
import { rowAdded, rowChange, rowRemoved } from './edit-rows'
import type { IdSource } from './ids'
import type { Inventory } from './inventory'
import { normaliseName } from './normalise'
import type { OwnProduct, OwnProductId } from './remembered'

/** "This is `product`, it does `functions`" (ids of the catalogue's functions). Nothing said: neither of them. */
export type OwnProductSays = Omit<OwnProduct, 'id' | 'name'>

/** What was said about a name, by the name itself before other spellings; the last one said counts. */
export function ownProductOf({ ownProducts }: Pick<Inventory, 'ownProducts'>, name: string): OwnProduct | undefined {
  const key = normaliseName(name)
  const all = [...ownProducts.values()]
  return (
    all.findLast((each) => normaliseName(each.name) === key) ??
    all.findLast(({ aliases = [] }) => aliases.some((alias) => normaliseName(alias) === key))
  )
}

/**
 * Says what a name means, in the place of what was said about it before. Saying nothing takes it back. No rows when the
 * name is blank or nothing changes.
 */
export function setOwnProduct(
  inventory: Pick<Inventory, 'ownProducts'>,
  name: string,
  says: OwnProductSays,
  ids: IdSource,
): readonly RowChange[] {
  const trimmed = name.trim()
  if (trimmed === '') return []
  const before = ownProductOf(inventory, trimmed)
  const wanted = tidy(before?.name ?? trimmed, { ...says, aliases: says.aliases ?? before?.aliases ?? [] })
  const saysNothing = wanted.product === undefined && wanted.functions.length === 0
  if (before === undefined) return saysNothing ? [] : [rowAdded('ownProducts', { id: ids('ownProducts'), ...wanted })]
  return saysNothing
    ? [rowRemoved('ownProducts', before)]
    : rowChange('ownProducts', before, { id: before.id, ...wanted })
}

/** The rows that take back what was said; ids that are not there any more are passed over. */
export function removeOwnProducts(
  { ownProducts }: Pick<Inventory, 'ownProducts'>,
  gone: Iterable<OwnProductId>,
): readonly RowChange[] {
  return [...new Set(gone)].flatMap((id) => {
    const before = ownProducts.get(id)
    return before === undefined ? [] : [rowRemoved('ownProducts', before)]
  })
}

/**
 * Takes over what another workspace says: entries for a name that is known here replace it, the others are added. Of two
 * entries for one name the later one counts; entries that say nothing are passed over.
 */
export function addOwnProducts(
  { ownProducts }: Pick<Inventory, 'ownProducts'>,
  entries: readonly Omit<OwnProduct, 'id'>[],
  ids: IdSource,
): readonly RowChange[] {
  const latest = new Map<string, Omit<OwnProduct, 'id'>>()
  for (const { name, ...says } of entries) {
    const entry = tidy(name, says)
    if (entry.name !== '' && (entry.product !== undefined || entry.functions.length > 0)) {
      latest.set(normaliseName(entry.name), entry)
    }
  }
  const known = new Map([...ownProducts.values()].map((each) => [normaliseName(each.name), each]))
  return [...latest].flatMap(([key, entry]): readonly RowChange[] => {
    const before = known.get(key)
    return before === undefined
      ? [rowAdded('ownProducts', { id: ids('ownProducts'), ...entry })]
      : rowChange('ownProducts', before, { id: before.id, ...entry })
  })
}

/** Trimmed, each function once, and nothing that is empty; fields in a fixed order, so that equal entries are equal as text. */
function tidy(name: string, { product, aliases = [], functions }: OwnProductSays): Omit<OwnProduct, 'id'> {
  const own = aliases.map((alias) => alias.trim()).filter((alias) => alias !== '')
  const is = product?.trim() ?? ''
  return {
    name: name.trim(),
    ...(own.length === 0 ? {} : { aliases: [...new Set(own)] }),
    ...(is === '' ? {} : { product: is }),
    functions: [...new Set(functions)],
  }
}
