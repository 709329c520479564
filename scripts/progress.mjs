/** What a person watching the terminal is told: named steps, their seconds, and that a long one still lives. */

const HEARTBEAT_MS = 10_000;

/** Errors that say all a person needs: shown without a stack. */
export class ToldError extends Error {}

/** Something the machine lacks or cannot do: what it is, and what to do about it. */
export class MissingPiece extends ToldError {
  /**
   * @param {string} what
   * @param {string} cure
   */
  constructor(what, cure) {
    super(`${what}\n  Cure: ${cure}`);
  }
}

/** @param {number} since result of performance.now() */
export function secondsSince(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/**
 * Runs `work` under a printed name; its seconds are printed whether it succeeds or fails.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  console.log(`> ${name}`);
  const heartbeat = setInterval(() => console.log(`  ... ${name}: ${secondsSince(started)} s`), HEARTBEAT_MS);
  try {
    const result = await work();
    console.log(`  done: ${name} (${secondsSince(started)} s)`);
    return result;
  } catch (error) {
    console.log(`  FAILED: ${name} (${secondsSince(started)} s)`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * The frame of every script: a told error is shown in its words, anything else keeps its stack; both exit 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ToldError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
