// Measures ours beside its peers and prints tables: npm run bench -- [--quick] [--large] [--only import,analysis,overlaps,layout,map,export,app,commit]
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { ensureBuilt } from './lib/build.mjs'
import { bundle } from './lib/bundle.mjs'
import { withDisplay } from './lib/display.mjs'
import { findRuntime } from './lib/electron-runtime.mjs'
import { ROOT, runScript, say } from './lib/project.mjs'
import { runCommand } from './lib/run-command.mjs'
import { electronEnvironment, runForeground } from './lib/run-electron.mjs'

const HOME = path.join(ROOT, 'test', 'bench')
const RESULTS = path.join(ROOT, 'test-results')
const PARTS = ['import', 'analysis', 'overlaps', 'layout', 'map', 'export', 'app', 'commit']
const PEERS = ['elkjs', '@dagrejs/dagre', 'vis-network', 'cytoscape', 'html-to-image']
/** The parts that start the real app. */
const WINDOWED = ['map', 'export', 'app', 'commit']

/** The peers that only the bench needs. @returns {Promise<void>} */
async function installPeers() {
  if (PEERS.every((name) => fs.existsSync(path.join(HOME, 'node_modules', name)))) return
  const { code } = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HOME })
  if (code !== 0) say('The peers could not be installed: layout, map and export are measured without them.')
}

/** The page on which the peers show the map, in a window of its own. @returns {Promise<string | undefined>} its folder */
async function buildPeersPage() {
  if (!fs.existsSync(path.join(HOME, 'node_modules', 'vis-network'))) return undefined
  const root = path.join(HOME, 'peers-page')
  const outDir = path.join(ROOT, '.build', 'bench-peers')
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 10_000 },
  })
  fs.copyFileSync(path.join(root, 'main.mjs'), path.join(outDir, 'main.mjs'))
  fs.writeFileSync(path.join(outDir, 'package.json'), JSON.stringify({ name: 'bench-peers', main: 'main.mjs' }))
  return outDir
}

const machine = () => ({
  processor: os.cpus()[0]?.model.trim() ?? 'unknown',
  cores: os.cpus().length,
  memoryGB: Math.round(os.totalmem() / 2 ** 30),
  platform: `${os.platform()} ${os.arch()}`,
  node: process.versions.node,
  loadBefore: os.loadavg()[0],
})

await runScript(async () => {
  const given = process.argv.slice(2)
  const only = given.includes('--only') ? (given[given.indexOf('--only') + 1] ?? '').split(',') : PARTS
  const parts = PARTS.filter((part) => only.includes(part))
  await installPeers()
  const input = Object.fromEntries(parts.map((part) => [part, path.join(HOME, `${part}.ts`)]))
  const folder = await bundle(input, 'bench')
  const peers = parts.includes('map') ? await buildPeersPage() : undefined
  fs.mkdirSync(RESULTS, { recursive: true })
  const result = { date: new Date().toISOString(), mode: given.join(' ') || 'full', machine: machine(), tables: {} }
  console.log(`${result.date}, ${result.mode}: ${JSON.stringify(result.machine)}`)
  let worst = 0
  for (const part of parts) {
    const runtime = WINDOWED.includes(part) ? findRuntime() : undefined
    if (WINDOWED.includes(part)) {
      if (!runtime) {
        say('There is no Electron runtime (node scripts/prepare.mjs): the app is left out.')
        continue
      }
      await ensureBuilt()
    }
    const out = path.join(folder, `${part}.json`)
    const args = [
      '--expose-gc',
      '--max-old-space-size=6000',
      path.join(folder, `${part}.mjs`),
      '--root',
      ROOT,
      '--out',
      out,
      ...(peers === undefined ? [] : ['--peers', peers]),
    ]
    /** @param {NodeJS.ProcessEnv} [extra] */
    const run = (extra) =>
      runForeground(process.execPath, [...args, ...given], { cwd: ROOT, env: electronEnvironment(extra) })
    const code = runtime
      ? await withDisplay((display) => run({ ...display, TOOLSCAPE_ELECTRON: runtime.executable }))
      : await run()
    worst = Math.max(worst, code)
    const tables = fs.existsSync(out) ? JSON.parse(fs.readFileSync(out, 'utf8')) : []
    Object.assign(result.tables, { [part]: tables })
    fs.writeFileSync(path.join(RESULTS, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`)
  }
  console.log('\nWritten to test-results/bench.json')
  return worst
})
