import fs from 'node:fs'
import path from 'node:path'
import { hasDisplay, needsXvfb } from './display.mjs'
import { isLinuxRoot, say, Trouble } from './project.mjs'
import { runCommand } from './run-command.mjs'

/** Debian's packages and the file that shows each of them is there. Newer releases rename some to …t64. */
const LIBRARIES = [
  { name: 'libgtk-3-0', file: 'libgtk-3.so.0' },
  { name: 'libnss3', file: 'libnss3.so' },
  { name: 'libgbm1', file: 'libgbm.so.1' },
  { name: 'libasound2', file: 'libasound.so.2' },
]
const XVFB = { name: 'xvfb', file: 'Xvfb' }

const TRIPLETS = /** @type {Record<string, string>} */ ({ x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' })

/** @param {string} arch @param {string} searchPath */
export function searchFolders(arch, searchPath) {
  const triplet = TRIPLETS[arch] ?? `${arch}-linux-gnu`
  return {
    libraries: [`/usr/lib/${triplet}`, `/lib/${triplet}`, '/usr/lib64', '/usr/lib', '/usr/local/lib'],
    programs: [...searchPath.split(':').filter(Boolean), '/usr/bin'],
  }
}

/**
 * The Debian packages that are missing.
 * @param {{ xvfb: boolean, arch: string, searchPath: string, exists: (file: string) => boolean }} machine
 */
export function missingPackages({ xvfb, arch, searchPath, exists }) {
  const { libraries, programs } = searchFolders(arch, searchPath)
  const absent = (/** @type {string[]} */ folders, /** @type {string} */ file) =>
    !folders.some((folder) => exists(path.join(folder, file)))
  return [
    ...(xvfb && absent(programs, XVFB.file) ? [XVFB.name] : []),
    ...LIBRARIES.filter(({ file }) => absent(libraries, file)).map(({ name }) => name),
  ]
}

/** The names this release knows the packages by. @param {readonly string[]} names */
async function localNames(names) {
  const known = await Promise.all(names.map((name) => runCommand('apt-cache', ['pkgnames', `${name}t64`])))
  return names.map((name, index) => (known[index]?.stdout.split('\n').includes(`${name}t64`) ? `${name}t64` : name))
}

/** @param {readonly string[]} missing */
async function install(missing) {
  say(`Installing system packages: ${missing.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const limit = { env, timeout: 10 * 60_000 }
  const patient = ['-y', '-o', 'DPkg::Lock::Timeout=120']
  const update = await runCommand('apt-get', ['update', ...patient], limit)
  const names = await localNames(missing)
  const args = ['install', ...patient, '--no-install-recommends', ...names]
  const { code, output } = await runCommand('apt-get', args, limit)
  if (code !== 0) {
    throw new Trouble(`apt-get could not install ${names.join(' ')}:\n${update.output.trim()}\n${output.trim()}`)
  }
}

/** Installs what Electron and the tests need on Debian and Ubuntu, or says what to type. Other systems: nothing to do. */
export async function prepareSystem() {
  // Other Linux distributions name their packages differently; there the runtime's own check names what it misses.
  if (process.platform !== 'linux' || !fs.existsSync('/etc/debian_version')) return
  const missing = missingPackages({
    xvfb: needsXvfb(hasDisplay()),
    arch: process.arch,
    searchPath: process.env.PATH ?? '',
    exists: (file) => fs.existsSync(file),
  })
  if (missing.length === 0) return
  if (isLinuxRoot()) return install(missing)
  const names = (await localNames(missing)).join(' ')
  throw new Trouble(`Electron needs system packages that are not installed. Type this, then try again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`)
}
