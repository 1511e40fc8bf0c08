import type { ReasonCode } from './findings'

/**
 * The most points each reason can give; both columns add up to 1. There are two columns because there are two
 * questions. Between rows that name one product, the name has almost answered it ("is this the same thing twice?") and
 * the rest only confirms. Between different products the question is "do they do the same job for the same people?":
 * the job is half of it, the people and the data they share the next quarter, and what is alike on paper the rest.
 * Absolute: a pair's score depends on these two tools and nothing else in the inventory.
 */
export const MOST: Readonly<Record<'same-product' | 'other', Readonly<Record<ReasonCode, number>>>> = {
  'same-product': {
    'similar-name': 0.7,
    'same-function': 0.1,
    'same-departments': 0.08,
    'same-data': 0.04,
    'similar-description': 0.04,
    'same-vendor': 0.04,
  },
  other: {
    'same-function': 0.5,
    'same-departments': 0.15,
    'same-data': 0.1,
    'similar-description': 0.1,
    'similar-name': 0.1,
    'same-vendor': 0.05,
  },
}

/**
 * The share of `same-function`: shared jobs over the jobs of the tool that has fewer (is the small one contained?),
 * and over those of the one that has more (a suite with ten jobs shares each of them weakly). 0.6 and 0.4: being
 * contained is what makes a tool dispensable.
 */
export const CONTAINED_SHARE = 0.6
export const SUITE_SHARE = 0.4

/** A job that nobody has accepted yet for one of the two counts this much of an accepted one. */
export const PROPOSED_FACTOR = 0.7

/** Names and descriptions alike below this share of words are not alike. */
export const ALIKE_FROM = 0.3

/** Pairs below this score are not listed; pairs with a verdict always are. */
export const LISTED_FROM = 0.2

/**
 * A job that more tools than this do is a crowd: within it a tool is compared only with those that share one of its
 * departments, and there with the next few by id. The bundle shows the crowd as a whole; half a million pairs would not.
 */
export const CROWD = 32
export const CROWD_REACH = 4
