/**
 * How a card or line differs from its usual look: it steps back, has a ring, is of an unknown group, was there or came
 * only at the date that is looked at, has no known size, or is one of several that are selected.
 */
export const FADED = 1
export const RINGED = 2
export const HATCHED = 4
export const GONE = 8
export const ARRIVED = 16
export const MARK_UNKNOWN = 32
export const MARKED = 64

/** The palette's colours that are painted with. */
export type Paper = Readonly<
  Record<'panel' | 'canvas' | 'hairline' | 'overlap' | 'ink' | 'muted' | 'faint' | 'accent' | 'unknown', string>
>
