/**
 * The names of the fields that a person has set by hand, with these added: what a record's `hand` holds. An import leaves
 * such fields alone.
 */
export function withHand(
  record: { readonly hand?: readonly string[] },
  ...fields: readonly string[]
): { readonly hand: readonly string[] } {
  return { hand: [...new Set([...(record.hand ?? []), ...fields])] }
}
