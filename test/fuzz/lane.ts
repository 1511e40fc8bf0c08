import { Worker } from 'node:worker_threads'
import type { FuzzInput, Violation } from './input'

const PATIENCE_MS = 5_000
const MEMORY_MB = 1_500

/** A worker with a watchdog: what takes longer than five seconds, or kills it, breaks a law like any other. */
export class Lane {
  private worker: Worker | undefined
  private settle: ((violation: Violation | undefined) => void) | undefined
  slowest = { ms: 0, bytes: 0, name: '' }

  constructor(private readonly file: URL) {}

  /** A hang is only one if it happens twice: the machine may have been busy. */
  async ask(input: FuzzInput): Promise<Violation | undefined> {
    const first = await this.once(input)
    return first?.law === 'nothing takes over 5 s' ? this.once(input) : first
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
    this.worker = undefined
  }

  private once(input: FuzzInput): Promise<Violation | undefined> {
    this.worker ??= this.begin()
    const { worker } = this
    const start = performance.now()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.lost(worker, 'nothing takes over 5 s', 'no answer'), PATIENCE_MS)
      this.settle = (violation) => {
        clearTimeout(timer)
        this.settle = undefined
        const ms = performance.now() - start
        if (ms > this.slowest.ms) this.slowest = { ms, bytes: input.bytes.length, name: input.name }
        resolve(violation)
      }
      worker.postMessage(input)
    })
  }

  private begin(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    worker.on('message', (answer: { violation?: Violation }) => this.settle?.(answer.violation))
    worker.on('error', (error) => this.lost(worker, 'nothing kills the worker', error.message))
    return worker
  }

  private lost(worker: Worker, law: string, message: string): void {
    if (worker !== this.worker) return
    this.worker = undefined
    void worker.terminate()
    this.settle?.({ law, message, signature: `${law}: ${message}` })
  }
}
