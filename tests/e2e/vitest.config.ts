import { defineConfig } from 'vitest/config';

// One window after another: each test starts a real Electron with a store of its own.
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
