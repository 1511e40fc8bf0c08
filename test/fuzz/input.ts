import type { DecodeOverrides } from '../../renderer/files/decode'
import type { FileKind } from '../../shared/import/table'

/** One thing to throw at the import, complete: the same input always does the same. */
export interface FuzzInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly overrides?: DecodeOverrides
  /** Read as this kind instead of the guessed one. */
  readonly kind?: FileKind
  /** What is there before: nothing, or a small company whose names the inputs often meet. */
  readonly onto?: 'nothing' | 'company'
}

/** Which law an input breaks, and how. `signature` is the same for the same fault. */
export interface Violation {
  readonly law: string
  readonly message: string
  readonly signature: string
}

/** How an input is kept in `regressions.json`. */
export interface KeptInput {
  readonly name: string
  readonly text?: string
  /** `%s` in the text stands for this sign so many times: huge cells are kept short. */
  readonly fill?: readonly [sign: string, times: number]
  readonly base64?: string
  readonly overrides?: DecodeOverrides
  readonly kind?: FileKind
  readonly onto?: 'nothing' | 'company'
}

export interface Regression {
  readonly found: string
  readonly seed: number
  /** The fault is known and not put right yet. */
  readonly open?: true
  readonly input: KeptInput
}

/** Text stays readable where its bytes are UTF-8 that comes back as it was. */
export function toKept({ bytes, ...rest }: FuzzInput): KeptInput {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const back = new TextEncoder().encode(text)
  const same = back.length === bytes.length && back.every((byte, i) => byte === bytes[i])
  return same ? { ...rest, text } : { ...rest, base64: Buffer.from(bytes).toString('base64') }
}

export function fromKept({ text, fill, base64, ...rest }: KeptInput): FuzzInput {
  if (text === undefined) return { ...rest, bytes: Buffer.from(base64 ?? '', 'base64') }
  const full = fill === undefined ? text : text.replace('%s', fill[0].repeat(fill[1]))
  return { ...rest, bytes: new TextEncoder().encode(full) }
}
