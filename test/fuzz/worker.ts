import { parentPort } from 'node:worker_threads'
import type { FuzzInput } from './input'
import { brokenLaw } from './laws'

/** One input in, one answer out. */
parentPort?.on('message', (input: FuzzInput) => {
  parentPort?.postMessage({ violation: brokenLaw(input) })
})
