import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What outlives the file that does it: replaced modules, globals and clocks, databases, pages, stores. */
const LASTING =
  /vi\.(?:mock|doMock|resetModules|useFakeTimers|setSystemTime)\b|\bfake-indexeddb|@vitest-environment|\bglobalThis\.\w+ ?=[^=]|\.setState\(|\bprocess\.(?:chdir|env\.\w+ ?=[^=]|exitCode ?=[^=])|fc\.configureGlobal/

/** Files that vitest.config.ts gives a process each. */
const ALONE = /^test\/renderer\/(?:[^/]+|(?:database|river)\/.*)\.test\.tsx?$/

it('leaves nothing behind in the tests that share a process', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'test'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.test\.tsx?$/.test(file) && !/^test\/(?:e2e\/|together\.)/.test(file))
  const lasting = files.filter((file) => LASTING.test(readFileSync(file, 'utf8')))
  expect(lasting.length).toBeGreaterThan(0)
  expect(lasting.filter((file) => !ALONE.test(file))).toEqual([])
})
