import { defineConfig } from 'vitest/config';

/** Against real servers, one file after the other: two cores have enough to do with one of them. */
export default defineConfig({
  test: {
    include: ['test/live/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
