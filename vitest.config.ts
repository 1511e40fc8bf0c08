import { defineConfig } from 'vitest/config'

/** Pages, and what stands in for parts of the browser: each of these files gets a process of its own. */
const ALONE = ['test/renderer/*.test.{ts,tsx}', 'test/renderer/{database,river}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    // Property tests run long on a busy machine; the limit only catches what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'node_modules/**', ...ALONE],
          // Loading zod, fast-check and the catalogue anew for each file took longer than the tests. These files leave
          // nothing behind that another one could see, which test/together.test.ts watches over.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
