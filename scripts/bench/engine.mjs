import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';

/** What the bench takes from the source: bundled as it is shipped, minified, into a file that is not. */
const bundled = `
export { analyseLogs, mineLogs } from './src/node/analyse-logs';
export { exportDataset } from './src/node/datasets/export-dataset';
export { datasetFormats } from './src/engine/dataset/formats/formats';
export { englishInstructions } from './src/engine/dataset/instructions/english';
export { generateShopLog } from './src/engine/dataset/generator/shop-log';
export { openLogFile } from './src/node/files/log-file';
export { windowLogs } from './src/node/files/time-window';
export { LineSplitter } from './src/engine/text/line-splitter';
export { seededRandom } from './src/engine/model/seeded-random';
export { FlatForest } from './src/engine/detectors/flat-forest';
export { sampleIndices } from './src/engine/detectors/sample-indices';
export { growTree } from './src/engine/detectors/tree-growth';
export { prepareRules, readRules } from './src/engine/detectors/rules/read-rules';
export { RulesDetector } from './src/engine/detectors/rules/rules-detector';
export { curvesOf } from './src/engine/evaluate/curves';
export { measure } from './src/engine/evaluate/measures';
export { ScoreLevels } from './src/engine/evaluate/score-levels';
export { TemplateStatistics } from './src/engine/features/template-statistics';
export { RecordTable } from './src/engine/model/record-table';
export { Session } from './src/engine/session';
export { SessionLanes } from './src/engine/session-lanes';
export { SessionShape } from './src/engine/session-shape';
export { TemplateMiner } from './src/engine/templates/template-miner';
`;

const engineFile = inCheckout('.cache/bench/engine.mjs');
export const segmentWorker = inCheckout('.cache/bench/segment-worker.js');

/** @param {{ minify: boolean }} options a profile reads better with its names */
export async function buildEngine({ minify }) {
  const shared = /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify,
    logLevel: 'warning',
  });
  await Promise.all([
    build({
      ...shared,
      stdin: { contents: bundled, resolveDir: checkout, loader: 'ts' },
      outfile: engineFile,
      format: 'esm',
    }),
    build({
      ...shared,
      entryPoints: ['src/node/parallel/segment-worker.ts'],
      outfile: segmentWorker,
      format: 'cjs',
    }),
  ]);
  return loadEngine();
}

export const loadEngine = () => import(pathToFileURL(engineFile).href);
