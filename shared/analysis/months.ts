const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/
const DAYS_PER_MONTH = 30

/**
 * Months from one ISO date to another, parts of a month in thirtieths: 2026-01-15 → 2026-03-30 is 2.5. Negative when
 * the second comes first; undefined when one of them is no date.
 */
export function monthsBetween(from: string, to: string): number | undefined {
  const [a, b] = [ISO_DATE.exec(from), ISO_DATE.exec(to)]
  if (a === null || b === null) return undefined
  const [years, months, days] = [1, 2, 3].map((part) => Number(b[part]) - Number(a[part])) as [number, number, number]
  return years * 12 + months + days / DAYS_PER_MONTH
}
