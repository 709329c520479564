import { existsSync } from 'node:fs';
import path from 'node:path';
import { inCheckout } from '../checkout.mjs';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { buildEngine } from './engine.mjs';
import { timed } from './timed-process.mjs';

/**
 * `node scripts/bench/forest.mjs`: seconds that our Isolation Forest and scikit-learn's take to score a million rows of
 * 20 values, one thread each, in turns; the least of three. Prints `{ours, theirs}` as JSON, null without scikit-learn.
 */

const version = '1.9.1';
const [rowCount, width, trees, rowsPerTree, rounds] = [1_000_000, 20, 100, 256, 3];
const environment = inCheckout('.cache/bench/sklearn');
const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

const { FlatForest, growTree, sampleIndices, seededRandom } = await buildEngine({ minify: true });

async function installScikitLearn() {
  const system = findCommand('python3');
  if (!system) return false;
  if (existsSync(path.join(environment, `installed-${version}`))) return true;
  try {
    await run(system, ['-m', 'venv', environment], { quiet: true });
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    await run(python, [...install, `scikit-learn==${version}`], { quiet: true });
    await run(python, ['-c', `open(r"${environment}/installed-${version}", "w").close()`]);
    return true;
  } catch {
    return false;
  }
}

/** Box and Muller: the bell curve that scikit-learn's rows are drawn from too. */
function normalRows() {
  const random = seededRandom(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Float64Array.from({ length: rowCount * width }, normal);
}

/** @param {Float64Array} rows */
function grownForest(rows) {
  const random = seededRandom(2);
  const forest = new FlatForest(rowsPerTree);
  for (let tree = 0; tree < trees; tree++) {
    const chosen = new Float64Array(rowsPerTree * width);
    for (const [i, row] of sampleIndices(rowCount, rowsPerTree, random).entries()) {
      chosen.set(rows.subarray(row * width, (row + 1) * width), i * width);
    }
    forest.add(growTree(chosen, width, rowsPerTree, random));
  }
  return forest;
}

/** @param {{ scoreRows(rows: Float64Array, width: number, scores: Float64Array): void }} forest @param {Float64Array} rows */
function secondsOfOurs(forest, rows) {
  const scores = new Float64Array(rowCount);
  const began = performance.now();
  forest.scoreRows(rows, width, scores);
  return (performance.now() - began) / 1000;
}

async function secondsOfTheirs() {
  const script = path.join(import.meta.dirname, 'measure_sklearn.py');
  const sizes = [rowCount, width, trees, rowsPerTree].map(String);
  const { output } = await timed(python, [script, ...sizes]);
  return JSON.parse(output).seconds;
}

async function compare() {
  const rows = normalRows();
  const forest = grownForest(rows);
  let [ours, theirs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    ours = Math.min(ours, secondsOfOurs(forest, rows));
    theirs = Math.min(theirs, await secondsOfTheirs());
  }
  return { ours, theirs };
}

Object.assign(process.env, oneThread);
console.log(JSON.stringify((await installScikitLearn()) ? await compare() : null));
