import type { ReasonCode } from './findings'

/** The question that a pair of tools puts. */
export type Question = 'same-product' | 'in-suite' | 'other' | 'job-unknown'

/**
 * The most points each reason can give; each column adds up to 1. There are four columns because there are four
 * questions. Between rows that name one product, the name has almost answered it ("is this the same thing twice?") and
 * the rest only confirms. Where one tool belongs to a suite that does the other's job, being contained is half of it.
 * Between two other tools the question is "do they do the same job for the same people?": the job is not quite half,
 * the people a fifth, and what is alike in data, contracts and on paper the rest. Where nobody knows what one of the
 * two does, the descriptions stand in for the job. Absolute: a pair's score depends on these two tools and nothing else.
 */
export const MOST: Readonly<Record<Question, Readonly<Record<ReasonCode, number>>>> = {
  'same-product': {
    'similar-name': 0.7,
    'same-function': 0.1,
    'same-departments': 0.08,
    'same-data': 0.04,
    'in-suite': 0,
    'similar-description': 0.04,
    'same-vendor': 0.04,
  },
  'in-suite': {
    'similar-name': 0,
    'same-function': 0.15,
    'same-departments': 0.15,
    'same-data': 0.1,
    'in-suite': 0.5,
    'similar-description': 0.05,
    'same-vendor': 0.05,
  },
  other: {
    'similar-name': 0.05,
    'same-function': 0.45,
    'same-departments': 0.2,
    'same-data': 0.15,
    'in-suite': 0,
    'similar-description': 0.1,
    'same-vendor': 0.05,
  },
  'job-unknown': {
    'similar-name': 0.15,
    'same-function': 0,
    'same-departments': 0.2,
    'same-data': 0.1,
    'in-suite': 0,
    'similar-description': 0.5,
    'same-vendor': 0.05,
  },
}

/** The order in which reasons are worked out, added up and listed. */
export const REASON_CODES = [
  'similar-name',
  'in-suite',
  'same-function',
  'same-departments',
  'same-data',
  'similar-description',
  'same-vendor',
] as const satisfies readonly ReasonCode[]

/**
 * The share of `same-function`: shared jobs over the jobs of the tool that has fewer (is the small one contained?),
 * and over those of the one that has more (a suite with ten jobs shares each of them weakly). 0.6 and 0.4: being
 * contained is what makes a tool dispensable.
 */
export const CONTAINED_SHARE = 0.6
export const SUITE_SHARE = 0.4

/** A job that nobody has accepted yet for one of the two counts this much of an accepted one. */
export const PROPOSED_FACTOR = 0.7

/**
 * And this much where the row speaks of something else than what its name was taken for ("Greyhound": the recipe book of
 * the foundry): the job alone then makes no overlap (0.45 · 0.4 < 0.2).
 */
export const DOUBTFUL_FACTOR = 0.4

/** Names and descriptions alike below this share of words are not alike. */
export const ALIKE_FROM = 0.3

/** Descriptions that stand in for a job nobody knows must have so many words and be alike at least this much. */
export const STANDS_IN_WORDS = 4
export const STANDS_IN_FROM = 0.5

/** Pairs below this score are not listed; pairs with a verdict always are. */
export const LISTED_FROM = 0.2

/**
 * A job that more tools than this do is a crowd. What its tools have in common is the job, and the group says so once,
 * with all its members; ten thousand tools in sixty jobs would be millions of pairs that say nothing else. So pairs of a
 * crowd are listed only where clearly more than the job is shared: from `CROWDED_FROM` on. The job alone gives 0.45.
 * Eight tools make 28 pairs, which one can still go through one by one.
 */
export const CROWD = 8
export const CROWDED_FROM = 0.55

/**
 * Up to so many rows of one product are compared each with each; of more, each with the first (by id): the group has
 * all of them.
 */
export const SAME_PRODUCT_PAIRS = 64

/**
 * How much being the same job says, by catalogue function: 1 unless it is here. These jobs are so broad that two tools
 * commonly do both of them beside each other: every system has a database, everybody shares files. Fixed and published
 * rather than counted in the inventory, so that another tool elsewhere moves no score.
 */
export const BROAD_JOBS: Readonly<Record<string, number>> = {
  database: 0.5,
  'cloud-platform': 0.5,
  'network-security': 0.6,
  'data-integration': 0.6,
  'process-automation': 0.6,
  'low-code': 0.6,
  ide: 0.6,
  'office-suite': 0.6,
  'ai-assistant': 0.7,
  'note-taking': 0.7,
  'file-sharing': 0.7,
  virtualisation: 0.7,
  'pdf-editing': 0.8,
  'web-content': 0.8,
  'document-management': 0.85,
  'task-management': 0.85,
  'project-management': 0.85,
  'business-intelligence': 0.85,
  'knowledge-base': 0.85,
}

/**
 * At most so many pairs are listed: a hundred thousand tools in ten jobs would be seventeen million, more than fits into
 * memory and than anybody reads.
 */
export const MOST_LISTED = 250_000

/**
 * Scores from which pairs are looked for first, where so many pairs share a crowded job that it saves time: a little
 * above those at which a department, and data or a department, must be shared (`crowd-search.ts`).
 */
export const FIRST_LOOKS = [0.81, 0.66]
export const LOOKS_WORTH_SAVING = 10_000_000
