import { type ChildProcess, fork } from 'node:child_process'
import type { FuzzInput, Violation } from './input'
import type { Answer } from './worker'

/** Processor time: a busy machine makes nothing a hang that isn't one. */
const LIMIT_MS = 5_000
/** Time by the clock after which no answer comes any more. */
const PATIENCE_MS = 60_000
const MEMORY_MB = 1_500

/** A process with a watchdog: what takes longer than five seconds, or kills it, breaks a law like any other. */
export class Lane {
  private child: ChildProcess | undefined
  private settle: ((answer: Answer) => void) | undefined
  slowest = { ms: 0, bytes: 0, name: '' }

  constructor(private readonly file: string) {}

  /** Which law an input breaks. Too slow is only what is so twice: the first time, much has yet to be compiled. */
  async ask(input: FuzzInput): Promise<Violation | undefined> {
    const first = await this.once(input)
    const { violation, ms } = first.ms <= LIMIT_MS || first.violation !== undefined ? first : await this.once(input)
    if (ms > this.slowest.ms) this.slowest = { ms, bytes: input.bytes.length, name: input.name }
    if (violation !== undefined || ms <= LIMIT_MS) return violation
    return broken('nothing takes over 5 s', 'an answer, but late')
  }

  close(): void {
    this.child?.kill('SIGKILL')
    this.child = undefined
  }

  private once(input: FuzzInput): Promise<Answer> {
    this.child ??= this.begin()
    const { child } = this
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.lost(child, 'nothing takes over 5 s', 'no answer'), PATIENCE_MS)
      this.settle = (answer) => {
        clearTimeout(timer)
        this.settle = undefined
        resolve(answer)
      }
      child.send(input)
    })
  }

  private begin(): ChildProcess {
    const child = fork(this.file, {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (answer: Answer) => this.settle?.(answer))
    child.on('exit', (code, signal) => this.lost(child, 'nothing kills the process', String(code ?? signal)))
    child.on('error', (error) => this.lost(child, 'nothing kills the process', error.message))
    return child
  }

  private lost(child: ChildProcess, law: string, message: string): void {
    if (child !== this.child) return
    this.close()
    this.settle?.({ violation: broken(law, message), ms: 0 })
  }
}

function broken(law: string, message: string): Violation {
  return { law, message, signature: `${law}: ${message}` }
}
