/** So many characters are encoded, hashed or compared in one go: a few milliseconds of the process that has the window. */
export const PIECE_LENGTH = 256 * 1024

/** Lets whatever else waits have its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * The same text in pieces of at most `PIECE_LENGTH` characters, however it was handed over. No piece ends between the two
 * halves of a character, so that each can be made bytes alone.
 */
export function* piecesOf(texts: readonly string[]): Generator<string> {
  let half = ''
  for (const text of texts) {
    for (let start = 0; start < text.length; ) {
      const end = Math.min(text.length, start + PIECE_LENGTH - half.length)
      const piece = half + text.slice(start, end)
      const last = piece.charCodeAt(piece.length - 1)
      const isHalf = last >= 0xd800 && last <= 0xdbff
      half = isHalf ? piece.slice(-1) : ''
      if (piece.length > half.length) yield isHalf ? piece.slice(0, -1) : piece
      start = end
    }
  }
  if (half !== '') yield half
}
