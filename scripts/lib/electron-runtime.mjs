import fs from 'node:fs'
import path from 'node:path'
import { downloadElectron } from './electron-download.mjs'
import { ROOT, say, Trouble } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { makeStandIn, STAND_IN_LINE, standInFits, standInFolder } from './stand-in.mjs'

/**
 * @typedef {{ executable: string, folder: string, kind: 'override' | 'installed' | 'stand-in' }} Runtime
 * @typedef {{
 *   override: () => string | undefined, installed: () => string, standIn: () => string,
 *   exists: (file: string) => boolean, platform: NodeJS.Platform, arch: string
 * }} Probes
 */

/** @type {Probes} */
const MACHINE = {
  override: () => process.env.ELECTRON_OVERRIDE_DIST_PATH,
  installed: () => path.join(ROOT, 'node_modules', 'electron', 'dist'),
  standIn: standInFolder,
  exists: (file) => fs.existsSync(file),
  platform: process.platform,
  arch: process.arch,
}

/** Where the executable lies inside a distribution. @param {NodeJS.Platform} platform */
export function executableName(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The runtime that is there, without fetching anything. @param {Probes} [probes] @returns {Runtime | undefined} */
export function findRuntime(probes = MACHINE) {
  const name = executableName(probes.platform)
  const override = probes.override()
  if (override) {
    const folder = path.resolve(override)
    const executable = path.join(folder, name)
    if (probes.exists(executable)) return { executable, folder, kind: 'override' }
    throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${name} in that folder.`)
  }
  // `version` is the last file that goes in: a distribution without it is half unpacked.
  const installed = probes.installed()
  if (probes.exists(path.join(installed, name)) && probes.exists(path.join(installed, 'version'))) {
    return { executable: path.join(installed, name), folder: installed, kind: 'installed' }
  }
  const standIn = probes.standIn()
  if (standInFits(probes.platform, probes.arch) && probes.exists(path.join(standIn, 'version'))) {
    return { executable: path.join(standIn, name), folder: standIn, kind: 'stand-in' }
  }
  return undefined
}

/** The runtime for the scripts that run after prepare.mjs. @returns {Runtime} */
export function requireRuntime() {
  const runtime = findRuntime()
  if (!runtime) throw new Trouble('There is no Electron runtime yet: run `node scripts/prepare.mjs` first.')
  return runtime
}

/** Says once which runtime it is when it isn't the real one. @param {Runtime} runtime */
export function mentionStandIn(runtime) {
  if (runtime.kind === 'stand-in') say(STAND_IN_LINE)
}

/** Starts the runtime as plain Node: needs all its libraries, but neither display nor sandbox. @param {Runtime} runtime */
export async function checkRuntime(runtime) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { code, stdout, output } = await runCommand(runtime.executable, ['-p', 'process.versions.electron'], { env })
  if (code === 0 && /^\d+\./.test(stdout)) return
  throw new Trouble(`Electron was fetched, but does not start:\n${output.trim()}`)
}

/**
 * Sees to it that there is a runtime: the one named or installed, else the official download, else the stand-in.
 * @returns {Promise<{ runtime: Runtime, isNew: boolean }>}
 */
export async function prepareRuntime() {
  const before = findRuntime()
  if (before && before.kind !== 'stand-in') return { runtime: before, isNew: false }
  const problem = await downloadElectron()
  if (problem && !standInFits(process.platform, process.arch)) {
    throw new Trouble(
      `Electron could not be downloaded (see the lines below); the app cannot run without it.\n${problem}`,
    )
  }
  if (problem && before) return { runtime: before, isNew: false }
  if (problem) {
    await makeStandIn()
    say(STAND_IN_LINE)
  }
  return { runtime: requireRuntime(), isNew: true }
}
