import { afterEach, describe, expect, it, vi } from 'vitest'
import { decodeInWorker } from '../../../renderer/files/decode'
import { decodeFile } from '../../../renderer/files/decode-file'
import { type DecodeMessage, type DecodeRequest, messagesOf } from '../../../renderer/files/decode-messages'
import { Refused } from '../../../shared/import/refused'

const bytes = new TextEncoder().encode('Name;Dept\nSAP;IT\nJira;Dev\n')

/** A worker that answers as the real one does, without a thread of its own. */
function stubWorker(answer: (request: DecodeRequest) => Iterable<DecodeMessage>): { readonly ended: () => boolean } {
  let last: StubWorker | undefined
  const remember = (worker: StubWorker) => {
    last = worker
  }
  class StubWorker {
    ended = false
    onmessage: ((event: { data: DecodeMessage }) => void) | undefined
    terminate(): void {
      this.ended = true
    }
    async postMessage(request: DecodeRequest): Promise<void> {
      remember(this)
      for (const message of answer(request)) {
        await Promise.resolve()
        if (!this.ended) this.onmessage?.({ data: structuredClone(message) })
      }
    }
  }
  vi.stubGlobal('Worker', StubWorker)
  return { ended: () => last?.ended === true }
}

afterEach(() => vi.unstubAllGlobals())

describe('decoding in a worker', () => {
  const read = ({ name, buffer }: DecodeRequest) => messagesOf(decodeFile(name, new Uint8Array(buffer)))

  it('gives every table, whether or not somebody watches the progress', async () => {
    const { ended } = stubWorker(read)
    const seen: number[] = []
    expect(await decodeInWorker('x.csv', bytes)).toEqual(decodeFile('x.csv', bytes))
    expect(await decodeInWorker('x.csv', bytes, {}, { onProgress: (fraction) => seen.push(fraction) })).toHaveLength(1)
    expect(seen.at(-1)).toBe(1)
    expect(ended()).toBe(true)
    expect(bytes.byteLength).toBeGreaterThan(0)
  })

  it('rejects with what was refused, and with what went wrong', async () => {
    stubWorker(() => [{ kind: 'refused', refusal: { code: 'too-many-rows', limit: 5 } }])
    await expect(decodeInWorker('x.csv', bytes)).rejects.toEqual(new Refused('too-many-rows', 5))
    stubWorker(() => [{ kind: 'problem', problem: 'Out of paper' }])
    await expect(decodeInWorker('x.csv', bytes)).rejects.toThrow('Out of paper')
  })

  it('ends the worker when it is cancelled', async () => {
    const { ended } = stubWorker(read)
    const abort = new AbortController()
    const waiting = decodeInWorker('x.csv', bytes, {}, { signal: abort.signal })
    abort.abort(new Error('Cancelled'))
    await expect(waiting).rejects.toThrow('Cancelled')
    expect(ended()).toBe(true)
    await expect(decodeInWorker('x.csv', bytes, {}, { signal: abort.signal })).rejects.toThrow('Cancelled')
  })
})
