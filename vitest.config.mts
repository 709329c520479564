import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside or against a real VS Code: scripts/test.mjs starts them.
    exclude: ['test/extension/**', 'test/live/**', 'test/bench/**'],
    // By itself vitest leaves a core to others: on the two of CI one file would run after the other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for comes when it comes: by itself vitest gives it a second, too little on a busy machine.
    expect: { poll: { timeout: 60_000 } },
  },
});
