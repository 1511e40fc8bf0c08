/** A question to a worker with its ticket, and the answer that carries the same one. */
export interface Asked<Q> {
  readonly ticket: number
  readonly question: Q
}

export type Answered<A> =
  | { readonly ticket: number; readonly answer: A }
  | { readonly ticket: number; readonly failure: string }

/**
 * A worker that answers one question after the other. It is started with the first question and kept. A failure inside
 * it rejects the promise of the question that caused it.
 */
export function askable<Q, A>(start: () => Worker): (ask: () => Q) => Promise<A> {
  let worker: Worker | undefined
  let lastTicket = 0
  const waiting = new Map<number, { resolve: (answer: A) => void; reject: (error: Error) => void }>()

  const begin = () => {
    const started = start()
    started.onmessage = ({ data }: MessageEvent<Answered<A>>) => {
      const asker = waiting.get(data.ticket)
      waiting.delete(data.ticket)
      if ('answer' in data) asker?.resolve(data.answer)
      else asker?.reject(new Error(data.failure))
    }
    started.onerror = (event) => {
      for (const asker of waiting.values()) asker.reject(new Error(event.message))
      waiting.clear()
      worker = undefined
    }
    return started
  }

  // The question is made when the worker is there: what it already knows may be a part of it.
  return (ask) =>
    new Promise<A>((resolve, reject) => {
      worker ??= begin()
      lastTicket += 1
      waiting.set(lastTicket, { resolve, reject })
      worker.postMessage({ ticket: lastTicket, question: ask() } satisfies Asked<Q>)
    })
}

/** The other side: the whole of a worker is one pure function in this envelope. */
export function answerWith<Q, A>(work: (question: Q) => A): void {
  self.onmessage = ({ data: { ticket, question } }: MessageEvent<Asked<Q>>) => {
    let answered: Answered<A>
    try {
      answered = { ticket, answer: work(question) }
    } catch (error) {
      answered = { ticket, failure: error instanceof Error ? error.message : String(error) }
    }
    self.postMessage(answered)
  }
}
