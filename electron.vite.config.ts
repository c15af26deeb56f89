import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const room = (path: string): string => resolve(import.meta.dirname, path);

/** What ships is all that is needed at run time, and what is bundled into the window. */
const BUNDLED =
  /^(react|react-dom|react-aria-components|@tanstack\/react-virtual|@fontsource-variable\/source-sans-3|pdfkit|electron)$/;
function builtWith(): { name: string; version: string; licence: string }[] {
  interface Locked {
    readonly version?: string;
    readonly license?: string;
    readonly dev?: boolean;
    readonly optional?: boolean;
  }
  const lock = JSON.parse(readFileSync(room('package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages)
    .map(([path, locked]) => ({ name: path.replace(/^node_modules\//, ''), ...locked }))
    .filter(({ name, dev }) => name !== '' && !name.includes('node_modules/') && (dev !== true || BUNDLED.test(name)))
    .map(({ name, version = '', license = 'see its own folder' }) => ({ name, version, licence: license }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

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
          'reading-thread': room('src/main/engine/workbook/reading-thread.ts'),
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
    define: { BUILT_WITH: JSON.stringify(builtWith()) },
    build: {
      outDir: room('dist/renderer'),
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: { index: room('src/renderer/index.html') } },
    },
  },
});
