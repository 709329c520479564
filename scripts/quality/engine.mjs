import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

const bundled = `
export { Session } from './src/engine/session';
export { generateQuietLog } from './src/engine/dataset/generator/shop-log';
export { generateTroubledLog } from './src/engine/dataset/generator/troubled-log';
export { fleetCauses, fleetRhythms, generateFleetLog } from './src/engine/dataset/generator/fleet/fleet-log';
export { fleetLayouts } from './src/engine/dataset/generator/fleet/fleet-layouts';
export { generateSequences } from './src/engine/dataset/generator/sequences/generate-sequences';
export { generatedLog } from './src/engine/dataset/generator/sequences/generated-log';
export { learnWeights } from './src/engine/labels/learn/learn-weights';
export { nextToLabel } from './src/engine/labels/learn/next-to-label';
export { ToldIncidents } from './src/engine/labels/resolve/told-incidents';
export { WeightedFusion } from './src/engine/labels/learn/weighted-fusion';
export { Fusion } from './src/engine/triage/fusion';
export { Redactor } from './src/engine/redact/redactor';
export { seededRandom } from './src/engine/model/seeded-random';
export { troubleTable } from './src/engine/dataset/generator/troubles/trouble-table';
`;
const file = inCheckout('.cache/quality/engine.mjs');
export const commandLine = inCheckout('.cache/quality/cli.cjs');

/** What the measures take from the source, and the command line beside it. */
export async function buildEngine() {
  const shared = /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  await Promise.all([
    build({
      ...shared,
      stdin: { contents: bundled, resolveDir: checkout, loader: 'ts' },
      outfile: file,
      format: 'esm',
    }),
    build({ ...shared, entryPoints: ['src/cli/main.ts'], outfile: commandLine, format: 'cjs' }),
  ]);
  return import(pathToFileURL(file).href);
}

/**
 * A log read, and not judged.
 *
 * @param {any} engine
 * @param {Uint8Array} bytes UTF-8
 */
export function read({ Session }, bytes) {
  const session = new Session();
  session.openSource({ path: 'a.log', role: 'log', referenceSeconds: 1_795_000_000 });
  session.push(bytes);
  session.closeSource();
  const texts = {
    read: (/** @type {number} */ _, /** @type {number} */ start, /** @type {number} */ end) =>
      bytes.subarray(start, end),
  };
  return { session, texts };
}

/**
 * A log analysed with default settings.
 *
 * @param {any} engine
 * @param {Uint8Array} bytes UTF-8
 */
export function analyse(engine, bytes) {
  const { session, texts } = read(engine, bytes);
  return { analysis: toTheEnd(session.analyse(texts)), session, texts };
}

/** @param {Generator<number, any>} steps */
export function toTheEnd(steps) {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** @param {number} share */
export const percent = (share) => `${(100 * share).toFixed(share < 0.01 ? 3 : 1)} %`;
