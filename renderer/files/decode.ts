import { Refused } from '../../shared/import/refused'
import type { DecodedFile } from '../../shared/import/table'
import { type DecodeMessage, type DecodeOverrides, type DecodeRequest, FileAssembly } from './decode-messages'

export type { DecodeOverrides } from './decode-messages'

export interface DecodeWaiting {
  readonly signal?: AbortSignal | undefined
  /** Called with 0–1 while the tables come in; reading the bytes themselves comes before and isn't counted. */
  readonly onProgress?: (fraction: number) => void
}

/**
 * Decodes a file in a worker of its own, so that neither a large nor a hostile file holds the window up; the tables come
 * over in small batches. The bytes are copied, not taken. Rejects with `Refused` when the file won't be read, with
 * another Error when the worker fails, with the signal's reason when it is aborted; in each case the worker is gone.
 */
export function decodeInWorker(
  name: string,
  bytes: Uint8Array,
  overrides?: DecodeOverrides,
  { signal, onProgress }: DecodeWaiting = {},
): Promise<readonly DecodedFile[]> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
    const assembly = new FileAssembly()
    const abort = () => finish(() => reject(signal?.reason))
    const finish = (settle: () => void) => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    signal?.addEventListener('abort', abort)
    worker.onmessage = ({ data }: MessageEvent<DecodeMessage>) => {
      if (data.kind === 'tables' || data.kind === 'rows') {
        const fraction = assembly.take(data)
        onProgress?.(fraction)
      } else if (data.kind === 'done') finish(() => resolve(assembly.files))
      else if (data.kind === 'refused') finish(() => reject(new Refused(data.refusal.code, data.refusal.limit)))
      else finish(() => reject(new Error(data.problem)))
    }
    worker.onerror = (event) => finish(() => reject(new Error(event.message || 'The worker stopped')))
    worker.onmessageerror = () => finish(() => reject(new Error('The answer could not be read')))
    const buffer = bytes.slice().buffer
    const request: DecodeRequest = { name, buffer, ...(overrides === undefined ? {} : { overrides }) }
    worker.postMessage(request, [buffer])
  })
}
