import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, ROOT, say } from './project.mjs'
import { standInFits } from './stand-in.mjs'

const STILL = 20_000
const TOTAL = 10 * 60_000
const DAY = 24 * 60 * 60_000

const electronFolder = () => path.join(ROOT, 'node_modules', 'electron')
const failureFile = () => path.join(cacheFolder(), 'electron-download-failed.json')

/** Bytes below a folder, to see whether a download moves on. @param {string} folder @returns {number} */
function bytesBelow(folder) {
  let sum = 0
  for (const entry of fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : []) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) sum += bytesBelow(file)
    else sum += fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0
  }
  return sum
}

/** @param {string} version @param {string} text @param {number} now */
export function isRecentFailure(version, text, now) {
  try {
    const failure = JSON.parse(text)
    return failure.version === version && now - failure.at < DAY && now >= failure.at
  } catch {
    return false
  }
}

/**
 * Runs the electron package's own installer, and ends it when it hangs.
 * @returns {Promise<string | undefined>} what went wrong, or undefined
 */
function runInstaller() {
  const temporary = fs.mkdtempSync(path.join(cacheFolder(), 'electron-download-'))
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  delete env.ELECTRON_RUN_AS_NODE
  const installer = path.join(electronFolder(), 'install.js')
  const child = spawn(process.execPath, [installer], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const remove = () => fs.rmSync(temporary, { recursive: true, force: true })
  const abandon = () => {
    child.kill('SIGKILL')
    remove()
  }
  process.on('exit', abandon)
  return new Promise((resolve) => {
    let output = ''
    let ended = ''
    let bytes = 0
    let changed = Date.now()
    const start = changed
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    const watch = setInterval(() => {
      const now = bytesBelow(temporary) + bytesBelow(path.join(electronFolder(), 'dist'))
      if (now !== bytes) changed = Date.now()
      bytes = now
      if (Date.now() - changed > STILL) ended = `nothing arrived for ${STILL / 1000} seconds`
      if (Date.now() - start > TOTAL) ended = `not finished after ${TOTAL / 60_000} minutes`
      if (ended) child.kill('SIGKILL')
    }, 1000)
    const done = (/** @type {string} */ problem) => {
      clearInterval(watch)
      process.off('exit', abandon)
      remove()
      resolve(problem || undefined)
    }
    child.on('error', (error) => done(error.message))
    child.on('close', (code) => done(code === 0 ? '' : ended || output.trim() || `the installer ended with ${code}`))
  })
}

/**
 * The official release into node_modules/electron/dist. Where a stand-in can help, a failure is remembered for a day,
 * so that a machine that can't reach the releases asks only once.
 * @returns {Promise<string | undefined>} what went wrong, or undefined
 */
export async function downloadElectron() {
  const file = failureFile()
  const { version } = JSON.parse(fs.readFileSync(path.join(electronFolder(), 'package.json'), 'utf8'))
  const remembers = standInFits(process.platform, process.arch)
  if (remembers && fs.existsSync(file) && isRecentFailure(version, fs.readFileSync(file, 'utf8'), Date.now())) {
    return 'The download failed less than a day ago.'
  }
  fs.mkdirSync(cacheFolder(), { recursive: true })
  say(`Downloading Electron ${version} …`)
  const problem = await runInstaller()
  if (!problem) fs.rmSync(file, { force: true })
  else {
    // A half-unpacked folder must not pass for a runtime later.
    fs.rmSync(path.join(electronFolder(), 'dist'), { recursive: true, force: true })
    if (remembers) fs.writeFileSync(file, JSON.stringify({ version, at: Date.now() }))
  }
  return problem
}
