import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside or against a real VS Code: scripts/test.mjs starts them.
    exclude: ['test/extension/**', 'test/live/**', 'test/bench/**'],
    // By itself vitest leaves a core to others: on the two of CI one file would run after the other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
