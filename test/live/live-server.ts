import { describe, it } from 'vitest';

/**
 * Tests against a real server. Where its toolchain is missing (`missing` says what, with its cure) they are skipped by name on a
 * contributor's machine, and fail in CI: there all of them run.
 */
export function describeLive(server: string, missing: string | null, tests: () => void): void {
  if (missing === null) return void describe(server, tests);
  if (!process.env.CI) {
    console.warn(`SKIPPED: ${server}. ${missing}`);
    return void describe.skip(`${server}: ${missing}`, tests);
  }
  it(`${server} is here`, () => {
    throw new Error(missing);
  });
}
