const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a date of the calendar, written YYYY-MM-DD. */
export function isDate(text: string | undefined): text is string {
  const found = text === undefined ? null : ISO_DATE.exec(text)
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The date so many whole months later; the 31st becomes the last day of a shorter month. ISO dates, both. */
export function addMonths(date: string, months: number): string {
  const found = ISO_DATE.exec(date)
  if (found === null) throw new Error(`Not a date: ${date}`)
  const count = Number(found[1]) * 12 + Number(found[2]) - 1 + months
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  const day = Math.min(Number(found[3]), daysIn(year, month))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
