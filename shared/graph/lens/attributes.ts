import type { ColourAttribute } from '../../inventory/map-look'
import { AI_KINDS, DATA_CLASSES, HOSTINGS, TOOL_STATUSES, YES_NO_UNKNOWN } from '../../inventory/nouns'
import { bandKeys, CONTRACT_BANDS, TIME_QUADRANTS } from './bands'

/**
 * What a map can be filtered by, besides unmapped columns (`extra:` and the header): fields of a tool, and what follows
 * from it. `usedBy`: departments that use it, the owner's own use not counted; `domain`: of its first function; `fit`:
 * the quadrant of TIME; `flows`: how many it has; `known`: whether it is listed or only mentioned.
 */
export const LENS_ATTRIBUTES = [
  'owner',
  'usedBy',
  'functions',
  'domain',
  'vendor',
  'partOf',
  'tags',
  'status',
  'criticality',
  'fit',
  'functionalFit',
  'technicalFit',
  'users',
  'annualCost',
  'contractEnd',
  'noticeMonths',
  'hosting',
  'dataClass',
  'personalData',
  'ai',
  'businessOwner',
  'technicalOwner',
  'flows',
  'completeness',
  'known',
] as const
export type LensAttribute = (typeof LENS_ATTRIBUTES)[number]

/** The attribute that a colour shows, as filters name it. */
export const FILTER_OF_COLOUR = {
  domain: 'domain',
  department: 'owner',
  status: 'status',
  criticality: 'criticality',
  fit: 'fit',
  cost: 'annualCost',
  users: 'users',
  ai: 'ai',
  completeness: 'completeness',
  contractEnd: 'contractEnd',
} as const satisfies Readonly<Record<ColourAttribute, LensAttribute>>

const LEVELS = ['4', '3', '2', '1'] as const
const known = (words: readonly string[]) => words.filter((word) => word !== 'unknown')

/** The values of attributes that have a fixed vocabulary or bands, in the order in which they are told. */
export const FIXED_VALUES: Readonly<Partial<Record<LensAttribute, readonly string[]>>> = {
  status: TOOL_STATUSES,
  criticality: LEVELS,
  functionalFit: LEVELS,
  technicalFit: LEVELS,
  fit: TIME_QUADRANTS,
  users: bandKeys('users'),
  annualCost: bandKeys('annualCost'),
  contractEnd: CONTRACT_BANDS,
  noticeMonths: bandKeys('noticeMonths'),
  hosting: HOSTINGS,
  dataClass: DATA_CLASSES,
  personalData: known(YES_NO_UNKNOWN),
  ai: known(AI_KINDS),
  flows: bandKeys('flows'),
  completeness: bandKeys('completeness'),
  known: ['listed', 'mentioned'],
}

/** The value that stands for "unknown" in filters and groups. */
export const UNKNOWN = ''

/** What a cost in another than the usual currency is called in filters: such amounts can't be compared. */
export const CURRENCY_PREFIX = 'currency:'

export const EXTRA_PREFIX = 'extra:'
