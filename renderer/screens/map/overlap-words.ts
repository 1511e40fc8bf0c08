import type { Overlap } from '../../../shared/analysis/findings'
import type { Formats } from '../../format'
import type { T } from '../../i18n'

/** Why two tools overlap, in one line: the kind, the score, and each reason with its weight. */
export function overlapWords({ kind, score, reasons }: Overlap, t: T, formats: Formats): string {
  const why = reasons.map(({ code, weight, value }) => {
    const words = t(`analysis:reason.${code}`, { value })
    return `${words} (${formats.percent(weight)})`
  })
  return `${t(`analysis:kind.${kind}`)}, ${formats.percent(score)}: ${why.join('; ')}`
}
