import { normaliseName } from './normalise'

/** Words behind a product's name that say how it is sold or run, not what it is. */
const NOISE = new Set(
  (
    'app application applikation anwendung software system tool saas cloud online web onprem premises premise on ' +
    'enterprise professional pro standard premium basic business edition ultimate plus team free server desktop client ' +
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
  const words = normaliseName(withoutBrackets(text)).split(' ')
  let end = words.length
  while (end > 1) {
    const word = words[end - 1] as string
    if (!(NOISE.has(word) || LEGAL.has(word) || VERSION.test(word))) break
    end--
  }
  return words.slice(0, end).join(' ')
}

/** The vendor's name without its legal form: "SAP SE" → "sap". */
export function coreVendor(text: string): string {
  const words = normaliseName(withoutBrackets(text)).split(' ')
  let end = words.length
  while (end > 1 && LEGAL.has(words[end - 1] as string)) end--
  return words.slice(0, end).join(' ')
}
