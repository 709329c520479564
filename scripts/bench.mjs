import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contestants } from './bench/contestants.mjs';
import { corpora, corpusFile } from './bench/corpora.mjs';
import { installDrain3, measureDrain3 } from './bench/drain3.mjs';
import { buildEngine } from './bench/engine.mjs';
import { planOf } from './bench/plan.mjs';
import { reachTable } from './bench/reach.mjs';
import { reportOf } from './bench/report.mjs';
import { measureSize, runRounds } from './bench/rounds.mjs';
import { timed } from './bench/timed-process.mjs';
import { inCheckout } from './checkout.mjs';
import { runMain, step } from './progress.mjs';

/**
 * `npm run bench [-- --quick] [--repetitions N] [--write]`: Oddline's speed and memory beside other programs', as
 * Markdown on standard output, with --write also between the marks in docs/performance.md.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    repetitions: { type: 'string' },
  },
});
const repetitions = values.repetitions === undefined ? undefined : Number(values.repetitions);
const plan = planOf({ quick: values.quick, repetitions });
const document = inCheckout('docs/performance.md');
const beginMark = '<!-- bench -->';
const endMark = '<!-- end of bench -->';
const modes = ['templates', 'detection'];
const [service] = corpora;

/** @typedef {(corpus: import('./bench/corpora.mjs').Corpus, bytes: number) => string} FileOf */

/** @param {FileOf} fileOf */
async function measureSpeed(fileOf) {
  const rounds = [];
  for (const corpus of corpora) {
    const { name, what } = corpus;
    const file = fileOf(corpus, plan.bytes);
    rounds.push(
      await step(`Speed: ${what}`, () => runRounds({ name, file, bytes: plan.bytes }, plan.repetitions)),
    );
  }
  return rounds;
}

/** @param {FileOf} fileOf @param {string[]} missing */
async function measureOther(fileOf, missing) {
  const reason = await step('Install Drain3', installDrain3);
  if (reason) missing.push(`Drain3: ${reason}.`);
  const measured = [];
  for (const corpus of reason ? [] : corpora) {
    const file = fileOf(corpus, plan.bytes);
    measured.push(
      await step(`Drain3: ${corpus.what}`, async () => ({
        corpus: corpus.name,
        masks: await measureDrain3(file, { ...plan.drain3, masks: true }),
        bare: await measureDrain3(file, { ...plan.drain3, masks: false }),
      })),
    );
  }
  return measured;
}

/**
 * Ours on the service log in several sizes.
 * @param {FileOf} fileOf
 * @param {string} what
 * @param {import('./bench/plan.mjs').Plan['growth']} sizes
 */
async function measureSizes(fileOf, what, sizes) {
  const measured = [];
  for (const mode of modes) {
    for (const [bytes, count] of sizes) {
      const file = fileOf(service, bytes);
      const size = await step(`${what}: + ${mode}, ${bytes / 1e6} MB`, () =>
        measureSize(file, { mode, bytes, repetitions: count }),
      );
      measured.push({ mode, ...size });
    }
  }
  return measured;
}

/** @param {string[]} missing */
async function measureForest(missing) {
  const script = path.join(import.meta.dirname, 'bench/forest.mjs');
  const { output } = await step('Isolation Forest', () => timed(process.execPath, [script]));
  const measured = JSON.parse(output);
  if (measured === null) missing.push('scikit-learn: it cannot be installed (python3, pip).');
  return measured ?? undefined;
}

async function measureRules() {
  const script = path.join(import.meta.dirname, 'bench/rules.mjs');
  const { output } = await step('Rules', () => timed(process.execPath, [script]));
  return JSON.parse(output);
}

/** @param {string} report */
function writeInto(report) {
  const text = readFileSync(document, 'utf8');
  const before = text.slice(0, text.indexOf(beginMark) + beginMark.length);
  const after = text.slice(text.indexOf(endMark));
  writeFileSync(document, `${before}\n\n${report}\n\n${after}`);
}

await runMain(async () => {
  const { seededRandom } = await step('Bundle the engine', () => buildEngine({ minify: true }));
  const missing = contestants
    .filter(({ command }) => command === undefined)
    .map(({ title, cure }) => `${title}: it is not installed (${cure}).`);
  /** @type {FileOf} */
  const fileOf = (corpus, bytes) => corpusFile(corpus, bytes, seededRandom);
  const results = {
    plan,
    missing,
    date: new Date().toISOString().slice(0, 10),
    rounds: await measureSpeed(fileOf),
    drain3: await measureOther(fileOf, missing),
    growth: await measureSizes(fileOf, 'Growth', plan.growth),
    memory: await measureSizes(fileOf, 'Memory', [[plan.memory, 1]]),
    forest: await measureForest(missing),
    rules: await measureRules(),
  };
  const report = reportOf(results, reachTable(results));
  console.log(`\n${report}`);
  if (values.write) writeInto(report);
});
