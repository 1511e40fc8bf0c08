import type { Overlap, OverlapKind, OverlapReason } from '../../shared/analysis/findings'
import { JUDGEMENTS, type Judgement, type ToolId } from '../../shared/inventory/nouns'

const KINDS: readonly OverlapKind[] = ['same-product', 'redundant', 'in-suite', 'overlap']
const VERDICTS: readonly (Judgement | undefined)[] = [undefined, ...JUDGEMENTS]

/**
 * Overlaps for the way to the page. There may be hundreds of thousands, and few are ever looked at closely: their
 * reasons stay bytes, outside of the page's heap, until somebody asks for them.
 */
export interface OverlapPack {
  /** Two ids per overlap, one after the other, each followed by a line break. */
  readonly tools: string
  readonly scores: Float64Array<ArrayBuffer>
  /** Kind, whether it is only proposed, and verdict, as one number. */
  readonly looks: Uint8Array<ArrayBuffer>
  /** The reasons of all of them as JSON in UTF-8, and where each one's end. */
  readonly reasons: Uint8Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Packs overlaps; what is in `transfer` is handed over. */
export function packOverlaps(overlaps: readonly Overlap[]): {
  readonly wire: OverlapPack
  readonly transfer: Transferable[]
} {
  let tools = ''
  const scores = new Float64Array(overlaps.length)
  const looks = new Uint8Array(overlaps.length)
  const ends = new Uint32Array(overlaps.length)
  const texts: Uint8Array[] = []
  let length = 0
  for (const [at, { tools: pair, score, kind, proposed, verdict, reasons }] of overlaps.entries()) {
    tools += `${pair[0]}\n${pair[1]}\n`
    scores[at] = score
    looks[at] = KINDS.indexOf(kind) * 8 + VERDICTS.indexOf(verdict) * 2 + Number(proposed)
    const text = encoder.encode(JSON.stringify(reasons))
    texts.push(text)
    length += text.length
    ends[at] = length
  }
  const reasons = new Uint8Array(length)
  for (const [at, text] of texts.entries()) reasons.set(text, (ends[at] as number) - text.length)
  const wire = { tools, scores, looks, reasons, ends }
  return { wire, transfer: [scores.buffer, looks.buffer, reasons.buffer, ends.buffer] }
}

/** The overlaps of a pack. Each is made of the pack when it is asked something. */
export function unpackOverlaps(pack: OverlapPack): readonly Overlap[] {
  const ids = pack.tools.split('\n').map(shared)
  return Array.from(pack.scores, (_, at) => new PackedOverlap(pack, ids, at))
}

const known = new Map<string, ToolId>()

/** The same text for the same id: otherwise each overlap would bring two of its own. */
function shared(id: string): ToolId {
  const same = known.get(id)
  if (same !== undefined) return same
  known.set(id, id as ToolId)
  return id as ToolId
}

class PackedOverlap implements Overlap {
  readonly #pack: OverlapPack
  readonly #ids: readonly ToolId[]
  readonly #at: number

  constructor(pack: OverlapPack, ids: readonly ToolId[], at: number) {
    this.#pack = pack
    this.#ids = ids
    this.#at = at
  }

  get tools(): readonly [ToolId, ToolId] {
    return [this.#ids[this.#at * 2] as ToolId, this.#ids[this.#at * 2 + 1] as ToolId]
  }

  get score(): number {
    return this.#pack.scores[this.#at] as number
  }

  get kind(): OverlapKind {
    return KINDS[this.#look >> 3] as OverlapKind
  }

  get proposed(): boolean {
    return (this.#look & 1) === 1
  }

  get verdict(): Judgement {
    // Absent where nobody judged; the interface's way of saying so has no twin among getters.
    return VERDICTS[(this.#look >> 1) & 3] as Judgement
  }

  get reasons(): readonly OverlapReason[] {
    const { reasons, ends } = this.#pack
    return JSON.parse(decoder.decode(reasons.subarray(ends[this.#at - 1] ?? 0, ends[this.#at]))) as OverlapReason[]
  }

  get #look(): number {
    return this.#pack.looks[this.#at] as number
  }
}
