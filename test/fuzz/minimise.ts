import type { FuzzInput } from './input'

const TRIES = 500
const PATIENCE_MS = 90_000

/**
 * Makes an input smaller while it still fails the same way: options first, then ever smaller runs of bytes between line
 * breaks, then of bytes anywhere. Ends after so many tries in any case.
 */
export async function minimise(
  input: FuzzInput,
  fails: (candidate: FuzzInput) => Promise<boolean>,
): Promise<FuzzInput> {
  const end = performance.now() + PATIENCE_MS
  let tries = 0
  let best = input
  // Cutting costs as much as the input is long: without this, a large one kept the whole run busy after its last try.
  const spent = (): boolean => tries >= TRIES || performance.now() > end
  const attempt = async (candidate: FuzzInput): Promise<boolean> => {
    if (spent()) return false
    tries += 1
    if (!(await fails(candidate))) return false
    best = candidate
    return true
  }
  for (const key of ['overrides', 'kind', 'onto'] as const) {
    const { [key]: gone, ...rest } = best
    if (gone !== undefined) await attempt(rest as FuzzInput)
  }
  await attempt({ ...best, bytes: new TextEncoder().encode(new TextDecoder().decode(best.bytes)) })
  await dropPieces((bytes) => cutAt(bytes, 10))
  for (const run of [64, 16, 4, 1]) await dropPieces((bytes) => cutEvery(bytes, run))
  return best

  async function dropPieces(cut: (bytes: Uint8Array) => readonly Uint8Array[]): Promise<void> {
    for (let width = Math.max(1, cut(best.bytes).length >> 1); width >= 1; width = width === 1 ? 0 : width >> 1) {
      for (let at = 0; !spent(); ) {
        const pieces = cut(best.bytes)
        if (at >= pieces.length) break
        const bytes = Buffer.concat(pieces.filter((_, i) => i < at || i >= at + width))
        if (!(await attempt({ ...best, bytes: Uint8Array.from(bytes) }))) at += width
      }
    }
  }
}

function cutAt(bytes: Uint8Array, sign: number): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(sign, from)
    pieces.push(bytes.subarray(from, end < 0 ? bytes.length : end + 1))
    from = end < 0 ? bytes.length : end + 1
  }
  return pieces
}

function cutEvery(bytes: Uint8Array, run: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / run) }, (_, i) => bytes.subarray(i * run, (i + 1) * run))
}
