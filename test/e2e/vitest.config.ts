import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // Two windows at a time, each with a profile of its own: most of a test is waiting.
    fileParallelism: true,
    maxWorkers: 2,
    sequence: { concurrent: false },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes; a second is too short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    bail: process.env.CI === undefined ? 1 : 0,
  },
})
