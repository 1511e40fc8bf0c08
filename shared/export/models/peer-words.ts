import type { Hosting, Level, ToolStatus } from '../../inventory/nouns'

/** Our closed fields in the keys that LeanIX and Turbo EA use; our import reads both. */
export const PEER_HOSTING: Readonly<Record<Hosting, string>> = {
  cloud: 'cloudSaaS',
  'on-premises': 'onPremise',
  hybrid: 'hybrid',
  desktop: 'desktop',
}
export const PEER_CRITICALITY: Readonly<Record<Level, string>> = {
  4: 'missionCritical',
  3: 'businessCritical',
  2: 'businessOperational',
  1: 'administrativeService',
}
export const PEER_FUNCTIONAL: Readonly<Record<Level, string>> = {
  4: 'perfect',
  3: 'appropriate',
  2: 'insufficient',
  1: 'unreasonable',
}
export const PEER_TECHNICAL: Readonly<Record<Level, string>> = {
  4: 'fullyAppropriate',
  3: 'adequate',
  2: 'unreasonable',
  1: 'inappropriate',
}
export const PEER_LIFECYCLE: Readonly<Record<ToolStatus, string>> = {
  planned: 'plan',
  active: 'active',
  'phasing-out': 'phaseOut',
  retired: 'endOfLife',
}
