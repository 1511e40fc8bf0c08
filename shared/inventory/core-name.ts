import { normaliseName } from './normalise'

/** Words behind a product's name that say how it is sold or run, not what it is. */
const NOISE = new Set(
  (
    'app application applikation anwendung software system tool saas cloud online web onprem premises premise on ' +
    'enterprise professional pro standard premium basic business edition ultimate plus grid team free server desktop client ' +
    'hosted self managed instance instanz mandant tenant neu new alt old legacy prod production produktiv test ' +
    'version release lizenz license licence subscription abo die der das the von by for fur'
  ).split(' '),
)
const LEGAL = new Set('gmbh ag kg se inc ltd llc corp corporation co bv sa sas srl plc ug mbh ohg ev'.split(' '))
const VERSION = /^(v|r)?\d+([ .]\d+)*$/
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g

/** The name without what stands in brackets. A name that is nothing but brackets stays as it is. */
export function withoutBrackets(text: string): string {
  const rest = text.replace(BRACKETS, ' ').trim()
  return rest === '' ? text : rest
}

/**
 * A name reduced to what identifies the product: normalised, brackets dropped, and from its end the words that only
 * name an edition, a way of delivery, a legal form or a version ("Jira Software Cloud (neu)" → "jira",
 * "Lexware 2024 GmbH" → "lexware"). The first word always stays.
 */
export function coreName(text: string): string {
  return shortened(text, (word) => NOISE.has(word) || LEGAL.has(word) || VERSION.test(word))
}

/**
 * The form in which two tools have the same name: `coreName`, but a bare number below 1000 at the end stays, because
 * lists number things too ("Werk 1", "Werk 2"; a year or "7.4" is a version).
 */
export function identityName(text: string): string {
  const isNumber = /^\d{1,3}$/
  return shortened(text, (word) => NOISE.has(word) || LEGAL.has(word) || (VERSION.test(word) && !isNumber.test(word)))
}

function shortened(text: string, isDropped: (word: string) => boolean): string {
  const words = normaliseName(withoutBrackets(text)).split(' ')
  let end = words.length
  while (end > 1 && isDropped(words[end - 1] as string)) end--
  return words.slice(0, end).join(' ')
}

/** The vendor's name without its legal form: "SAP SE" → "sap". */
export function coreVendor(text: string): string {
  return shortened(text, (word) => LEGAL.has(word))
}
