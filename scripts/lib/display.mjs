import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { Trouble } from './project.mjs'

/**
 * Whether windows can be shown.
 * @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform]
 */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** @param {boolean} display @param {NodeJS.Platform} [platform] */
export const needsXvfb = (display, platform = process.platform) => platform === 'linux' && !display

const PATIENCE = 20_000

/**
 * Starts an invisible display on a free number and waits until it takes connections.
 * @param {string} [size] @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startXvfb(size = '1600x1000x24') {
  // Detached, so that Ctrl+C in a terminal reaches the app first and not the display under it.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stop = () => {
    process.off('exit', stop)
    child.kill('SIGTERM')
  }
  process.on('exit', stop)
  return new Promise((resolve, reject) => {
    let number = ''
    let said = ''
    const fail = (/** @type {string} */ reason) => {
      stop()
      reject(new Trouble(`The invisible display (Xvfb) did not start: ${reason}`))
    }
    const timer = setTimeout(() => fail('it did not answer'), PATIENCE)
    child.on('error', (error) =>
      fail('code' in error && error.code === 'ENOENT' ? 'it is not installed' : error.message),
    )
    child.on('exit', () => fail(said.trim() || 'it ended at once'))
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-2000)
    })
    child.stdio[3]?.on('data', (chunk) => {
      number += chunk
      if (!number.includes('\n')) return
      clearTimeout(timer)
      child.removeAllListeners('exit')
      child.unref()
      // Nothing of it may keep this process alive.
      for (const stream of child.stdio) if (stream instanceof Socket) stream.unref()
      resolve({ display: `:${number.trim()}`, stop })
    })
  })
}

/**
 * Does some work with a display to show windows on: the user's own, else an invisible one for as long as it takes.
 * @template T @param {(env: NodeJS.ProcessEnv) => Promise<T>} work @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({})
  const { display, stop } = await startXvfb()
  try {
    return await work({ DISPLAY: display })
  } finally {
    stop()
  }
}
