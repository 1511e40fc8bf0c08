// The app on the command line: imports files, exports results, shows no window.
import fs from 'node:fs'
import { ensureBuilt } from './lib/build.mjs'
import { readHeadlessArguments, typedIn, USAGE } from './lib/headless-arguments.mjs'
import { runHeadless } from './lib/headless-run.mjs'
import { runScript } from './lib/project.mjs'

await runScript(async () => {
  const given = process.argv.slice(2)
  if (given.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const { args, timeout } = readHeadlessArguments(given, typedIn(process.env, process.cwd()), fs.existsSync)
  await ensureBuilt()
  return runHeadless(args, timeout)
})
