import type { PictureOptions } from '../../../shared/bridge'
import { bridge } from '../../files/bridge'
import { PLAIN_PICTURE } from '../../river/source'
import { pictureFromText, pictureToText } from './choices'

let kept: PictureOptions = PLAIN_PICTURE

/** How pictures were made last; read once, when the window opens. */
export function lastPicture(): PictureOptions {
  return kept
}

export async function readPicture(): Promise<void> {
  kept = pictureFromText(await bridge.readNotes('exports').catch(() => undefined))
}

/** Remembers how pictures are made, for the next time. */
export function keepPicture(picture: PictureOptions): void {
  const text = pictureToText(picture)
  if (text === pictureToText(kept)) return
  kept = picture
  void bridge.writeNotes('exports', text).catch(() => undefined)
}
