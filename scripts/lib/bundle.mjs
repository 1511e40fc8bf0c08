import path from 'node:path'
import { build } from 'vite'
import { ROOT } from './project.mjs'

/**
 * Makes plain Node modules of TypeScript entries, so that they run as whole processes and workers of their own.
 * Packages stay outside. @param {Record<string, string>} input names and entry files
 * @param {string} folder where they go, below .build @returns {Promise<string>} the absolute folder
 */
export async function bundle(input, folder) {
  const outDir = path.join(ROOT, '.build', folder)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' } },
    },
  })
  return outDir
}
