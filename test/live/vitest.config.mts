import { defineConfig } from 'vitest/config';

/** Against real servers, one file after the other: two cores have enough to do with one of them. */
export default defineConfig({
  test: {
    include: ['test/live/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
