import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { ROOT, Trouble } from './project.mjs'
import { runCommand } from './run-command.mjs'

const SOURCES = ['electron', 'shared', 'renderer', 'assets', 'package.json', 'electron.vite.config.ts']
const OUTPUTS = ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html']

/** The newest change at or below a path; a folder's own time tells of deleted files. @param {string} file @returns {number} */
function newestChange(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return fs
    .readdirSync(file)
    .reduce((newest, name) => Math.max(newest, newestChange(path.join(file, name))), stat.mtimeMs)
}

/** Whether the build is missing or older than any source. @param {string} [root] */
export function isStale(root = ROOT) {
  const built = OUTPUTS.map((file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  // The oldest output counts: a source saved while a build ran is newer than what was built first.
  return Math.min(...built) < Math.max(...SOURCES.map((file) => newestChange(path.join(root, file))))
}

/** Builds if needed, and speaks only when that fails. */
export async function ensureBuilt() {
  if (!isStale()) return
  await withLock(path.join(ROOT, '.build', 'build.lock'), async () => {
    if (!isStale()) return
    const tool = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const { code, output } = await runCommand(process.execPath, [tool, 'build'], { cwd: ROOT })
    if (code !== 0) throw new Trouble(`The build failed:\n${output.trim()}`)
  })
}
