import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], environment = 'node') => ({
  extends: true as const,
  test: { name, include, environment },
});

export default defineConfig({
  test: {
    // Files of one worker share the modules they load: no test changes them, and half the time was loading them anew.
    isolate: false,
    // Every core: one is left idle otherwise, which is half of a laptop with two.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('core', ['tests/core/**/*.test.ts']),
      project('engine', ['tests/engine/**/*.test.ts']),
      project('renderer', ['tests/renderer/**/*.test.{ts,tsx}'], 'jsdom'),
      project('boundary', ['tests/boundary/**/*.test.ts']),
    ],
  },
});
