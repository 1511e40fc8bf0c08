import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** A file longer than this has become two things. */
const LIMIT = 400

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs|cjs|css)$/.test(file) && existsSync(file))
const sources = files.filter((file) => /^(electron|shared|renderer)\/.*\.tsx?$/.test(file))

describe('the house rules that no other tool checks', () => {
  it('looks at a real tree', () => {
    expect(sources.length).toBeGreaterThan(50)
  })

  it(`keeps every file at ${LIMIT} lines or fewer`, () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > LIMIT)
    expect(long).toEqual([])
  })

  it('has no barrels', () => {
    expect(sources.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
  })

  it('asks neither clock nor chance in shared/', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.|\bperformance\.now\b/
    expect(sources.filter((file) => file.startsWith('shared/') && impure.test(code(file)))).toEqual([])
  })

  it('reaches ipcMain, the file system and window.bridge from one place each', () => {
    const users = (word: RegExp) => sources.filter((file) => word.test(code(file)))
    expect(users(/\bipcMain\b/)).toEqual(['electron/ipc.ts'])
    expect(users(/\bwindow\.bridge\b/)).toEqual(['renderer/files/bridge.ts'])
    expect(
      users(/from 'node:fs(\/promises)?'/).filter((file) => !/^electron\/(disk\/|files|journal)/.test(file)),
    ).toEqual([])
  })

  it('never makes HTML from text', () => {
    expect(sources.filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet/.test(code(file)))).toEqual(
      [],
    )
  })
})

/** A file's text without its comments, where any word may stand. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}
