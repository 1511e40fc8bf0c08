import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import readline from 'node:readline'
import { isLinuxRoot, SIGNALS, say } from './project.mjs'

const GRACE = 5_000

/** The environment for Electron: what would turn it into plain Node is left out. @param {NodeJS.ProcessEnv} [extra] */
export function electronEnvironment(extra = {}, env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  return { ...rest, ...extra }
}

/** @param {readonly string[]} args @param {boolean} root */
export const electronArguments = (args, root) => (root ? ['--no-sandbox', ...args] : [...args])

/** Chromium's own log lines, such as those about a missing dbus. @param {string} line */
export const isChromiumNoise = (line) => /^\[\d+:\d{4}\/\d{6}\.\d+:[A-Z]+[^\]]*\]/.test(line)

/**
 * Runs a program, hands signals on to it, and returns its exit code (128 + the signal's number when one ended it).
 * @param {string} program @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, timeout?: number, quiet?: boolean, onTimeout?: () => void }} options
 * @returns {Promise<number>}
 */
export function runForeground(program, args, { env, cwd, timeout, quiet = false, onTimeout }) {
  const child = spawn(program, args, { env, cwd, stdio: ['inherit', 'inherit', quiet ? 'pipe' : 'inherit'] })
  /** @type {NodeJS.Timeout[]} */
  const timers = []
  let timedOut = false
  /** @type {NodeJS.Signals | undefined} */
  let sent
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    sent = signal
    child.kill(signal)
    timers.push(setTimeout(() => child.kill('SIGKILL'), GRACE))
  }
  for (const signal of SIGNALS) process.on(signal, end)
  if (timeout) {
    const expire = () => {
      timedOut = true
      onTimeout?.()
      end('SIGTERM')
    }
    timers.push(setTimeout(expire, timeout))
  }
  if (child.stderr) readline.createInterface(child.stderr).on('line', (line) => isChromiumNoise(line) || say(line))
  return new Promise((resolve, reject) => {
    const clean = () => {
      timers.forEach(clearTimeout)
      for (const signal of SIGNALS) process.off(signal, end)
    }
    child.on('error', (error) => {
      clean()
      reject(error)
    })
    child.on('close', (code, signal) => {
      clean()
      if (timedOut) resolve(1)
      // Electron quits with 0 when a signal asks it to; whoever sent the signal still wants to see that it was one.
      else if (signal ?? (sent && code === 0)) resolve(128 + constants.signals[signal ?? sent ?? 'SIGTERM'])
      else resolve(code ?? 1)
    })
  })
}

/**
 * Runs the app in Electron. The sandbox stays on, except for root, whom Chromium refuses to serve with it.
 * @param {import('./electron-runtime.mjs').Runtime} runtime @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeout?: number, quiet?: boolean, onTimeout?: () => void }} [options]
 */
export function runElectron(runtime, args, options = {}) {
  const root = isLinuxRoot()
  if (root && !options.quiet) say('Running as root, so without the sandbox (--no-sandbox).')
  return runForeground(runtime.executable, electronArguments(args, root), {
    ...options,
    env: electronEnvironment(options.env),
  })
}
