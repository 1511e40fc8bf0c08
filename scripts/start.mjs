// Opens the app; where no window can be shown, does its main job on the bundled sample instead.
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { hasDisplay } from './lib/display.mjs'
import { mentionStandIn, requireRuntime } from './lib/electron-runtime.mjs'
import { runHeadless } from './lib/headless-run.mjs'
import { isLinuxRoot, ROOT, runScript, say } from './lib/project.mjs'
import { runElectron } from './lib/run-electron.mjs'
import { sampleFiles, sampleLanguage, summarise } from './lib/sample.mjs'

const PATIENCE_SECONDS = 300

async function runSample() {
  const language = sampleLanguage(process.env)
  const folder = path.resolve('.build', 'toolscape-sample')
  fs.mkdirSync(folder, { recursive: true })
  const file = (/** @type {string} */ name) => path.join(folder, name)
  if (isLinuxRoot()) say('Running as root, so without the sandbox (--no-sandbox).')
  const code = await runHeadless(
    [
      ...sampleFiles(ROOT, language).flatMap((sample) => ['--import', sample]),
      ...['--export', `map=${file('map.svg')}`, '--export', `report=${file('report.json')}`],
      ...['--export', `tools=${file('tools.csv')}`, '--lang', language],
    ],
    PATIENCE_SECONDS,
  )
  if (code !== 0) return code
  console.log('The bundled sample, without a window:')
  for (const line of summarise(JSON.parse(fs.readFileSync(file('report.json'), 'utf8')))) console.log(line)
  console.log(`The map as a picture: ${path.relative('', file('map.svg'))}`)
  console.log('The window itself needs a display; there is none here (DISPLAY and WAYLAND_DISPLAY are not set).')
  return 0
}

await runScript(async () => {
  const runtime = requireRuntime()
  await ensureBuilt()
  mentionStandIn(runtime)
  return hasDisplay() ? runElectron(runtime, [ROOT, ...process.argv.slice(2)]) : runSample()
})
