import { spawn } from 'node:child_process'

/**
 * @typedef {{ code: number, stdout: string, output: string }} Outcome
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} Options
 */

/**
 * Runs a command and keeps what it says, so that it is shown only when it fails.
 * @param {string} command @param {readonly string[]} args @param {Options} [options] @returns {Promise<Outcome>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const kill = () => child.kill()
    process.on('exit', kill)
    child.on('close', () => process.off('exit', kill))
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.on('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }))
  })
}

/**
 * Runs npm as the npm that started us, with its configuration; by name when none did.
 * @param {readonly string[]} args @param {Options} [options]
 */
export function runNpm(args, options = {}) {
  // Under `npm run -s` the child would inherit silence and hide the reason of a failure.
  const quiet = [...args, '--loglevel=error', '--no-progress']
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return runCommand(process.execPath, [own, ...quiet], options)
  return runCommand('npm', quiet, { ...options, shell: process.platform === 'win32' })
}
