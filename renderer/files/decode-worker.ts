import { Refused } from '../../shared/import/refused'
import { decodeFile } from './decode-file'
import { type DecodeMessage, type DecodeRequest, messagesOf } from './decode-messages'

/** The worker's whole life: one file in, its tables out. Whatever goes wrong is answered, never thrown into nowhere. */
self.onmessage = ({ data }: MessageEvent<DecodeRequest>) => {
  const say = (message: DecodeMessage) => self.postMessage(message)
  try {
    for (const message of messagesOf(decodeFile(data.name, new Uint8Array(data.buffer), data.overrides))) say(message)
  } catch (error) {
    if (error instanceof Refused) say({ kind: 'refused', refusal: error.refusal })
    else say({ kind: 'problem', problem: error instanceof Error ? error.message : String(error) })
  }
}
