import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { checkout, inCheckout } from '../checkout.mjs';
import { corpora, corpusFile } from './corpora.mjs';
import { buildEngine } from './engine.mjs';

/**
 * `node scripts/bench/find.mjs [MEGABYTES] [THREADS]`: how fast a log is searched beside `rg -c` (500 MB unless told, a thread a core), the
 * file in the page cache. Best of five rounds, in which the two take turns. Prints the table of docs/performance.md.
 */

const rounds = 5;
const [service] = corpora;
const client = inCheckout('.cache/bench/search-client.mjs');
const workerPath = inCheckout('.cache/bench/search-worker.js');

/** @type {readonly (readonly [what: string, kind: 'text' | 'regex', text: string, caseSensitive: boolean, needs?: 'rare'])[]} */
const patterns = [
  ['words that do not occur', 'text', 'connection refused', true],
  ['words in either case', 'text', 'Connection Refused', false],
  ['words in every seventh line', 'text', 'answered 200', true],
  ['a level in half of the lines', 'text', 'INFO', true],
  ['a regex with a rare word', 'regex', 'answered 5\\d\\d in \\d{4,}', true],
  ['digits', 'regex', '\\d{6,}', true],
  ['hexadecimal words', 'regex', '\\b[0-9a-f]{8}\\b', true],
  ['one of two words', 'regex', '(GET|POST) /\\S+', true],
  ['letters, then digits', 'regex', '[a-z]+\\d+[a-z]+', true],
  ['letters in either case', 'regex', '[a-f]{7,}', false],
];

async function buildSearch() {
  const shared = /** @type {const} */ ({
    absWorkingDir: checkout,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    logLevel: 'warning',
  });
  const search = 'src/node/search/search-';
  await build({ ...shared, entryPoints: [`${search}client.ts`], outfile: client, format: 'esm' });
  await build({ ...shared, entryPoints: [`${search}worker.ts`], outfile: workerPath, format: 'cjs' });
  return import(pathToFileURL(client).href);
}

/** @param {() => unknown} work */
async function millisecondsOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param {string} path @param {string} text @param {boolean} isText @param {boolean} caseSensitive */
function ripgrep(path, text, isText, caseSensitive) {
  const options = [
    '--count',
    ...(isText ? ['--fixed-strings'] : []),
    ...(caseSensitive ? [] : ['--ignore-case']),
  ];
  try {
    return Number(execFileSync('rg', [...options, '--regexp', text, path], { encoding: 'utf8' }));
  } catch {
    // It ends with 1 where nothing matches.
    return 0;
  }
}

const [megabytes = '500', threads] = process.argv.slice(2);
const { seededRandom } = await buildEngine({ minify: true });
const path = corpusFile(service, Number(megabytes) * 1e6, seededRandom);
const { SearchClient } = await buildSearch();
const search = new SearchClient({
  workerPath,
  ...(threads === undefined ? {} : { threads: Number(threads) }),
});
const descriptor = openSync(path, 'r');
const { size: bytes } = fstatSync(descriptor);
const lines = Number(execFileSync('wc', ['-l', path], { encoding: 'utf8' }).split(' ')[0]);
const sources = [{ descriptor, textStart: 0, bytes, firstLine: 0, lines }];

console.log('| Sought | Pattern | Lines | GB/s | `rg -c` GB/s | Ratio |');
console.log('|---|---|---:|---:|---:|---:|');
for (const [what, kind, text, caseSensitive] of patterns) {
  const pattern = { kind, text, caseSensitive, wholeWord: false };
  let ours = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  let found = { matchedLines: 0 };
  let counted = 0;
  for (let round = 0; round < rounds; round++) {
    ours = Math.min(
      ours,
      await millisecondsOf(async () => {
        found = await search.search({ pattern, sources });
      }),
    );
    theirs = Math.min(
      theirs,
      await millisecondsOf(() => {
        counted = ripgrep(path, text, kind === 'text', caseSensitive);
      }),
    );
  }
  if (found.matchedLines !== counted) throw new Error(`${text}: ${found.matchedLines} lines, rg ${counted}`);
  const speed = (/** @type {number} */ milliseconds) => (bytes / 1e6 / milliseconds).toFixed(2);
  const cells = [
    what,
    `\`${text.replaceAll('|', '\\|')}\``,
    counted.toLocaleString('en'),
    speed(ours),
    speed(theirs),
  ];
  console.log(`| ${cells.join(' | ')} | ${(theirs / ours).toFixed(2)} |`);
}
search.dispose();
closeSync(descriptor);
