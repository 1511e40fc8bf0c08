import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Trouble } from './project.mjs'

/** Whether the process that holds the lock has gone. @param {string} file */
function isAbandoned(file) {
  try {
    const owner = Number(fs.readFileSync(file, 'utf8'))
    // An empty file is a lock whose owner is between creating and writing.
    if (!owner) return Date.now() - fs.statSync(file).mtimeMs > 5_000
    process.kill(owner, 0)
    return false
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ESRCH' || code === 'ENOENT'
  }
}

/**
 * Does some work while no other process on this machine does it.
 * @template T @param {string} file @param {() => Promise<T>} work @param {number} [patience] milliseconds @returns {Promise<T>}
 */
export async function withLock(file, work, patience = 15 * 60_000) {
  const end = Date.now() + patience
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (isAbandoned(file)) fs.rmSync(file, { force: true })
      else if (Date.now() > end)
        throw new Trouble(`Another process has held ${file} for too long; delete it if none runs.`)
      else await wait(200)
    }
  }
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
