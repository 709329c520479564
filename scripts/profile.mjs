import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpora, corpusFile } from './bench/corpora.mjs';
import { buildEngine } from './bench/engine.mjs';
import { inCheckout } from './checkout.mjs';
import { run } from './child-process.mjs';
import { MissingPiece, runMain, step } from './progress.mjs';

const modes = ['lines', 'templates', 'detection'];
const names = corpora.map(({ name }) => name);
const usage = `npm run profile [-- CORPUS] [--mode MODE]
  Writes test-results/CORPUS-MODE.cpuprofile, which any DevTools opens.
  CORPUS  ${names.join(', ')}, 50 MB of it (${names[0]} unless told), or the path of a file
  MODE    ${modes.join(', ')} (${modes[1]} unless told)`;

const { values, positionals } = parseArgs({
  options: { mode: { type: 'string', default: modes[1] }, help: { type: 'boolean' } },
  allowPositionals: true,
});

/** @param {string} name @param {(seed: number) => () => number} seededRandom */
function fileOf(name, seededRandom) {
  const corpus = corpora.find((one) => one.name === name);
  return corpus ? corpusFile(corpus, 50e6, seededRandom) : path.resolve(name);
}

await runMain(async () => {
  if (values.help) return console.log(usage);
  if (!modes.includes(values.mode)) throw new MissingPiece(`There is no mode "${values.mode}".`, usage);
  const [name = names[0]] = positionals;
  const { seededRandom } = await step('Bundle the engine', () => buildEngine({ minify: false }));
  const file = fileOf(name, seededRandom);
  const folder = inCheckout('test-results');
  const profile = `${path.parse(name).name}-${values.mode}.cpuprofile`;
  mkdirSync(folder, { recursive: true });
  const driver = path.join(import.meta.dirname, 'bench/measure-ours.mjs');
  const profiling = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${profile}`];
  await step(`Profile ${file}`, () => run(process.execPath, [...profiling, driver, values.mode, '1', file]));
  console.log(path.join(folder, profile));
});
