import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Three builds. Everything the main process and the preload need is bundled in, so that no node_modules folder is
 * shipped; a sandboxed preload could not load one anyway and must be CommonJS.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: 'electron/main.ts' },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // Workers are files of their own: the CSP refuses blob: workers.
    worker: { format: 'es' },
    build: {
      outDir: 'dist/renderer',
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      // Fonts as data: would need a hole in the CSP.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
