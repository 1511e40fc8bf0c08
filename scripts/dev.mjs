// The app with live reload while one works on it.
import path from 'node:path'
import { mentionStandIn, requireRuntime } from './lib/electron-runtime.mjs'
import { isLinuxRoot, ROOT, runScript, say } from './lib/project.mjs'
import { electronEnvironment, runForeground } from './lib/run-electron.mjs'

await runScript(async () => {
  const runtime = requireRuntime()
  mentionStandIn(runtime)
  const root = isLinuxRoot()
  if (root) say('Running as root, so without the sandbox (--no-sandbox).')
  const tool = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const args = [tool, 'dev', ...(root ? ['--noSandbox'] : []), ...process.argv.slice(2)]
  return runForeground(process.execPath, args, {
    cwd: ROOT,
    env: electronEnvironment({ ELECTRON_EXEC_PATH: runtime.executable }),
  })
})
