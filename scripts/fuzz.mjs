// Throws broken lists at the import until something gives: npm run fuzz -- [--inputs 10000] [--seed N] [--keep]
import path from 'node:path'
import { bundle } from './lib/bundle.mjs'
import { ROOT, runScript } from './lib/project.mjs'
import { electronEnvironment, runForeground } from './lib/run-electron.mjs'

await runScript(async () => {
  const folder = await bundle(
    {
      main: path.join(ROOT, 'test', 'fuzz', 'main.ts'),
      worker: path.join(ROOT, 'test', 'fuzz', 'worker.ts'),
    },
    'fuzz',
  )
  const args = [path.join(folder, 'main.mjs'), '--root', ROOT, ...process.argv.slice(2)]
  return runForeground(process.execPath, args, { cwd: ROOT, env: electronEnvironment() })
})
