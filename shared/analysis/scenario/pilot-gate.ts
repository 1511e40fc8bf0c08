import type { Pilot, PilotStatus } from '../../inventory/scenario'

/** What a pilot still has to say before it may take a status. */
export type PilotGap =
  | 'measure'
  | 'baseline'
  | 'criterion'
  | 'date'
  | 'scalingTrigger'
  | 'stopTrigger'
  | 'owner'
  | 'measured'
  | 'notPilotYet'
  | 'criterionMissed'

const BEFORE_START = ['measure', 'baseline', 'criterion', 'date', 'scalingTrigger', 'stopTrigger', 'owner'] as const

/**
 * Why a pilot must not take the status yet, in the order of the card's fields; empty: it may. Nothing starts before it
 * is said what success is, by when, and who answers for it; nothing is scaled without a measured value that reaches the
 * criterion. Going back to a draft and stopping are always allowed.
 */
export function pilotGaps(pilot: Pilot, status: PilotStatus): readonly PilotGap[] {
  if (status === 'draft' || status === 'stopped') return []
  const gaps: PilotGap[] = BEFORE_START.filter((field) => {
    const value = pilot[field]
    return value === undefined || (typeof value === 'string' && value.trim() === '')
  })
  if (status === 'pilot') return gaps
  if (pilot.status !== 'pilot' && pilot.status !== 'scaled') gaps.push('notPilotYet')
  if (pilot.measured === undefined) gaps.push('measured')
  else if (hasSucceeded(pilot) === false) gaps.push('criterionMissed')
  return gaps
}

/** Whether the measured value reaches the criterion; undefined while one of the two isn't known. */
export function hasSucceeded({ criterion, measured, direction = 'below' }: Pilot): boolean | undefined {
  if (criterion === undefined || measured === undefined) return undefined
  return direction === 'below' ? measured <= criterion : measured >= criterion
}
