import type { ToolNode } from './graph'

/**
 * What of a tool's state its card shows at any distance. `coming`: planned, or known only because something named it:
 * hollow. `leaving`: phasing out, `retired`: struck through. Any other one is a plain card.
 */
export type ToolLook = 'plain' | 'coming' | 'leaving' | 'retired'

export const TOOL_LOOKS = ['plain', 'coming', 'leaving', 'retired'] as const satisfies readonly ToolLook[]

/** How the card of a tool looks; that a tool is only mentioned counts for more than what is said of its state. */
export function toolLook({ status, mentionedOnly }: Pick<ToolNode, 'status' | 'mentionedOnly'>): ToolLook {
  if (mentionedOnly || status === 'planned') return 'coming'
  if (status === 'phasing-out') return 'leaving'
  return status === 'retired' ? 'retired' : 'plain'
}
