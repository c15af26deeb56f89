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
    // A poll waits for its condition as long as a busy machine may need, not for a second.
    expect: { poll: { timeout: 15_000 } },
  },
});
