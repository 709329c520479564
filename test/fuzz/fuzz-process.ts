import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { RandomLog } from '../properties/random-log';
import type { FuzzTarget } from './targets/target';
import { targetTable } from './targets/target-table';

/**
 * Runs in a process of its own, so that an endless loop can be ended and memory is all the engine's. Says on a line of JSON
 * each what it has done. `replay`: an input saved here.
 */
interface FuzzOptions {
  readonly seed: number;
  /** Of all targets together. */
  readonly seconds?: number;
  /** Of each target; left out, as many as fit into the seconds. */
  readonly runs?: number;
  readonly folder: string;
  readonly only: string;
  readonly replay?: string | undefined;
}

/** Of processor time, for the largest inputs a twentieth is usual. */
const mostSeconds = 5;
/** Of buffers that are still there when an input is done with and garbage was collected. */
const mostBufferBytes = 256 << 20;

const options = JSON.parse(process.argv[2]) as FuzzOptions;
const running = join(options.folder, `running-${options.seed}.json`);

function say(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function saved(target: FuzzTarget, { bytes, draws }: RandomLog): string {
  return JSON.stringify({ target: target.name, draws, bytes: Buffer.from(bytes).toString('base64') });
}

async function tryOne(target: FuzzTarget, input: RandomLog): Promise<void> {
  writeFileSync(running, saved(target, input));
  const before = process.cpuUsage();
  await target.holds(input);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (seconds > mostSeconds) throw new Error(`took ${seconds} s`);
  if (process.memoryUsage().arrayBuffers < mostBufferBytes) return;
  globalThis.gc?.();
  const { arrayBuffers } = process.memoryUsage();
  if (arrayBuffers > mostBufferBytes) throw new Error(`left ${arrayBuffers} bytes in buffers`);
}

async function fuzz(target: FuzzTarget, effort: fc.Parameters<[RandomLog]>): Promise<void> {
  const { seed } = options;
  say({ began: target.name });
  const property = fc.asyncProperty(target.input, (input) => tryOne(target, input));
  const { numRuns, failed, counterexample, errorInstance } = await fc.check(property, { seed, ...effort });
  const error = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  if (failed && counterexample) {
    const file = join(options.folder, `${target.name.slice(0, 40).replaceAll(/\W+/g, '-')}-${seed}.json`);
    writeFileSync(file, saved(target, counterexample[0]));
    say({ failed: target.name, error, file });
  } else say({ passed: target.name, runs: numRuns });
}

function effortOf({ runs, seconds = 0 }: FuzzOptions, targets: number): fc.Parameters<[RandomLog]> {
  if (runs !== undefined) return { numRuns: runs };
  const interruptAfterTimeLimit = (seconds * 1000) / targets;
  return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit, markInterruptAsFailure: false };
}

async function replay(file: string): Promise<void> {
  const { target: name, draws, bytes } = JSON.parse(readFileSync(file, 'utf8'));
  const target = targetTable.find((known) => known.name === name);
  if (target === undefined) throw new Error(`no target is called ${name}`);
  await tryOne(target, { bytes: new Uint8Array(Buffer.from(bytes, 'base64')), draws });
  say({ passed: name, runs: 1 });
}

mkdirSync(options.folder, { recursive: true });
const chosen = targetTable.filter(({ name }) => name.includes(options.only));
if (options.replay !== undefined) await replay(options.replay);
else for (const target of chosen) await fuzz(target, effortOf(options, chosen.length));
rmSync(running, { force: true });
