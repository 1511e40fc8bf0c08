import type { Tool } from '../inventory/nouns'
import { type Banded, banded, type Figure, sumWithoutLargest } from './bundle-figures'
import { UNKNOWN } from './bundle-scale'
import type { OpenField } from './findings'

/** Fields that may hide a risk as long as nobody has filled them in. */
export const RISK_FIELDS = ['owner', 'personalData', 'ai'] as const satisfies readonly OpenField[]
type RiskField = (typeof RISK_FIELDS)[number]

/**
 * The risks of a tool that somebody has stated or that its row shows: personal data without a class, AI marked as
 * unknown, nobody who answers for it.
 */
function statedRisks(tool: Tool): number {
  const unclassed = tool.personalData === 'yes' && tool.dataClass === undefined
  return Number(unclassed) + Number(tool.ai === 'unknown') + Number(lacksOwner(tool) && tool.mentionedOnly !== true)
}

/** True when a field could hide a risk and nothing is known about it. */
export function isOpenRisk(tool: Tool, field: RiskField): boolean {
  if (field === 'ai') return tool.ai === undefined
  if (field === 'owner') return tool.mentionedOnly === true && lacksOwner(tool)
  return tool.dataClass === undefined && (tool.personalData === undefined || tool.personalData === 'unknown')
}

/**
 * Risks that end with the replaced tools; the ones with most risks stay (as everywhere, what a platform saves is not
 * overstated). A retired tool that is still in use is one more, wholly.
 */
export function risks(tools: readonly Tool[], lingering: readonly Tool[], staying: number): Banded {
  const figures = tools.map((tool): Figure => {
    const stated = statedRisks(tool)
    const open = RISK_FIELDS.filter((field) => isOpenRisk(tool, field)).length
    if (open === 0) return stated
    const { low, expected, high } = UNKNOWN.risk
    return { low: stated + open * low, expected: stated + open * expected, high: stated + open * high }
  })
  const { low, expected, high, unknown } = banded(figures, sumWithoutLargest(staying))
  const more = lingering.length
  return { low: low + more, expected: expected + more, high: high + more, unknown }
}

function lacksOwner({ owner, businessOwner, technicalOwner }: Tool): boolean {
  return owner === undefined && businessOwner === undefined && technicalOwner === undefined
}
