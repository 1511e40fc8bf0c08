/** An expected failure is a value: it has a code the strings know and, where there is one, an address. */
export type Result<T, E extends { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Wraps an expected failure. */
export function fail<E extends { readonly code: string }>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
