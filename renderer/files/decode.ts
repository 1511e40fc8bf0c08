import type { DecodedFile, Delimiter, Encoding } from '../../shared/import/table'

/** What a person decided about a file, instead of what was guessed. */
export interface DecodeOverrides {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
}

/** What the worker is sent. The buffer is transferred. */
export interface DecodeRequest {
  readonly name: string
  readonly buffer: ArrayBuffer
  readonly overrides?: DecodeOverrides
}

/** What the worker answers: the file, or why not. */
export type DecodeAnswer = { readonly file: DecodedFile } | { readonly problem: string }

/**
 * Decodes a file in a worker of its own, so that neither a large nor a hostile file holds the window up. The bytes are
 * copied, not taken. Rejects with an Error when the worker fails, with the signal's reason when it is aborted; either
 * way the worker is gone afterwards.
 */
export function decodeInWorker(
  name: string,
  bytes: Uint8Array,
  overrides?: DecodeOverrides,
  signal?: AbortSignal,
): Promise<DecodedFile> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
    const abort = () => finish(() => reject(signal?.reason))
    const finish = (settle: () => void) => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    signal?.addEventListener('abort', abort)
    worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) =>
      finish(() => ('file' in data ? resolve(data.file) : reject(new Error(data.problem))))
    worker.onerror = (event) => finish(() => reject(new Error(event.message || 'The worker stopped')))
    worker.onmessageerror = () => finish(() => reject(new Error('The answer could not be read')))
    const buffer = bytes.slice().buffer
    const request: DecodeRequest = { name, buffer, ...(overrides === undefined ? {} : { overrides }) }
    worker.postMessage(request, [buffer])
  })
}
