import { cpus, release, totalmem, type } from 'node:os';
import { contestants, cores } from './contestants.mjs';
import { grouped, megabytes, table, times } from './markdown.mjs';
import { median, medianRatio } from './statistics.mjs';

/**
 * @typedef {import('./rounds.mjs').CorpusRounds} CorpusRounds
 * @typedef {import('./rounds.mjs').Size} Size
 * @typedef {import('./drain3.mjs').Drain3Result} Drain3Result
 * @typedef {{ corpus: string, masks: Drain3Result, bare: Drain3Result }} Drain3Rounds
 * @typedef {{ ours: number, theirs: number }} ForestTimes seconds
 * @typedef {{ templates: number, lines: number, patterns: number, ms: number }} RulesTime
 * @typedef {{
 *   plan: import('./plan.mjs').Plan, rounds: readonly CorpusRounds[], drain3: readonly Drain3Rounds[],
 *   growth: readonly (Size & { mode: string })[], memory: readonly (Size & { mode: string })[],
 *   forest: ForestTimes | undefined, rules: readonly RulesTime[], missing: readonly string[], date: string
 * }} Results
 */

/** @param {CorpusRounds} rounds @param {string} id */
export const secondsOf = (rounds, id) => rounds.seconds.get(id) ?? [];

/** @param {Results} results */
function speedTable({ rounds, plan }) {
  const shown = contestants.filter(({ id }) => rounds.every((one) => secondsOf(one, id).length > 0));
  const cell = (/** @type {CorpusRounds} */ one, /** @type {string} */ id) => {
    const own = secondsOf(one, id);
    return `${times(medianRatio(own, secondsOf(one, 'scan')))} (${grouped(one.bytes / 1e6 / median(own))} MB/s)`;
  };
  const rows = shown.map(({ id, title }) => [title, ...rounds.map((one) => cell(one, id))]);
  const counts = rounds.map((one) => `${grouped(one.lines)} lines, ${grouped(one.templates)} templates`);
  return `Whole processes over the same file of ${megabytes(plan.bytes)}, in turns; medians of ${plan.repetitions}, as multiples of the byte loop's speed in the same round.

${table([['', ...rounds.map((one) => one.corpus)], ['what it holds', ...counts], ...rows])}`;
}

/** @param {CorpusRounds} rounds */
export const ourLinesPerSecond = (rounds) => rounds.lines / median(secondsOf(rounds, 'templates'));

/** @param {Results} results */
function drain3Table({ rounds, drain3, plan }) {
  const rows = drain3.map(({ corpus, masks, bare }) => {
    const one = /** @type {CorpusRounds} */ (rounds.find((candidate) => candidate.corpus === corpus));
    const speed = ourLinesPerSecond(one);
    const theirs = (/** @type {Drain3Result} */ result) =>
      `${grouped(result.linesPerSecond)} (${grouped(result.templates)} templates)`;
    return [
      corpus,
      grouped(speed),
      theirs(masks),
      times(speed / masks.linesPerSecond),
      theirs(bare),
      times(speed / bare.linesPerSecond),
    ];
  });
  const head = ['lines a second', 'Oddline, 1 worker', 'Drain3, masks', 'ratio', 'Drain3, no masks', 'ratio'];
  return `Drain3 (Python) on the first ${grouped(plan.drain3.lines)} lines of each corpus, median of ${plan.drain3.repetitions} (stopped after half a minute where that does not do), its start and the reading of the file not counted; ours is lines + templates over the whole file, start and reading counted.

${table([head, ...rows])}`;
}

/** @param {Results} results */
function growthTable({ growth }) {
  const rows = growth.map(({ mode, bytes, lines, seconds, maxRss }) => [
    `+ ${mode}, ${megabytes(bytes)}`,
    `${seconds.toFixed(2)} s`,
    `${grouped(bytes / 1e6 / seconds)} MB/s`,
    `${grouped(lines / seconds)}`,
    megabytes(maxRss),
  ]);
  return `The service log in several sizes, 1 worker.

${table([['', 'time', 'speed', 'lines a second', 'peak RSS'], ...rows])}`;
}

/** @param {Results} results */
function memoryTable({ memory }) {
  const rows = memory.map(({ mode, lines, maxRss }) => [
    `+ ${mode}`,
    grouped(lines),
    megabytes(maxRss),
    megabytes(allowedRss(lines)),
  ]);
  return table([['', 'lines', 'peak RSS', '32 bytes a line + 150 MB'], ...rows]);
}

/** @param {number} lines */
export const allowedRss = (lines) => 32 * lines + 150e6;

/** @param {ForestTimes | undefined} forest */
function forestText(forest) {
  if (!forest) return 'Not measured.';
  const ratio = times(forest.theirs / forest.ours);
  return `${forest.ours.toFixed(2)} s, scikit-learn ${forest.theirs.toFixed(2)} s on one thread: ${ratio}.`;
}

/** @param {readonly RulesTime[]} rules */
function rulesTable(rules) {
  const sizes = rules.filter(({ patterns }) => patterns === 0);
  const rows = sizes.map(({ templates, lines, ms }) => {
    const more = rules.find((one) => one.patterns > 0 && one.templates === templates && one.lines === lines);
    return [`${grouped(templates)} templates, ${grouped(lines)} lines`, `${ms} ms`, `${more?.ms ?? '–'} ms`];
  });
  return `What the rules learn of a log before it is scored: it grows with the templates, not with the lines.

${table([['', 'default set', 'and 100 patterns'], ...rows])}`;
}

function machine() {
  const processor = `${cores} × ${cpus()[0]?.model.trim()}`;
  return `${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}`;
}

/** @param {Results} results @param {string} reach the table of reach.mjs */
export function reportOf(results, reach) {
  const missing = results.missing.map((sentence) => `- Not measured: ${sentence}`).join('\n');
  return `${results.date}, ${machine()}.
${results.plan.bytes < 100e6 ? '\nA quick run: of such short ones the start of the processes is a good part. The reach is set for 500 MB.\n' : ''}${missing && `\n${missing}\n`}
### What was to be reached

${reach}

### Speed

${speedTable(results)}

${results.drain3.length > 0 ? `${drain3Table(results)}\n\n` : ''}### Growth

${growthTable(results)}

### Memory

${memoryTable(results)}

### Isolation Forest, 1 million rows of 20

${forestText(results.forest)}

### Rules

${rulesTable(results.rules)}
`;
}
