import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const room = (path: string): string => resolve(import.meta.dirname, path);

// Three bundles: the shell with the engine and the command line beside it (each an entry of its own), the doorway, the window.
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      target: 'node20',
      rolldownOptions: {
        input: {
          index: room('src/main/index.ts'),
          engine: room('src/main/engine/main.ts'),
          cli: room('src/main/cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: room('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: room('src/renderer'),
    plugins: [react()],
    build: {
      outDir: room('dist/renderer'),
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: { index: room('src/renderer/index.html') } },
    },
  },
});
