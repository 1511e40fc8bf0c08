import { describe, expect, it } from 'vitest'
import {
  electronArguments,
  electronEnvironment,
  isChromiumNoise,
  runForeground,
} from '../../scripts/lib/run-electron.mjs'

const node = (code: string, options = {}) =>
  runForeground(process.execPath, ['-e', code], { env: process.env, ...options })

describe('runForeground', () => {
  it('returns the exit code', async () => {
    expect(await node('process.exit(7)')).toBe(7)
    expect(await node('')).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('returns 128 and the signal that ended it', async () => {
    expect(await node("process.kill(process.pid, 'SIGTERM')")).toBe(143)
  })

  it.skipIf(process.platform === 'win32')(
    'hands a signal on, and shows it even when the app then quits in peace',
    async () => {
      const code = "process.on('SIGHUP', () => process.exit(0)); process.stdout.write(''); setInterval(() => {}, 1000)"
      const result = node(code)
      setTimeout(() => process.emit('SIGHUP', 'SIGHUP'), 500)
      expect(await result).toBe(129)
    },
  )

  it('ends what takes too long', async () => {
    let told = false
    const onTimeout = () => {
      told = true
    }
    expect(await node('setInterval(() => {}, 1000)', { timeout: 300, onTimeout })).toBe(1)
    expect(told).toBe(true)
  })

  it('reports a program that is not there', async () => {
    await expect(runForeground('/no/such/program', [], { env: {} })).rejects.toThrow('ENOENT')
  })
})

it('gives up the sandbox for root alone', () => {
  expect(electronArguments(['.', '--x'], true)).toEqual(['--no-sandbox', '.', '--x'])
  expect(electronArguments(['.', '--x'], false)).toEqual(['.', '--x'])
})

it('keeps Electron from running as plain Node', () => {
  expect(electronEnvironment({ B: '2' }, { ELECTRON_RUN_AS_NODE: '1', A: '1' })).toEqual({ A: '1', B: '2' })
})

it("tells Chromium's log from the app's own lines", () => {
  expect(isChromiumNoise('[3711:1122/170456.223328:ERROR:bus.cc(407)] Failed to connect to the bus')).toBe(true)
  expect(isChromiumNoise('[3711:1122/170456.223328:ERROR:CONSOLE(1)] "x", source: app://')).toBe(true)
  expect(isChromiumNoise('No column was recognised in a.csv')).toBe(false)
})
