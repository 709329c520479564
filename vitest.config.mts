import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside or against a real VS Code: scripts/test.mjs starts them.
    exclude: ['test/extension/**', 'test/live/**', 'test/bench/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
