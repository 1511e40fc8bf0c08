import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT, say, Trouble } from './project.mjs'
import { runNpm } from './run-command.mjs'

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean }>} Packages */

/**
 * Whether what npm says it installed is what the lockfile asks for. Optional packages may be absent: most of them
 * are builds for other systems.
 * @param {Packages} locked @param {Packages} installed
 */
export function matchesLockfile(locked, installed) {
  for (const [place, wanted] of Object.entries(locked)) {
    if (place === '') continue
    const found = installed[place]
    if (found ? found.version !== wanted.version : !wanted.optional) return false
  }
  return Object.keys(installed).every((place) => place in locked)
}

/** @param {string} file @returns {Packages} */
const readPackages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages

/** @param {string} root */
function isCurrent(root) {
  const lockfile = path.join(root, 'package-lock.json')
  const marker = path.join(root, 'node_modules', '.toolscape-lock')
  const hash = createHash('sha256').update(fs.readFileSync(lockfile)).digest('hex')
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === hash) return true
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(installed) || !matchesLockfile(readPackages(lockfile), readPackages(installed))) return false
  fs.writeFileSync(marker, hash)
  return true
}

/** Installs the locked packages unless they are there already. @param {string} [root] */
export async function prepareNodeModules(root = ROOT) {
  if (!fs.existsSync(path.join(root, 'package-lock.json'))) throw new Trouble('package-lock.json is missing.')
  if (isCurrent(root)) return
  say('Installing packages (npm ci) …')
  const { code, output } = await runNpm(['ci'], { cwd: root })
  // npm ends its errors with pages of usage.
  if (code !== 0) throw new Trouble(`npm ci failed:\n${output.trim().split('\n').slice(0, 20).join('\n')}`)
  if (!isCurrent(root)) throw new Trouble('npm ci ran, but node_modules still does not match package-lock.json.')
}
