import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withDisplay } from './display.mjs'
import { requireRuntime } from './electron-runtime.mjs'
import { ROOT, say } from './project.mjs'
import { runElectron } from './run-electron.mjs'

/**
 * Runs the app without a window to look at, on a profile that is thrown away afterwards.
 * @param {readonly string[]} args @param {number} timeout seconds
 */
export async function runHeadless(args, timeout) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'toolscape-profile-'))
  const remove = () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.on('exit', remove)
  const runtime = requireRuntime()
  return withDisplay((env) =>
    runElectron(runtime, [ROOT, '--headless', ...args], {
      env: { ...env, TOOLSCAPE_PROFILE: profile },
      timeout: timeout * 1000,
      quiet: true,
      onTimeout: () => say(`Stopped: not finished after ${timeout} seconds.`),
    }),
  )
}
