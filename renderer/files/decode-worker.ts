import { decodeCsv } from './csv-codec'
import type { DecodeAnswer, DecodeRequest } from './decode'

/** The worker's whole life: one file in, one table out. Whatever goes wrong is answered, never thrown into nowhere. */
self.onmessage = ({ data }: MessageEvent<DecodeRequest>) => {
  let answer: DecodeAnswer
  try {
    answer = { file: decodeCsv(data.name, new Uint8Array(data.buffer), data.overrides) }
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
