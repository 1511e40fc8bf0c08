import type { Scene } from './paint'
import type { View } from './paint-picture'
import type { Painted, PaintQuestion } from './paint-worker'

let idle: PaintDesk | undefined
/** Desks that were taken before the last time everything was forgotten are not kept. */
let era = 0
let inUse = 0

/** A painting worker and what it has: kept when the map is left, so that it is there at once when somebody returns. */
export class PaintDesk {
  /** The scenes whose departments and cards, whose lines and whose bundles the worker has. */
  readonly has: { cards?: Scene; lines?: Scene; bundles?: Scene } = {}
  readonly era = era
  onPainted: ((bitmap: ImageBitmap) => void) | undefined
  readonly #worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
  #ticket = 0

  constructor() {
    this.#worker.onmessage = ({ data: { ticket, bitmap } }: MessageEvent<Painted>) => {
      if (ticket === this.#ticket && this.onPainted !== undefined) this.onPainted(bitmap)
      else bitmap.close()
    }
  }

  tell(question: PaintQuestion): void {
    this.#worker.postMessage(question)
  }

  /** Has the view painted; `onPainted` gets the newest painting that was asked for. */
  ask(view: View, ratio: number): void {
    this.#ticket += 1
    this.tell({ ticket: this.#ticket, view, ratio })
  }

  close(): void {
    this.onPainted = undefined
    this.#worker.terminate()
  }
}

/** Starts the worker ahead of time: it takes a while to load. */
export function prepareDesk(): void {
  if (inUse === 0) idle ??= new PaintDesk()
}

export function takeDesk(): PaintDesk {
  const desk = idle ?? new PaintDesk()
  idle = undefined
  inUse += 1
  return desk
}

export function giveBackDesk(desk: PaintDesk): void {
  desk.onPainted = undefined
  inUse -= 1
  if (idle === undefined && desk.era === era) idle = desk
  else desk.close()
}

/** Nothing of the map that was painted last is kept. */
export function forgetDesk(): void {
  era += 1
  idle?.close()
  idle = undefined
}
