import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** A failure whose message is all the reader needs: it is printed without a stack. */
export class Trouble extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

export const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @param {string} text */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Runs a script's main function; what it returns becomes the exit code. @param {() => Promise<number>} main */
export async function runScript(main) {
  for (const signal of SIGNALS) {
    // While the app runs it gets the signal and we end with it; else we end at once, through the exit handlers.
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + os.constants.signals[signal])
    })
  }
  try {
    process.exitCode = await main()
  } catch (error) {
    say(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = error instanceof Trouble ? error.exitCode : 1
  }
}

/**
 * The user's cache folder, where the runtime outlives a clone.
 * @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform] @param {string} [home]
 */
export function cacheFolder(env = process.env, platform = process.platform, home = os.homedir()) {
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, 'toolscape')
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'toolscape-cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'toolscape')
  return path.join(home, '.cache', 'toolscape')
}

/** Root on Linux: Chromium refuses to start its sandbox there. */
export const isLinuxRoot = () => process.platform === 'linux' && process.getuid?.() === 0
