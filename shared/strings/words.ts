/** The same shape with plain strings: what the second language must fill in. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/**
 * What code that writes words is handed: the translate function of i18next, narrowed to what it needs.
 * `key` is `area:path`, for example `analysis:reason.sameFunction`.
 */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string
