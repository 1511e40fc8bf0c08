import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Property tests run long on a busy machine; the limit only catches what hangs.
    testTimeout: 60_000,
  },
})
