import { Refused } from '../../shared/import/refused'

import { decodeOpenExchange } from '../../shared/import/sources/open-exchange'
import { recognise } from '../../shared/import/sources/recognise'
import type { DecodedFile } from '../../shared/import/table'
import { decodeCsv } from './csv-codec'
import type { DecodeOverrides } from './decode-messages'
import { decodeJson, decodeYaml } from './list-codec'
import { decodeText, sniffEncoding } from './text-encoding'
import { decodeXlsx } from './xlsx-codec'

const ZIP = [0x50, 0x4b]
/** Old workbooks, and new ones behind a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** PDF, PNG, JPEG, GIF, GZIP, 7z, RAR: nothing that could be a list. */
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
]
const DELIMITED = new Set(['csv', 'tsv', 'txt', 'tab'])

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign)
}

/**
 * Reads the bytes of a file, whatever it is: content decides first, the name's ending second. A file gives one table or
 * several (sheets, kinds of element). Throws `Refused` for what won't be read, and nothing else.
 * @param onProgress told the share of a delimited file that is read, 0–1, after each of its steps
 */
export function decodeFile(
  name: string,
  bytes: Uint8Array,
  overrides: DecodeOverrides = {},
  onProgress: (share: number) => void = () => undefined,
): readonly [DecodedFile, ...DecodedFile[]] {
  const [first, ...rest] = recognise(decodeParts(name, bytes, overrides, onProgress))
  if (first === undefined) throw new Refused('no-list')
  return [first, ...rest]
}

function decodeParts(
  name: string,
  bytes: Uint8Array,
  overrides: DecodeOverrides,
  onProgress: (share: number) => void,
): readonly DecodedFile[] {
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 0x10) return decodeXlsx(name, bytes, overrides)
  if ([OLE, ...OTHERS].some((signs) => startsWith(bytes, signs))) throw new Refused('not-readable-format')
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const encoding = overrides.encoding ?? sniffEncoding(bytes)
  const head = decodeText(bytes.subarray(0, 4_096), encoding)
    .replace(/\ufffd$/, '')
    .trimStart()
  const text = () => decodeText(bytes, encoding).replace(/^\ufeff/, '')
  if (!DELIMITED.has(ending)) {
    if (/^<(?:\?xml|!--|[a-z_])/i.test(head)) return decodeOpenExchange(name, text(), encoding)
    if (/^[{[]/.test(head)) return decodeJson(name, text(), encoding)
    if (/^ya?ml$/.test(ending) || /^(?:---\s*\n)?\s*apiVersion:\s/.test(head)) {
      return decodeYaml(name, text(), encoding)
    }
    if (ending === 'json' || ending === 'jsonl' || ending === 'ndjson') return decodeJson(name, text(), encoding)
  } else if (/^(?:\{|\[\s*[{[])/.test(head)) {
    // A list of objects that somebody saved as text; anything else that starts so is delimited after all.
    const lists = attempt(() => decodeJson(name, text(), encoding))
    if (lists !== undefined) return lists
  }
  // The encoding is known by now: finding it out takes as long as reading.
  return [decodeCsv(name, bytes, { ...overrides, encoding }, onProgress)]
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
