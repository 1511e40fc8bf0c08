import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // One window at a time: two Electrons on two cores only make each other slow.
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    bail: process.env.CI === undefined ? 1 : 0,
  },
})
