/** What keeps a file from being a list, as far as its first bytes tell. */
export type NotATable = 'empty' | 'binary'

const LOOK_AT = 4096

/** Judges by the bytes, not by the name: `undefined` when the file may well be text. */
export function sniffFile(bytes: Uint8Array): NotATable | undefined {
  if (bytes.length === 0) return 'empty'
  // Workbooks are for the decoder, which also knows those that it can't read.
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return undefined
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return undefined
  const head = bytes.subarray(0, LOOK_AT)
  const zeros = [0, 0]
  let control = 0
  for (let i = 0; i < head.length; i += 1) {
    const byte = head[i] ?? 0
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) control += 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0 && !looksLikeUtf16(even, odd, head.length)) return 'binary'
  return control > head.length / 50 ? 'binary' : undefined
}

/** UTF-16 text in Latin letters has a zero in nearly every other place, and always in the same half of each pair. */
function looksLikeUtf16(even: number, odd: number, length: number): boolean {
  return Math.max(even, odd) > length / 4 && Math.min(even, odd) < length / 50
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}
