import { Inflate } from 'fflate'
import { Refused } from '../../shared/import/refused'

/** What an archive may be at most, judged before anything is inflated and again while it is. */
export const ZIP_LIMITS = { entries: 2_000, bytes: 500 * 1024 * 1024, ratio: 200 } as const
/** Below this a part may be as well compressed as it likes: a short text of repetitions harms nobody. */
const HARMLESS_BYTES = 10 * 1024 * 1024
const CHUNK = 64 * 1024

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where its local header stands. */
  readonly at: number
}

export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of an entry, undefined when there is none. Throws `Refused` when it is more than it said. */
  read(name: string): Uint8Array<ArrayBuffer> | undefined
}

/** Reads the list of an archive's entries. Throws `Refused` for what is broken, encrypted or meant to do harm. */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > ZIP_LIMITS.entries) throw new Refused('unsafe-archive', ZIP_LIMITS.entries)
  const entries = new Map<string, Entry>()
  const names = new TextDecoder()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new Refused('damaged-file')
    const nameLength = view.getUint16(at + 28, true)
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/')
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    if (encrypted) throw new Refused('not-readable-format')
    if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name) || entries.has(name)) throw new Refused('unsafe-archive')
    total += entry.size
    // 0xffffffff stands for a size beyond 4 GB that is written elsewhere.
    if (total > ZIP_LIMITS.bytes) throw new Refused('unsafe-archive', ZIP_LIMITS.bytes)
    if (entry.size > HARMLESS_BYTES && entry.size > entry.packed * ZIP_LIMITS.ratio) {
      throw new Refused('unsafe-archive', ZIP_LIMITS.ratio)
    }
    entries.set(name, entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      return entry === undefined ? undefined : unpack(bytes, view, entry)
    },
  }
}

/** The record at the archive's end; behind it stands at most a comment. */
function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new Refused('damaged-file')
}

/** Inflates piece by piece and stops at the first byte more than was declared: sizes in an archive may lie. */
function unpack(bytes: Uint8Array, view: DataView, { method, packed, size, at }: Entry): Uint8Array<ArrayBuffer> {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50) throw new Refused('damaged-file')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) throw new Refused('damaged-file')
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data.slice(0, size)
  if (method !== 8) throw new Refused('not-readable-format')
  const out = new Uint8Array(size)
  let filled = 0
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw new Refused('unsafe-archive', size)
    out.set(piece, filled)
    filled += piece.length
  })
  try {
    for (let from = 0; from < data.length; from += CHUNK) {
      inflate.push(data.subarray(from, from + CHUNK), from + CHUNK >= data.length)
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged-file')
  }
  if (filled !== size) throw new Refused('damaged-file')
  return out
}
