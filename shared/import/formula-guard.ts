/** After any quotes, spaces and invisible characters: a sign with which spreadsheet programs start a formula. */
const FORMULA = /^'*[ \u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\n\0＝＋－＠]/
const GUARDED = new RegExp(`^'(?=${FORMULA.source.slice(1)})`)

/**
 * The text with one leading quote when a spreadsheet program might run it as a formula; otherwise as it is. Only for
 * texts: numbers need no guard. `withoutGuard(withGuard(x)) = x` for every text.
 */
export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text without the quote that `withGuard` puts before it: exactly that one, and only there. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") ? text.replace(GUARDED, '') : text
}
