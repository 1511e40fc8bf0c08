const MARKS = /\p{M}+/gu
/** Letters that have no accent to take off but are written in two ways. */
const TWO_WAYS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', œ: 'oe' }
/** Words of plain letters and digits with single spaces between them: nothing to fold but the case. */
const PLAIN = /^[a-z\d+#]+(?: [a-z\d+#]+)*$/i
/** The same with the German letters, which are folded one by one. */
const GERMAN = /^[a-z\d+#äöüß]+(?: [a-z\d+#äöüß]+)*$/i
const FOLDED: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' }
const NOT_WORD = /[^\p{L}\p{N}+#]+/gu

/**
 * The form in which two names are compared: lower case, accents off (`ü` → `u`, `ß` → `ss`), everything that is
 * neither letter nor digit folded to single spaces. `+` and `#` stay ("Notepad++", "C#"). `ae`, `oe`, `ue` are left
 * alone: "Bauer" is not "Baur". Text without any letter or digit comes back trimmed, so that "???" and "–" still differ.
 */
export function normaliseName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  if (GERMAN.test(text)) return text.toLowerCase().replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
  const folded = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæøłđœ]/g, (letter) => TWO_WAYS[letter] ?? letter)
  const words = folded.replace(NOT_WORD, ' ').trim()
  return words === '' ? text.trim() : words
}

/** `normaliseName` without its spaces: "Power BI" and "PowerBI", "S/4HANA" and "S4HANA" are one. */
export function compactName(text: string): string {
  return normaliseName(text).replaceAll(' ', '')
}
