// The end-to-end tests in the real app, on an invisible display where there is no other.
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { mentionStandIn, requireRuntime } from './lib/electron-runtime.mjs'
import { ROOT, runScript } from './lib/project.mjs'
import { electronEnvironment, runForeground } from './lib/run-electron.mjs'

await runScript(async () => {
  const runtime = requireRuntime()
  await ensureBuilt()
  mentionStandIn(runtime)
  const tool = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [tool, 'run', '--config', path.join('test', 'e2e', 'vitest.config.ts'), ...process.argv.slice(2)]
  // The tests add --no-sandbox for root alone; run by anybody else they test the sandbox as well.
  return withDisplay((display) =>
    runForeground(process.execPath, args, {
      cwd: ROOT,
      env: electronEnvironment({ ...display, TOOLSCAPE_ELECTRON: runtime.executable }),
    }),
  )
})
