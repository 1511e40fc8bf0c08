// Makes a fresh machine ready: packages, system libraries, an Electron runtime. Uses Node alone, because nothing else
// is there yet, and says nothing when there is nothing to do.
import { checkRuntime, prepareRuntime } from './lib/electron-runtime.mjs'
import { prepareNodeModules } from './lib/node-modules.mjs'
import { isNodeNewEnough, NEEDED_NODE } from './lib/node-version.mjs'
import { runScript, Trouble } from './lib/project.mjs'
import { prepareSystem } from './lib/system-packages.mjs'

await runScript(async () => {
  if (!isNodeNewEnough(process.versions.node)) {
    throw new Trouble(`Node ${NEEDED_NODE} or newer is needed; this is ${process.versions.node}.`)
  }
  await prepareNodeModules()
  // The libraries first: a runtime that was just fetched is started once, and needs them.
  await prepareSystem()
  const { runtime, isNew } = await prepareRuntime()
  if (isNew) await checkRuntime(runtime)
  return 0
})
