import type { Encoding } from '../../shared/import/table'

/** 0x80–0x9F of windows-1252, written out because some runtimes decode them as Latin 1. `\ufffd`: no such character. */
const WINDOWS_80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'
/** 0x80–0xFF of Mac OS Roman. */
const MAC_80 =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const SAMPLE = 200_000

function startsWith(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign)
}

/** Signs between which a byte stands when it is a letter: Latin letters themselves. */
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

/** What speaks for windows-1252 beside a letter: letters of our languages, curly quotes and dashes. */
const WINDOWS_SIGNS = new Set([
  ...[...'ÄÖÜäöüßéèêëàâáçñíìîïóòôúùûåæøÉ'].map((letter) => letter.charCodeAt(0)),
  ...[0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97],
])
/** What speaks for Mac OS Roman: letters whose bytes are rarely anything in windows-1252. */
const MAC_SIGNS = new Set([...'äöüßéèêàâçå'].map((letter) => 0x80 + MAC_80.indexOf(letter)))

/** True when the bytes above ASCII that touch letters are letters in Mac OS Roman far more often than in windows-1252. */
function looksLikeMac(bytes: Uint8Array): boolean {
  let windows = 0
  let mac = 0
  const end = Math.min(bytes.length, SAMPLE)
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80 || !(isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]))) continue
    if (WINDOWS_SIGNS.has(byte)) windows += 1
    if (MAC_SIGNS.has(byte)) mac += 1
  }
  return mac >= 3 && mac > 4 * windows
}

/** UTF-16 without a byte order mark: zeros in one half of the pairs, or line breaks that only make sense there. */
function utf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = Math.max(1, sample.length * 0.2)
  if (odd >= enough && even <= odd / 20) return 'utf-16le'
  return even >= enough && odd <= even / 20 ? 'utf-16be' : undefined
}

/** Byte order mark, else the zeros of UTF-16, else strict UTF-8, else windows-1252 or, by its umlauts, Mac OS Roman. */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const wide = utf16(bytes)
  if (wide !== undefined) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return looksLikeMac(bytes) ? 'macroman' : 'windows-1252'
  }
}

/** The text of bytes, without a byte order mark. What an encoding has no character for becomes `\ufffd`. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding === 'macroman' ? 'windows-1252' : encoding
  const text = encoding === 'macroman' ? latin1(bytes) : new TextDecoder(label).decode(bytes)
  if (encoding === 'macroman') {
    return text.replace(/[\u0080-\u00ff]/g, (sign) => MAC_80[sign.charCodeAt(0) - 0x80] ?? sign)
  }
  if (encoding === 'windows-1252') {
    return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_80[sign.charCodeAt(0) - 0x80] ?? sign)
  }
  return text.replace(/^\ufeff/, '')
}

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return pieces.join('')
}

/** Signs that bytes were read in the wrong encoding: no character at all, or what ISO-8859-15 and Mac OS Roman look like. */
export function doubtful(encoding: Encoding): RegExp {
  return encoding === 'windows-1252' ? /\ufffd|¤|\p{Ll}[ŸŠ]/u : /\ufffd/
}
