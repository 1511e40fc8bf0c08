import { pacer } from '../database/breathe'

/** A part of a question to a worker with its ticket, and what comes back with the same one. */
export interface Asked<Q> {
  readonly ticket: number
  readonly question: Q
}

export type Answered<P, A> =
  | { readonly ticket: number; readonly part: P }
  | { readonly ticket: number; readonly answer: A }
  | { readonly ticket: number; readonly failure: string }

interface Waiting<P, A> {
  take(part: P): void
  resolve(answer: A): void
  reject(error: Error): void
}

/**
 * A worker that answers one question after the other. It is started with the first question and kept. A failure inside
 * it rejects the promise of the question that caused it. Questions and answers may come in parts, so that none of them
 * holds the page's thread up; the parts of an answer are handed to `take` in their order, before it.
 */
export function askable<Q, P, A>(
  start: () => Worker,
): (question: () => Iterable<Q>, take: (part: P) => void) => Promise<A> {
  let worker: Worker | undefined
  let lastTicket = 0
  let turn: Promise<unknown> = Promise.resolve()
  const waiting = new Map<number, Waiting<P, A>>()

  const begin = () => {
    const started = start()
    started.onmessage = ({ data }: MessageEvent<Answered<P, A>>) => {
      const asker = waiting.get(data.ticket)
      if ('part' in data) {
        asker?.take(data.part)
        return
      }
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

  const ask = async (question: () => Iterable<Q>, take: (part: P) => void): Promise<A> => {
    worker ??= begin()
    const asked = worker
    lastTicket += 1
    const ticket = lastTicket
    const answer = new Promise<A>((resolve, reject) => waiting.set(ticket, { take, resolve, reject }))
    // Until it is awaited below, a failure must not count as one that nobody looks at.
    answer.catch(() => undefined)
    const pause = pacer()
    // The question is made when the worker is there: what it already knows may be a part of it.
    for (const part of question()) {
      if (!waiting.has(ticket)) break
      asked.postMessage({ ticket, question: part } satisfies Asked<Q>)
      await pause()
    }
    return answer
  }

  return (question, take) => {
    // What a worker knows depends on the question before: they must not mix.
    const next = turn.then(() => ask(question, take))
    turn = next.catch(() => undefined)
    return next
  }
}

/**
 * The other side: the whole of a worker is one function in this envelope. It gives nothing back as long as parts of the
 * question are missing, and may send parts of its answer ahead.
 */
export function answerWith<Q, P, A>(
  work: (question: Q, send: (part: P, transfer?: Transferable[]) => void) => A | undefined,
): void {
  const post = (answered: Answered<P, A>, transfer: Transferable[] = []) => self.postMessage(answered, { transfer })
  self.onmessage = ({ data: { ticket, question } }: MessageEvent<Asked<Q>>) => {
    try {
      const answer = work(question, (part, transfer) => post({ ticket, part }, transfer))
      if (answer !== undefined) post({ ticket, answer })
    } catch (error) {
      post({ ticket, failure: error instanceof Error ? error.message : String(error) })
    }
  }
}
